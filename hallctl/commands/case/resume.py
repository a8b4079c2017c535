"""``hallctl case resume``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import clock
from hallctl.show import Reply

app = verb()


@command(app, "resume", _("Let the clock run again."), writes=True, many=True)
def resume(
    desk: Desk,
    case_no: CaseNo,
    note: Annotated[str | None, typer.Option(help=_("What came."))] = None,
    at: At = None,
) -> Reply:
    """The due date moves by the working days of the pause (Art. 27)."""
    found = clock.resume(desk.hall, case_no, desk.instant(at), note)
    code = "case.resumed_before" if found.already else "case.resumed"
    return Reply(found, [Note(code, "27", found._asdict())])
