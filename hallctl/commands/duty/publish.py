"""``hallctl duty publish``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.rostering import publishing
from hallctl.show import Reply

app = verb()


@command(
    app,
    "publish",
    _("Publish the drafted roster; people see it and are judged by it."),
    writes=True,
)
def publish(desk: Desk, from_on: From = None, to_on: To = None) -> Reply:
    """Publish the draft, all of it or some days; each shift is looked at again."""
    found = publishing.publish(desk.hall, desk.maybe_day(from_on), desk.maybe_day(to_on))
    code = "duty.published_already" if found.already else "duty.published"
    return Reply(found, [Note(code, "22", found._asdict())])
