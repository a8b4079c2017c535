"""``hallctl attendance import``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office import attendance
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Record the punches of a device's file or a table."), writes=True)
def import_punches(
    desk: Desk,
    file: File,
    layout: Annotated[str, typer.Option(help=_("auto, attlog or table."))] = "auto",
    mapping: Map = None,
    pin: Annotated[
        list[str] | None,
        typer.Option(
            "--pin", metavar="PIN=STAFF_NO", help=_("A device's number that is not a staff number.")
        ),
    ] = None,
    skip_bad: SkipBad = False,
) -> Reply:
    """Import raw punches; the same file twice changes nothing."""
    found = attendance.import_punches(
        desk.hall, file, layout, pairs(mapping), pairs(pin), skip_bad=skip_bad
    )
    return imported(found, "attendance.imported")
