"""``hallctl roster check``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, word
from hallctl.office.roster import staffing
from hallctl.show import Reply

app = verb()


@command(app, "check", _("Check the staffing of the hall and its windows; exit 8 with findings."))
def check(desk: Desk) -> Reply:
    """Quiet when there is one officer and every window has its people."""
    found = staffing.check(desk.hall)
    lines = [word(one.code, one._asdict()) for one in found]
    return Reply({"findings": found}, text=lines, exit_status=8 if found else 0)
