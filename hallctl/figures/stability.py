"""How stable the window staff is (Art. 14)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hallctl.figures.formulas import Formula, rate
from hallctl.model import Post


class Served(NamedTuple):
    """Where one person served over a period, and on how many of its days."""

    staff_no: str
    days_at: tuple[tuple[str, int], ...]
    """Each window with the days served there."""
    of_days: int
    """How many days the period has."""


def served(_one: Served) -> bool:
    """Leaders and student workers who served at any window on any day of the period."""
    return True


def stayed(one: Served) -> bool:
    """Who served at one and the same window on each day of the period, in whatever role."""
    return any(days == one.of_days for _window_no, days in one.days_at)


FORMULAS: dict[str, Formula[Served]] = {"stability_rate": Formula("14", stayed, served)}


class WindowStability(NamedTuple):
    """How stable one window's staff was over some days."""

    window_no: str
    served: int
    stayed: int
    changed: tuple[str, ...]
    """The numbers of those who did not stay throughout."""

    @property
    def stability_rate(self) -> float | None:
        """stayed / served."""
        return rate(self.stayed, self.served)


class Stability(NamedTuple):
    """How stable the hall's window staff was over some days (Art. 14)."""

    served: int
    stayed: int
    windows: tuple[WindowStability, ...]

    @property
    def stability_rate(self) -> float | None:
        """stayed / served; a change of role is none, a day without a post or at another window is."""
        return rate(self.stayed, self.served)


def serving(posts: Iterable[Post], from_on: date, to_on: date) -> list[Served]:
    """Everybody who served at a window over some days (both included), by number.

    ``posts`` are as they were served: nobody holds two on one day.
    """
    days: dict[str, dict[str, int]] = {}
    for one in posts:
        first, last = max(one.from_on, from_on), min(one.to_on or to_on, to_on)
        if one.window_no is not None and first <= last:
            own = days.setdefault(one.staff_no, {})
            own[one.window_no] = own.get(one.window_no, 0) + (last - first).days + 1
    of_days = (to_on - from_on).days + 1
    return [Served(no, tuple(sorted(own.items())), of_days) for no, own in sorted(days.items())]


def stability(posts: Iterable[Post], from_on: date, to_on: date) -> Stability:
    """The share of the staff that stayed at its window from the first to the last day (both included)."""
    found = serving(posts, from_on, to_on)
    here: dict[str, list[str]] = {}
    changed: dict[str, list[str]] = {}
    for one in found:
        for window_no, days in one.days_at:
            here.setdefault(window_no, []).append(one.staff_no)
            if days < one.of_days:
                changed.setdefault(window_no, []).append(one.staff_no)
    windows = []
    for window_no in sorted(here):
        left = tuple(changed.get(window_no, ()))
        number = len(here[window_no])
        windows.append(WindowStability(window_no, number, number - len(left), left))
    return Stability(len(found), sum(map(stayed, found)), tuple(windows))
