"""``hallctl case fix``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import fixing
from hallctl.show import Reply

app = verb()


@command(
    app, "fix", _("Record that a bad rating's applicant was called back, the matter put right."), writes=True, many=True
)  # fmt: skip
def fix(
    desk: Desk,
    case_no: CaseNo,
    note: Annotated[str, typer.Option(help=_("What was said or done."))],
    contacted: Annotated[
        bool, typer.Option("--contacted", help=_("The applicant was called back."))
    ] = False,
    done: Annotated[bool, typer.Option("--done", help=_("The matter was put right."))] = False,
    at: At = None,
) -> Reply:
    """One or both steps of a rectification (Art. 33)."""
    steps = [step for step, said in (("contacted", contacted), ("fixed", done)) if said]
    found = fixing.fix_rating(desk.hall, case_no, steps, note, desk.instant(at))
    code = "rating.fixed" if found.fixed_at else "rating.contacted"
    code = "rating.fix_already" if found.already else code
    return Reply(found, [Note(code, "33", found._asdict())])
