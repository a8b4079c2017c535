"""``hallctl attendance import``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office import punch_files
from hallctl.office.punch_files import Asked
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Record the punches of a device's file or a table."), writes=True)
def import_punches(
    desk: Desk,
    file: File,
    layout: Annotated[
        str, typer.Option(help=_("auto, attlog, dingtalk, wecom, paper or table."))
    ] = "auto",
    mapping: Map = None,
    pin: Annotated[
        list[str] | None,
        typer.Option(
            "--pin", metavar="PIN=STAFF_NO", help=_("A device's number that is not a staff number.")
        ),
    ] = None,
    device: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("Which device the file comes from."))
    ] = None,
    skip_bad: SkipBad = False,
) -> Reply:
    """Import raw punches; the same file twice changes nothing."""
    asked = Asked(layout, pairs(mapping), pairs(pin), device, skip_bad)
    return imported(punch_files.import_punches(desk.hall, file, asked), "attendance.imported")
