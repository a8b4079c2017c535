"""``hallctl report cases``."""

from datetime import date
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.report.placing import place, written
from hallctl.errors import Usage
from hallctl.messages import _
from hallctl.office.reporting import case_report, long
from hallctl.show import Reply

app = verb()
TOLD = case_report.CODES


@command(app, "cases", _("Write the cases of any period."), writes=True)
def cases(
    desk: Desk,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day; today."))
    ] = None,
    month: Annotated[
        str | None, typer.Option(help=_("2026-11, last or this; last when no period is said."))
    ] = None,
    week: Annotated[str | None, typer.Option(help=_("2026-W47, last or this."))] = None,
    term: Annotated[str | None, typer.Option(help=_("Such as 2026-2027-1, last or this."))] = None,
    out: Out = None,
) -> Reply:
    """By window, tier, item and handler, with the overdue and every case, applicants masked."""
    if sum(one is not None for one in (from_on, month, week, term)) > 1 or (to_on and not from_on):
        raise Usage("report.one_period")
    named, first, last = _period(desk, from_on, to_on, month, week, term)
    name = next(iter(named.values()))
    path = place(out, f"hall-cases-{name}.xlsx", **{**named, "period": name})
    found = case_report.write_cases(desk.hall, name, first, last, path)
    return written(found, "period", TOLD, quiet=desk.quiet)


def _period(
    desk: Desk, from_on: str | None, to_on: str | None, month: str | None, week: str | None,
    term: str | None,
) -> tuple[dict[str, str], date, date]:  # fmt: skip
    """The placeholder of the period with its name, and its first and last day."""
    from hallctl.commands import periods

    today = desk.now.date()
    if from_on:
        first, last = desk.day(from_on), desk.day(to_on)
        return {"period": f"{first}..{last}"}, first, last
    if term:
        name, first, last = long.term_span(desk.hall, term)
        return {"term": name}, first, last
    if week:
        name, first, last = periods.week(week, today)
        return {"week": name}, first, last
    name, first, last = periods.month(month or "last", today)
    return {"month": name}, first, last
