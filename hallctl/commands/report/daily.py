"""``hallctl report daily``."""

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
TOLD = ("due", "attended", "cases_accepted", "cases_completed", "cases_open", "cases_late",
        "people_served", "gaps", "papers_missing", "due_next")  # fmt: skip


@command(app, "daily", _("Write a day on one page."), writes=True)
def daily(
    desk: Desk,
    day: Annotated[
        str, typer.Argument(metavar="[DAY]", help=_("2026-11-24, today or yesterday."))
    ] = "today",
    out: Out = None,
) -> Reply:
    """Who served, exceptions, cases, what is missing, what is due next; today is a draft."""
    on = desk.day(day)
    path = place(out, f"hall-day-{on}.xlsx", day=on.isoformat())
    return written(short.write_day(desk.hall, on, path), "day", TOLD, quiet=desk.quiet)
