"""``hallctl credit confirm``."""

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.credit import proposing
from hallctl.show import Reply

app = verb()


@command(app, "confirm", _("The officer confirms a violation: the points are lost."), writes=True)
def confirm(desk: Desk, entry: EntryNo) -> Reply:
    """Confirm a proposal."""
    found = proposing.confirm(desk.hall, entry)
    return Reply(found, about("confirmed", found))
