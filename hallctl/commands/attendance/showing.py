"""``hallctl attendance show``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office import attendance
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show what each duty shift is called."), lists=True)
def show_attendance(
    desk: Desk,
    month: Annotated[str | None, typer.Option(help=_("2026-11, last or this."))] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("One day; today."))
    ] = None,
    staff: Annotated[str | None, typer.Option(help=_("Only this person."))] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    only: Annotated[
        str | None, typer.Option(help=_("Only one status, such as absent; or exceptions."))
    ] = None,
) -> Reply:
    """A day or a month of shifts, derived anew from the punches."""
    first = last = desk.day(on)
    if month:
        from hallctl.commands import periods

        period = periods.month(month, desk.now.date())
        first, last = period.from_on, period.to_on
    found = attendance.show(desk.hall, first, last, staff=staff, window=window, only=only)
    columns = ("shift_no", "on", "window", "name", "start", "end", "signed_in_at", "signed_out_at",
               "status", "marks", "minutes_late", "minutes_early", "minutes_served")  # fmt: skip
    return Reply(found, columns=columns)
