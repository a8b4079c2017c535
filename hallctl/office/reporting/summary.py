"""What the summary says beside the figures: comparisons, visits, busy hours, meetings, praise, the plan."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from hallctl.office import meetings, plans
from hallctl.office.appraisal.conduct import PRAISE
from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.office.reporting.figures import kept_month
from hallctl.reports import FigureLine
from hallctl.reports.summary import (
    BusyHour,
    BusyItem,
    Comparison,
    MeetingTotal,
    Praised,
    RatingLevel,
    Summary,
    TallyTotal,
)
from hallctl.store import appraisals, cases, counter, ratings, surveys
from hallctl.store.people import Person

Key = TypeVar("Key", int, str)
LEVELS = (5, 4, 3, 2, 1)
HOURS, ITEMS = 3, 10
"""How many of the busiest are named."""


def summary(
    hall: Hall, lines: Sequence[FigureLine], first: date, to_on: date, edition: str,
    staff: Mapping[str, Person], windows: Mapping[str, str],
) -> Summary:  # fmt: skip
    """The summary of a month that begins on or after ``first`` and ends on ``to_on``."""
    given = Counter(one.row.level for one in ratings.between(hall.db, first, to_on))
    answered = Counter(one.level for one in surveys.answers(hall.db, first, to_on))
    counted: Counter[str] = Counter()
    for row in counter.tallies(hall.db, first, to_on):
        counted[row.kind] += row.total
    received = cases.received_between(hall.db, first, to_on)
    hours = Counter(case.file.received_at.hour for case in received)
    items = Counter(subject(hall, case) for case in received if case.file.item_code)
    plan_month = f"{to_on + timedelta(days=1):%Y-%m}"
    return Summary(
        edition,
        list(_comparisons(hall, lines, first, to_on)),
        [RatingLevel(level, given[level], answered[level]) for level in LEVELS],
        [TallyTotal(kind, counted[kind]) for kind in _kinds(hall, counted, first)],
        counter.tally_sum(hall.db, first, to_on),
        [BusyHour(*one) for one in _busiest(hours, HOURS)],
        [BusyItem(*one) for one in _busiest(items, ITEMS)],
        len(received),
        [
            MeetingTotal(one.kind, one.number, one.invited, one.present)
            for one in meetings.counts(hall, first, to_on)
        ],
        list(_praise(hall, first, to_on, edition, staff, windows)),
        min(to_on, hall.today),
        plan_month,
        [one.text for one in plans.planned(hall, plan_month).plan],
    )


def _comparisons(
    hall: Hall, lines: Sequence[FigureLine], first: date, to_on: date
) -> Iterator[Comparison]:
    """Last month and the same month of last year, each only when it was kept."""
    whole = first.day == 1 and to_on < hall.today
    month_before = first.replace(day=1) - timedelta(days=1)
    before = {line.code: line.previous for line in lines}
    if any(value is not None for value in before.values()):
        yield Comparison("last_month", before, whole and _is_whole(hall, month_before))
    year_before = _last_day(to_on.year - 1, to_on.month)
    if then := kept_month(hall, year_before):
        yield Comparison("last_year", then, whole and _is_whole(hall, year_before))


def _is_whole(hall: Hall, last_day: date) -> bool:
    """Whether the regulation was in force on every day of the month that ends on a day."""
    return hall.facts.effective_from <= last_day.replace(day=1)


def _last_day(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _kinds(hall: Hall, counted: Mapping[str, int], day: date) -> list[str]:
    """The kinds that are counted, in the college's order, then others that once were."""
    known: Sequence[str] = hall.law.on(day)["tally.kinds"]
    return [*(kind for kind in known if kind in counted), *sorted(set(counted) - set(known))]


def _busiest(counts: Mapping[Key, int], number: int) -> list[tuple[Key, int]]:
    """The largest counts, equal ones in the order of their keys."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:number]


def _praise(
    hall: Hall, first: date, to_on: date, edition: str, staff: Mapping[str, Person],
    windows: Mapping[str, str],
) -> Iterator[Praised]:  # fmt: skip
    """The month's praise; on the leaders' paper by name only when the college allows it."""
    named = edition != "leader" or hall.law.on(first)["report.praise_names"]
    for row in appraisals.conduct(hall.db, first, to_on):
        if row.kind == PRAISE:
            person = staff.get(row.staff_no)
            window = windows.get(person.window_no or "", "") if person else ""
            name = person.name if person else row.staff_no
            yield Praised(row.on, window, name if named else "", row.note if named else "")
