"""``hallctl duty list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Week, Window, days_of
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
    week: Week = None,
    window: Window = None,
    staff: Annotated[str | None, typer.Option(help=_("Only this person."))] = None,
) -> Reply:
    """Today's shifts, a week's, or those from one day to another."""
    first, last = days_of(desk, from_on, to_on, week, today=True)
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
