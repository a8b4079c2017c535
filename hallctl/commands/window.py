"""``hallctl window``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import File, Map, On, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import hours, places
from hallctl.show import Reply

app = noun(_("Service windows."))


@command(app, "import", _("Record the windows of a spreadsheet."), writes=True)
def import_windows(desk: Desk, file: File, mapping: Map = None, skip_bad: SkipBad = False) -> Reply:
    """Import windows; the same file twice changes nothing."""
    found = places.import_windows(desk.hall, file, pairs(mapping), skip_bad=skip_bad)
    return imported(found, "window.imported")


@command(app, "list", _("List the windows."), lists=True)
def list_windows(desk: Desk) -> Reply:
    """All windows by number."""
    return Reply(places.windows(desk.hall), columns=("window_no", "name", "department", "category"))


@command(
    app,
    "hours",
    _("Give a window hours of its own, or show those it has."),
    writes=True,
    lists=True,
)
def window_hours(
    desk: Desk,
    window: Annotated[str, typer.Argument(help=_("The window, by number or name."))],
    opens: Annotated[
        str | None, typer.Option("--from", metavar="TIME", help=_("It opens, such as 09:00."))
    ] = None,
    closes: Annotated[
        str | None, typer.Option("--to", metavar="TIME", help=_("It closes, such as 16:30."))
    ] = None,
    days: Annotated[
        str, typer.Option(metavar="DAYS", help=_("Weekdays such as 1-5 or 1,3; 1 is Monday."))
    ] = "1-5",
    through_noon: Annotated[
        bool, typer.Option("--through-noon", help=_("Open although the hall closes at noon."))
    ] = False,
    as_hall: Annotated[bool, typer.Option("--as-hall", help=_("The hall's hours again."))] = False,
    on: On = None,
    authority: Annotated[str, typer.Option(help=_("Who arranged it, by which notice."))] = "",
) -> Reply:
    """Record dated hours; without --from and --to the versions on record."""
    columns = ("from_on", "opens", "closes", "days", "through_noon", "authority")
    if not (opens or closes or as_hall):
        return Reply(hours.versions(desk.hall, window), columns=columns)
    if as_hall == bool(opens and closes):
        raise Usage("window.hours_incomplete")
    wanted = None if as_hall else hours.HoursSaid(opens or "", closes or "", days, through_noon)
    found = hours.set_hours(desk.hall, window, wanted, desk.day(on), authority)
    code = "window.hours_set" if found.opens else "window.hours_as_hall"
    if found.already:
        code = "window.hours_already"
    return Reply(found, [Note(code, "22", found._asdict())])
