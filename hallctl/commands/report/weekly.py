"""``hallctl report weekly``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.report.placing import place, written
from hallctl.messages import _
from hallctl.office.reporting import short
from hallctl.show import Reply

app = verb()
TOLD = ("due", "attended", "attendance_rate", "cases_accepted", "cases_completed", "cases_open",
        "cases_late", "on_time_rate", "complaints_received", "people_served", "gaps",
        "papers_missing", "due_next")  # fmt: skip


@command(app, "weekly", _("Write the week on one or two pages, for Friday's meeting."), writes=True)
def weekly(
    desk: Desk,
    week: Annotated[
        str, typer.Argument(metavar="[WEEK]", help=_("2026-W47, last or this."))
    ] = "last",
    out: Out = None,
) -> Reply:
    """Attendance, exceptions, cases, complaints, logs and gaps of a week; an open week is a draft."""
    from hallctl.commands import periods

    name, first, last = periods.week(week, desk.now.date())
    path = place(out, f"hall-week-{name}.xlsx", week=name)
    return written(
        short.write_week(desk.hall, name, first, last, path), "week", TOLD, quiet=desk.quiet
    )
