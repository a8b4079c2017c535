"""When a class timetable leaves somebody free (Art. 6): explicit weeks, dated periods, make-up days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl import spans
from hallctl.model import ClassPeriod, ClassSlot


class TeachingDay(NamedTuple):
    """Which classes run on a date: those of a weekday (1 to 7) of a teaching week; week None means none."""

    weekday: int
    week: int | None


class Busy(NamedTuple):
    """Minutes after midnight, from (included) to (excluded), and what fills them."""

    start: int
    end: int
    what: str


Bounds = Mapping[int, tuple[int, int]]
"""Each class period's first and last minute on one day."""


def bounds_on(periods: Iterable[ClassPeriod], day: date) -> dict[int, tuple[int, int]]:
    """The class periods of a day; of several for one number, the one that began last."""
    found: dict[int, tuple[int, int]] = {}
    for one in sorted(periods, key=lambda row: row.from_on):
        if one.from_on <= day and (one.to_on is None or day <= one.to_on):
            found[one.period] = (one.start_minute, one.end_minute)
    return found


def runs(one: ClassSlot, day: TeachingDay) -> bool:
    """Whether a class takes place on a day."""
    return one.weekday == day.weekday and day.week in one.weeks


def busy(classes: Iterable[ClassSlot], day: TeachingDay, bounds: Bounds) -> list[Busy]:
    """The classes of a day with their minutes, in order; those in unknown periods are left out."""
    found = []
    for one in classes:
        minutes = minutes_of(one, bounds) if runs(one, day) else None
        if minutes:
            found.append(Busy(*minutes, one.course))
    return sorted(found)


def minutes_of(one: ClassSlot, bounds: Bounds) -> tuple[int, int] | None:
    """When a class begins and ends; None when its periods have no times."""
    if one.start_minute is not None and one.end_minute is not None:
        return one.start_minute, one.end_minute
    first, last = bounds.get(one.first_period or 0), bounds.get(one.last_period or 0)
    return (first[0], last[1]) if first and last else None


def free(taken: Sequence[Busy], opens: int, closes: int, travel: int = 0) -> list[tuple[int, int]]:
    """The spans between two minutes that no class fills, ``travel`` minutes away from each class."""
    away = [(one.start - travel, one.end + travel) for one in taken]
    return spans.without([(opens, closes)], away)
