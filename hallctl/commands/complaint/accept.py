"""``hallctl complaint accept``."""

from hallctl.commands.complaint.said import ComplaintNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.complaints import dealing
from hallctl.show import Reply

app = verb()


@command(app, "accept", _("Take a complaint up; its reply is due from now on."), writes=True)
def accept(desk: Desk, complaint_no: ComplaintNo, at: At = None) -> Reply:
    """Within complaint.accept_days working days (Art. 33)."""
    found = dealing.accept(desk.hall, complaint_no, desk.maybe_instant(at))
    return Reply(found, about("accepted", found))
