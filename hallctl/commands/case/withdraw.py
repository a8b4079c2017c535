"""``hallctl case withdraw``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import MaybeCaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.cases import closing
from hallctl.show import Reply

app = verb()


@command(app, "withdraw", _("Close a case that the applicant takes back, or all that lapsed."),
         writes=True, many=True)  # fmt: skip
def withdraw(
    desk: Desk,
    case_no: MaybeCaseNo = None,
    lapsed: Annotated[
        bool, typer.Option("--lapsed", help=_("All whose notice lapsed after a reminder."))
    ] = False,
    note: Annotated[str | None, typer.Option(help=_("What the applicant said."))] = None,
    at: At = None,
) -> Reply:
    """What was late by then stays late (Art. 27)."""
    if lapsed == (case_no is not None):
        raise Usage("case.withdraw_what")
    if case_no is None:
        many = closing.withdraw_lapsed(desk.hall, desk.instant(at), note)
        code = "case.lapsed_withdrawn" if many.cases else "case.none_withdrawn"
        return Reply(many, [Note(code, "25", {"cases": many.cases, "number": len(many.cases)})])
    found = closing.withdraw(desk.hall, case_no, desk.instant(at), note)
    code = "case.withdrawn_before" if found.already else "case.withdrawn"
    return Reply(found, [Note(code, values=found._asdict())])
