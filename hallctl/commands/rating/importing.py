"""``hallctl rating import``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office.ratings import importing
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Take in a survey's export: nameless answers by window."), writes=True)
def import_answers(
    desk: Desk,
    file: File,
    mapping: Map = None,
    survey: Annotated[
        str, typer.Option(metavar="NAME", help=_("Keeps surveys apart that number alike."))
    ] = "",
    skip_bad: SkipBad = False,
) -> Reply:
    """The fields are serial, at, window, level and comment; a longer export adds what is new."""
    found = importing.import_answers(
        desk.hall, file, pairs(mapping), survey.strip(), skip_bad=skip_bad
    )
    return imported(found, "rating.imported")
