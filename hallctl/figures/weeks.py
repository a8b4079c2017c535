"""A period week by week: the populations of the case figures, each case in the week of its day (Art. 27)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl.figures.formulas import rate, span
from hallctl.figures.service import (
    CaseFact,
    accepted,
    cases_seen,
    completed,
    falling_due,
    in_time,
)


class WeekFigures(NamedTuple):
    """One week, Monday to Sunday, cut at the ends of the period; the weeks add up to the period's figures."""

    from_on: date
    to_on: date
    accepted: int
    completed: int
    due: int
    """Falling due in the week."""
    in_time: int

    @property
    def on_time_rate(self) -> float | None:
        """in_time / due."""
        return rate(self.in_time, self.due)


def weeks(
    facts: Sequence[CaseFact], from_on: date, to_on: date, over_on: date | None = None
) -> list[WeekFigures]:
    """The weeks of a period, both ends included, as known at its end."""
    seen = cases_seen(facts, span(from_on, to_on, over_on))
    days: dict[str, list[date | None]] = {
        "accepted": [one.fact.accepted_at.date() for one in seen if accepted(one)],
        "completed": [one.closed_on for one in seen if completed(one)],
        "due": [one.fact.due_on for one in seen if falling_due(one)],
        "in_time": [one.fact.due_on for one in seen if in_time(one)],
    }
    return [
        WeekFigures(
            first, last,
            **{name: sum(first <= day <= last for day in own if day) for name, own in days.items()},
        )
        for first, last in _stretches(from_on, to_on)
    ]  # fmt: skip


def _stretches(from_on: date, to_on: date) -> Iterator[tuple[date, date]]:
    first = from_on
    while first <= to_on:
        last = min(first + timedelta(days=6 - first.weekday()), to_on)
        yield first, last
        first = last + timedelta(days=1)
