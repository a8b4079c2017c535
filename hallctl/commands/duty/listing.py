"""``hallctl duty list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Window
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office import duty
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List the shifts of some days."), lists=True)
def list_duty(
    desk: Desk,
    from_on: From = None,
    to_on: To = None,
    window: Window = None,
    staff: Annotated[str | None, typer.Option(help=_("Only this person."))] = None,
) -> Reply:
    """Today's shifts, or those from one day to another."""
    first = desk.day(from_on)
    last = desk.maybe_day(to_on) or first
    found = duty.listed(desk.hall, first, last, window=window, staff=staff)
    columns = (
        "shift_no",
        "on",
        "window",
        "name",
        "staff_no",
        "start",
        "end",
        "given_to",
        "taken_from",
    )
    return Reply(found, columns=columns)
