"""What a roster is made of: slots, people and what is in their way, duties, gaps."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class Slot(NamedTuple):
    """One stretch of a window's day for which ``need`` people are wanted; minutes after midnight."""

    on: date
    start: int
    end: int
    window_no: str
    name: str | None = None
    need: int = 1


class Obstacle(NamedTuple):
    """What keeps somebody from duty, from one minute (included) to another (excluded)."""

    start: int
    end: int
    why: str
    """class, travel, leave, duty, not_serving or no_timetable."""
    what: str = ""


class Worker(NamedTuple):
    """One person who may be rostered in a week, with what is left of each limit; None is no limit."""

    staff_no: str
    window_no: str
    leader: bool = False
    served: int = 0
    """Minutes of duty in the term before this week."""
    week_left: int | None = None
    month_left: Mapping[int, int] = {}
    """Minutes left in a month, by its number; a month that is not named has no limit."""
    day_left: Mapping[date, int] = {}
    """Shifts left on a day; a day that is not named has no limit."""
    exempt: frozenset[date] = frozenset()
    """Days that count towards neither week nor month (vacations)."""
    obstacles: Mapping[date, Sequence[Obstacle]] = {}


class Duty(NamedTuple):
    """One person in one slot."""

    slot: Slot
    staff_no: str


class WhyNot(NamedTuple):
    """Why somebody cannot take a slot: an obstacle, or week_limit, month_limit, day_limit."""

    staff_no: str
    why: str
    what: str = ""


class Gap(NamedTuple):
    """A slot that ``missing`` people are wanting for, and why no candidate can."""

    slot: Slot
    missing: int
    candidates: Sequence[WhyNot]


class Roster(NamedTuple):
    """One week's duties and gaps, and the fixed duties that could not be kept."""

    duties: Sequence[Duty]
    gaps: Sequence[Gap]
    broken: Sequence[tuple[Duty, WhyNot]]
