"""``hallctl complaint reply``."""

from typing import Annotated

import typer

from hallctl.commands.complaint.said import ComplaintNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.complaints import dealing
from hallctl.show import Reply

app = verb()


@command(app, "reply", _("Answer a complaint, which closes it."), writes=True)
def reply(
    desk: Desk,
    complaint_no: ComplaintNo,
    note: Annotated[str, typer.Option(help=_("The answer, as the complainant reads it."))],
    at: At = None,
) -> Reply:
    """After the finding, within complaint.reply_days working days of the acceptance (Art. 33)."""
    found = dealing.reply(desk.hall, complaint_no, note, desk.maybe_instant(at))
    return Reply(found, about("replied", found))
