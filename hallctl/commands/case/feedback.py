"""``hallctl case feedback``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import scope
from hallctl.show import Reply

app = verb()


@command(app, "feedback", _("Feed a department's result back: the matter is finished."),
         writes=True, many=True)  # fmt: skip
def feedback(
    desk: Desk,
    case_no: CaseNo,
    answered_by: Annotated[str, typer.Option(metavar="NAME", help=_("Who answered there."))],
    note: Annotated[str, typer.Option(help=_("The result, as it was told to the applicant."))],
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """The last of the five steps (Art. 28)."""
    found = scope.feedback(desk.hall, case_no, answered_by, note, desk.instant(at))
    code = "case.fed_back_before" if found.already else f"case.fed_back_{found.lateness}"
    done = Reply(found, [Note(code, "28", found._asdict())])
    return with_slip(desk, done, found, print, slips)
