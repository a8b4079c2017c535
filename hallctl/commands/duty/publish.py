"""``hallctl duty publish``."""

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Week, days_of
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
def publish(desk: Desk, from_on: From = None, to_on: To = None, week: Week = None) -> Reply:
    """Publish the draft, all of it, a week or some days; each shift is looked at again."""
    first, last = desk.maybe_day(from_on), desk.maybe_day(to_on)
    if week is not None:
        first, last = days_of(desk, from_on, to_on, week)
    found = publishing.publish(desk.hall, first, last)
    code = "duty.published_already" if found.already else "duty.published"
    return Reply(found, [Note(code, "22", found._asdict())])
