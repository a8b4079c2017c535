"""``hallctl report term``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.report.placing import For, for_department, place, written
from hallctl.messages import _
from hallctl.office.reporting import long
from hallctl.show import Reply

app = verb()
TOLD = ("due", "attended", "attendance_rate", "cases_accepted", "cases_completed", "on_time_rate",
        "satisfaction_rate", "complaints_received", "people_served", "coverage_rate",
        "stability_rate", "violations", "stars")  # fmt: skip


@command(app, "term", _("Write the term for the leadership, its months side by side."), writes=True)
def term(
    desk: Desk,
    name: Annotated[
        str, typer.Argument(metavar="[TERM]", help=_("Such as 2026-2027-1, last or this."))
    ] = "last",
    out: Out = None,
    reader: For = "leader",
) -> Reply:
    """Attendance, cases, ratings, complaints, credit, stability, stars and coverage of a term."""
    department = for_department(reader)
    span = long.term_span(desk.hall, name)
    path = place(out, f"hall-term-{span.name}.xlsx", term=span.name)
    found = long.write_term(desk.hall, span, path, department=department)
    return written(found, "term", TOLD, quiet=desk.quiet)
