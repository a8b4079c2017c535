"""``hallctl window``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _
from hallctl.office import places
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
