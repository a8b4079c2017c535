"""``hallctl report workstudy``."""

from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.report.placing import place, written
from hallctl.messages import _
from hallctl.office.reporting import hours
from hallctl.show import Reply

if TYPE_CHECKING:
    from hallctl.office.reporting.hours import Month

app = verb()
TOLD = ("students", "hours", "unproven", "above_week", "above_month")


@command(app, "workstudy", _("Write the work-study sheet of a month, in half hours."), writes=True)
def workstudy(
    desk: Desk,
    month: Annotated[
        str, typer.Argument(metavar="[MONTH]", help=_("2026-11, last or this."))
    ] = "last",
    out: Out = None,
) -> Reply:
    """Each student's hours with the limits of a week and a month, and room to sign."""
    found = _month(desk, month)
    path = place(out, f"hall-workstudy-{found.name}.xlsx", month=found.name)
    return written(hours.write_hours(desk.hall, found, path), "month", TOLD, quiet=desk.quiet)


def _month(desk: Desk, said: str) -> "Month":
    from hallctl.commands import periods

    if said in {"last", "this"}:
        return hours.newest(desk.hall, over=said == "last")
    return hours.month_named(desk.hall, periods.month(said, desk.now.date()).name)
