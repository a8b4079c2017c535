"""``hallctl template daysheet``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.daysheets import writing
from hallctl.show import Reply

app = verb()


@command(
    app, "daysheet", _("Windows' day sheets, to be filled in and imported at the end of the day.")
)
def daysheet(
    desk: Desk,
    window: Annotated[str | None, typer.Option(help=_("One window, by number or name."))] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every window, a file each."))] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The day of the sheet; today."))
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="PATH", help=_("The folder to write to, or the file of one window.")
        ),
    ] = None,
) -> Reply:
    """With drop-downs of the window's items, and a hidden key in every row."""
    if every == (window is not None) or (every and out and out.suffix):
        raise Usage("day.one_or_all")
    found = writing.write_sheets(desk.hall, window, desk.day(on), out or Path())
    said = [Note("day.sheet_written", values=one._asdict()) for one in found]
    return Reply(found, said)
