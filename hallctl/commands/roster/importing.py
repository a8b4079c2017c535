"""``hallctl roster import``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Files, Map, On, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office.roster import importing
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Record the people of a spreadsheet."), writes=True)
def import_roster(
    desk: Desk, file: Files, on: On = None, mapping: Map = None, skip_bad: SkipBad = False
) -> Reply:
    """Import people; the same file twice changes nothing, people not in the file stay."""
    found = importing.import_roster(
        desk.hall, file, pairs(mapping), desk.day(on), skip_bad=skip_bad
    )
    return imported(found, "roster.imported")
