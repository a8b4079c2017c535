"""``hallctl case import``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office.cases import importing
from hallctl.show import Reply

app = verb()


@command(
    app,
    "import",
    _("Record opened and closed cases of a spreadsheet, by their reference."),
    writes=True,
)
def import_cases(desk: Desk, file: File, mapping: Map = None, skip_bad: SkipBad = False) -> Reply:
    """Import cases; the same file twice changes nothing."""
    found = importing.import_cases(desk.hall, file, pairs(mapping), skip_bad=skip_bad)
    return imported(found, "case.imported")
