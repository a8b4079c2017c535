"""How a figure is counted: the facts above the line, the facts below it, and what each adds.

The same populations count a figure and list the facts behind it, so that the two cannot drift apart.
Rates are percent with one decimal, half up; None where there is nothing to divide by.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


def rate(part: int, whole: int) -> float | None:
    """``part`` of ``whole`` in percent with one decimal, half up; None when ``whole`` is 0."""
    return _tenths(part * 1000, whole)


def mean(total: int, number: int) -> float | None:
    """``total`` over ``number`` with one decimal, half up; None when ``number`` is 0."""
    return _tenths(total * 10, number)


def _tenths(numerator: int, denominator: int) -> float | None:
    """A quotient in tenths, half up, by whole numbers so that no binary fraction rounds it wrong."""
    if denominator == 0:
        return None
    return (2 * numerator + denominator) // (2 * denominator) / 10


def change(now: float | None, before: float | None) -> float | None:
    """This month's value less last month's, None where one is missing."""
    if now is None or before is None:
        return None
    return round(now - before, 1)


class Span(NamedTuple):
    """A period, both ends included, and the last day of it that is over."""

    from_on: date
    to_on: date
    settled_on: date
    """What falls due later is neither in time nor late yet."""

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period; no day does not."""
        return day is not None and self.from_on <= day <= self.to_on

    def settles(self, day: date | None) -> bool:
        """Whether a day lies in the part of the period that is over."""
        return day is not None and self.from_on <= day <= self.settled_on


def span(from_on: date, to_on: date, over_on: date | None = None) -> Span:
    """A period; ``over_on`` is the last day that is over when the period is not."""
    return Span(from_on, to_on, to_on if over_on is None else min(to_on, over_on))


def once(_fact: object) -> int:
    """Each fact counts once."""
    return 1


class Formula(NamedTuple, Generic[T]):
    """One figure: a count, a sum, a rate or a mean over named populations of facts."""

    article: str
    part: Callable[[T], bool]
    """Who counts above the line; its name is the name of the population."""
    whole: Callable[[T], bool] | None = None
    """Who counts below the line; None for a plain count or sum."""
    adds: Callable[[T], int] = once
    """What each fact above the line adds."""
    of: Callable[[T], int] = once
    """What each fact below the line adds."""
    quotient: Callable[[int, int], float | None] = rate

    def sums(self, facts: Iterable[T]) -> tuple[int, int]:
        """What stands above and below the line."""
        above = below = 0
        for one in facts:
            above += self.adds(one) if self.part(one) else 0
            below += self.of(one) if self.whole and self.whole(one) else 0
        return above, below

    def value(self, facts: Iterable[T]) -> float | int | None:
        """The figure over some facts."""
        above, below = self.sums(facts)
        return self.quotient(above, below) if self.whole else above
