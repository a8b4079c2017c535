"""The calendar the hall counts on: recorded notices, local days, statutory days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl import workdays
from hallctl.model import Deadline
from hallctl.office.hall import Hall
from hallctl.store import days
from hallctl.store.days import NoticeDay


class RecordedYears(Mapping[int, workdays.NationalYear]):
    """The announced years, each read when a count first touches it."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._read: dict[int, workdays.NationalYear | None] = {}

    def __getitem__(self, year: int) -> workdays.NationalYear:
        if year not in self._read:
            named = days.notice(self._hall.db, year)
            self._read[year] = None if named is None else _national_year(named)
        found = self._read[year]
        if found is None:
            raise KeyError(year)
        return found

    def __iter__(self) -> Iterator[int]:
        return (row.year for row in days.years(self._hall.db))

    def __len__(self) -> int:
        return len(days.years(self._hall.db))


def calendar_on(hall: Hall, day: date) -> workdays.Calendar:
    """The calendar by the settings of ``day`` (before the regulation: of its first day)."""
    law = hall.law.on(max(day, hall.facts.effective_from))
    return workdays.Calendar(
        hall.recorded_years,
        days.local_days(hall.db),
        makeup_days_count=bool(law["clock.makeup_days"]),
        vacation_counts=law["clock.vacation"] == "count",
    )


def due(
    hall: Hall, accepted_on: date, workday_count: int, pauses: Sequence[tuple[date, date]]
) -> Deadline:
    """Pure day arithmetic from an acceptance day: no cut-off, any date."""
    return calendar_on(hall, accepted_on).deadline(accepted_on, workday_count, pauses)


class MonthDay(NamedTuple):
    """One day of a month as the hall sees it."""

    on: date
    weekday: int
    """1 for Monday to 7 for Sunday."""
    counts: bool
    day_kind: str
    name: str
    announced: bool


def month(hall: Hall, from_on: date, to_on: date) -> list[MonthDay]:
    """Every day from one to another (both included)."""
    calendar = calendar_on(hall, from_on)
    announced = {row.year for row in days.years(hall.db)}
    facts = [
        calendar.day_fact(date.fromordinal(n))
        for n in range(from_on.toordinal(), to_on.toordinal() + 1)
    ]
    return [
        MonthDay(
            fact.on, fact.on.isoweekday(), fact.counts, fact.kind.value, fact.name,
            fact.on.year in announced,
        )
        for fact in facts
    ]  # fmt: skip


def _national_year(named: Sequence[NoticeDay]) -> workdays.NationalYear:
    return workdays.NationalYear(
        {day.on: day.name for day in named if day.kind == "off"},
        {day.on: day.name for day in named if day.kind == "work"},
    )
