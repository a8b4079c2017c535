"""``hallctl meeting list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import meetings
from hallctl.office.roster.looking import term_named
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List the meetings of a period, or write their register."), lists=True)
def list_meetings(
    desk: Desk,
    period: Annotated[
        str,
        typer.Argument(
            metavar="[PERIOD]", help=_("2026-11, last, this, 2026-W47 or a term 2026-2027-1.")
        ),
    ] = "this",
    kind: Annotated[
        str | None, typer.Option(help=_("meeting, training, discussion or summary."))
    ] = None,
    out: Out = None,
) -> Reply:
    """This month's meetings; --out writes the register with an attendance list each."""
    from hallctl.commands import periods

    today = desk.now.date()
    if period.count("-") == 2:
        first, last = term_named(desk.hall, period)
    else:
        span = periods.week if "W" in period else periods.month
        _name, first, last = span(period, today)
    columns = ("meeting_no", "on", "kind", "topic", "window", "chair", "invited", "present",
               "excused", "absent")  # fmt: skip
    if out is None:
        return Reply(meetings.listed(desk.hall, first, last, kind=kind), columns=columns)
    path = workbook(out, f"meetings-{first}-{last}.xlsx")
    found, digest = meetings.write_register(desk.hall, first, last, path)
    said = Note("meeting.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [said], columns=columns)
