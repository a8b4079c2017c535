"""``hallctl day import``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import SkipBad
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.daysheets import importing
from hallctl.show import Reply

app = verb()


@command(
    app, "import", _("Record the windows' filled day sheets, a file or a folder."), writes=True
)
def import_days(
    desk: Desk,
    path: Annotated[
        Path, typer.Argument(help=_("One filled sheet, or the folder of all of them."))
    ],
    skip_bad: SkipBad = False,
) -> Reply:
    """A sheet sent again adds only what is new."""
    found = importing.import_days(desk.hall, path, skip_bad=skip_bad)
    said = [Note("day.file", values=one._asdict()) for one in found.files]
    code = "imports.already" if found.already else "day.imported"
    return Reply(found, [*said, Note(code, values={**found._asdict(), "sheets": len(found.files)})])
