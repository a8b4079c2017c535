"""``hallctl complaint reveal``."""

from typing import Annotated

import typer

from hallctl.commands.complaint.said import ComplaintNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _, labelled
from hallctl.office.complaints import dealing
from hallctl.show import Reply

app = verb()


@command(
    app, "reveal", _("Show who complained: the officer alone, for a recorded reason."), writes=True
)
def reveal(
    desk: Desk,
    complaint_no: ComplaintNo,
    reason: Annotated[str, typer.Option(help=_("Why it has to be seen; kept, each time."))],
) -> Reply:  # fmt: skip
    """The only command that shows it; a dry run does not."""
    found = dealing.reveal(desk.hall, complaint_no, reason)
    shown = {"name": found.name, "contact": found.contact}
    text = [labelled(key, value) for key, value in shown.items() if value]
    values = {"complaint_no": found.complaint_no, "reason": found.reason}
    return Reply(found, [Note("complaint.revealed", "33", values)], text=text)
