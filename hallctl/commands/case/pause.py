"""``hallctl case pause``."""

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


@command(app, "pause", _("Stop the clock for a registered reason."), writes=True, many=True)
def pause(
    desk: Desk,
    case_no: CaseNo,
    reason: Annotated[
        str, typer.Option(metavar="CODE", help=_("One of the setting pause.reasons."))
    ],
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The pause's own last day."))
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("What is waited for."))] = None,
    at: At = None,
) -> Reply:
    """Whole working days are left out, from the day after it begins (Art. 27)."""
    limit = desk.maybe_day(until)
    found = clock.pause(desk.hall, case_no, reason, limit, desk.instant(at), note)
    code = "case.paused_before" if found.already else "case.paused"
    return Reply(found, [Note(code, "27", {**found._asdict(), "reason": reason})])
