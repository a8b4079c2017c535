"""``hallctl case extend``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import Approver, CaseNo, Reason, Told
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import clock
from hallctl.show import Reply

app = verb()


@command(app, "extend", _("Extend what a superior body decides, once, when asked in time."),
         writes=True, many=True)  # fmt: skip
def extend(
    desk: Desk,
    case_no: CaseNo,
    days: Annotated[int, typer.Option(metavar="N", min=1, help=_("Working days more."))],
    reason: Reason,
    approver: Approver,
    asked: Annotated[
        str | None, typer.Option(metavar="ISO", help=_("When it was asked for; as --at."))
    ] = None,
    told: Told = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Asked for after the due date, the case is late and stays late (Art. 27)."""
    approved = clock.Asked(
        reason, approver, desk.maybe_instant(asked), desk.maybe_instant(told), desk.instant(at)
    )
    found = clock.extend(desk.hall, case_no, days, approved)
    code = "case.extended_already" if found.already else "case.extended"
    done = Reply(found, [Note(code, "27", found._asdict())])
    return with_slip(desk, done, found, print, slips)
