"""``hallctl duty export``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Week, days_of
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.rostering import exporting
from hallctl.show import Reply

app = verb()


@command(
    app,
    "export",
    _("Write the published roster for the wall, or calendars for phones."),
    writes=True,
)
def export(
    desk: Desk,
    week: Week = None,
    from_on: From = None,
    to_on: To = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    out: Out = None,
    ics: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help=_("Write one .ics per person into this folder instead.")),
    ] = None,
) -> Reply:
    """A workbook with a sheet for the hall and one for each window; this week when nothing is said."""
    this_week = None if week or from_on or to_on else "this"
    first, last = days_of(desk, from_on, to_on, week or this_week)
    if ics is not None:
        found = exporting.write_calendars(desk.hall, first, last, ics)
        return Reply(
            found, [Note("duty.calendars_written", "22", {**found._asdict(), "path": str(ics)})]
        )
    path = workbook(out or Path(), f"duty-{first}.xlsx")
    found = exporting.write_workbook(desk.hall, first, last, window, path)
    return Reply(found, [Note("duty.roster_written", "22", {**found._asdict(), "path": str(path)})])
