"""``hallctl log show``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.log.said import LogNo, lines
from hallctl.messages import _
from hallctl.office.logs import looking
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show one work log."))
def show(desk: Desk, log: LogNo) -> Reply:
    """One log with everything it hands over."""
    found = looking.show(desk.hall, log)
    return Reply(found, text=list(lines(found)))
