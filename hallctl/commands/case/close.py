"""``hallctl case close``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import closing
from hallctl.show import Reply

app = verb()


@command(
    app,
    "close",
    _("Complete or refuse a case; lateness is counted in working days."),
    writes=True,
    many=True,
)
def close(
    desk: Desk,
    case_no: CaseNo,
    result: Annotated[str, typer.Option(help=_("granted or refused."))],
    note: Annotated[str | None, typer.Option(help=_("Why; a refusal needs it (Art. 26)."))] = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Finish a case (Art. 27)."""
    found = closing.close_case(desk.hall, case_no, result, desk.instant(at), note)
    code = "case.closed_before" if found.already else f"case.closed_{found.lateness}"
    done = Reply(found, [Note(code, "27", found._asdict())])
    return with_slip(desk, done, found, print, slips)
