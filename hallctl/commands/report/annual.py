"""``hallctl report annual``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.report.placing import For, for_department, place, written
from hallctl.commands.report.term import TOLD
from hallctl.messages import _
from hallctl.office.reporting import long
from hallctl.show import Reply

app = verb()


@command(app, "annual", _("Write the academic year for the leadership."), writes=True)
def annual(
    desk: Desk,
    year: Annotated[
        str,
        typer.Argument(metavar="[YEAR]", help=_("The year it begins, or 2026-2027, last or this.")),
    ] = "last",
    out: Out = None,
    reader: For = "leader",
) -> Reply:
    """The year by terms and months, with review flags, meetings and, when it was kept, last year."""
    department = for_department(reader)
    span = long.year_span(desk.hall, year)
    path = place(out, f"hall-year-{span.name}.xlsx", year=span.name)
    found = long.write_year(desk.hall, span, path, department=department)
    return written(found, "year", (*TOLD, "meetings"), quiet=desk.quiet)
