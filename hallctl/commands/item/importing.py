"""``hallctl item import``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Files, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office.items.importing import import_items
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Record the items of spreadsheets, with their papers."), writes=True)
def import_files(
    desk: Desk,
    file: Files,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help=_("The day from which what the files say counts.")),
    ] = None,
    mapping: Map = None,
    skip_bad: SkipBad = False,
) -> Reply:  # fmt: skip
    """Import the items of one or several departments; the same files twice change nothing."""
    found = import_items(desk.hall, file, pairs(mapping), desk.maybe_day(on), skip_bad=skip_bad)
    return imported(found, "item.imported")
