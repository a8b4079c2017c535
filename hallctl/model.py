"""The immutable records that travel between the rooms. No behaviour beyond what a field means.

NamedTuples rather than dataclasses: the sign-in path imports this module at every start, and
thirty frozen dataclasses cost ten times what thirty NamedTuples do.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

SHANGHAI = timezone(timedelta(hours=8))
"""Asia/Shanghai has kept +08:00 without summer time since 1991: a fixed offset is exact here."""

T = TypeVar("T")


# --- rulings -----------------------------------------------------------------------------------


class Ground(NamedTuple):
    """Why a rule ruled as it did; stored with the record and rendered by ``hallctl why``."""

    article: str
    """The bare number of the article, such as "27"."""
    because: str
    """A message code, never prose."""
    values: Mapping[str, object] = {}
    """The facts the reason mentions."""
    settings: Mapping[str, object] = {}
    """Every setting that was read, by name, with the value in force on the day of the fact."""


class Ruling(NamedTuple, Generic[T]):
    """What a rule decided, and on what ground."""

    value: T
    ground: Ground


class Undecided(NamedTuple):
    """A judgement the regulation leaves to a person; nothing is defaulted until one is recorded."""

    article: str
    question: str
    """A message code."""
    decider: str
    """Who decides: "officer", "department", "faculty" or "college"."""


# --- people and places -------------------------------------------------------------------------


class Role(StrEnum):
    """The three kinds of hall staff (Art. 5, 6)."""

    OFFICER = "officer"
    LEADER = "leader"
    STUDENT = "student"


class Post(NamedTuple):
    """One person's service at a window, ``to_on`` (included) None while it goes on."""

    staff_no: str
    role: Role
    window_no: str | None
    from_on: date
    to_on: date | None


# --- days --------------------------------------------------------------------------------------


class DayKind(StrEnum):
    """What a date was in one count of working days."""

    COUNTED = "counted"
    REST = "rest"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"
    """Counted although it is a weekend day: a make-up workday of the national notice."""
    LOCAL = "local"
    """Skipped because of a local row (vacation, closure, holiday)."""
    PAUSED = "paused"


class CountedDay(NamedTuple):
    """One date of a count; ``n`` is its ordinal, None where the date does not count."""

    on: date
    kind: DayKind
    n: int | None


class DueStatus(StrEnum):
    """Whether every year that a due date rests on has been announced."""

    FIRM = "firm"
    PROVISIONAL = "provisional"


class Deadline(NamedTuple):
    """A due date with its reckoning; all dates inclusive, firm means the three dates are one."""

    due_on: date
    status: DueStatus
    earliest: date
    latest: date
    days: Sequence[CountedDay]
    """Every date after the acceptance day up to and including ``due_on``."""


class LocalDay(NamedTuple):
    """A local calendar row (both ends included); it wins over the national notice."""

    kind: str
    """vacation, closure, special_hours, makeup_work, makeup_class or holiday."""
    from_on: date
    to_on: date
    opens: int | None = None
    """Minutes after midnight, for special_hours and makeup_work."""
    closes: int | None = None
    authority: str = ""
    as_weekday: int | None = None
    """For makeup_class: whose weekday's classes run, 1 for Monday to 7."""
    as_week: int | None = None
    """For makeup_class: of which teaching week; the day's own when None."""


class ClassSlot(NamedTuple):
    """One class of a timetable: by class periods or by minutes after midnight, in explicit weeks."""

    weekday: int
    """1 for Monday to 7 for Sunday."""
    weeks: tuple[int, ...]
    first_period: int | None
    last_period: int | None
    start_minute: int | None
    end_minute: int | None
    course: str = ""
    room: str = ""


class ClassPeriod(NamedTuple):
    """When one class period begins and ends, from a day to another (both included)."""

    period: int
    start_minute: int
    end_minute: int
    from_on: date
    to_on: date | None = None


# --- duty and attendance -----------------------------------------------------------------------


class Status(StrEnum):
    """What one duty shift is called; the first that fits, in this order after DUE."""

    DUE = "due"
    GIVEN_AWAY = "given_away"
    LEAVE = "leave"
    ABSENT = "absent"
    MISSING_IN = "missing_in"
    MISSING_OUT = "missing_out"
    LATE = "late"
    EARLY = "early"
    PRESENT = "present"


class Part(NamedTuple):
    """A stretch of a shift: one that a colleague serves, or during which nobody was at the post."""

    from_at: datetime
    to_at: datetime
    who: str = ""
    """The taker's staff number."""


class Shift(NamedTuple):
    """One person's duty at one window; ``ends_at`` may lie on the next day."""

    shift_no: str
    staff_no: str
    window_no: str
    on: date
    starts_at: datetime
    ends_at: datetime
    name: str = ""
    given_to: str | None = None
    """The taker's staff number when an approved swap gave this shift away."""
    taken_from: str | None = None
    """The giver's staff number when this shift was taken over."""
    given: tuple[Part, ...] = ()
    """The parts that others serve; the rest is this person's."""

    @property
    def kept(self) -> tuple[Part, ...]:
        """The stretches that are this person's to serve, in order; none of a shift given away."""
        found, start = [], self.starts_at
        for part in (
            () if self.given_to else (*sorted(self.given), Part(self.ends_at, self.ends_at))
        ):
            if start < part.from_at:
                found.append(Part(start, part.from_at, self.staff_no))
            start = max(start, part.to_at)
        return tuple(found)


class Punch(NamedTuple):
    """One raw punch of one person; direction is "in", "out" or "?" (the device did not say)."""

    at: datetime
    direction: str


class LeaveSpan(NamedTuple):
    """Approved leave of one person, from (inclusive) to (exclusive); kind personal, sick, official."""

    kind: str
    from_at: datetime
    to_at: datetime


class AttendanceRules(NamedTuple):
    """The attendance settings in force on the day of the shift (Art. 14, 23)."""

    grace_minutes: int = 0
    tap_seconds: int = 60
    settle_minutes: int = 60
    bind_before_minutes: int = 120
    sign_out_expected: bool = True
    missing_in_is_absent: bool = False
    """Once the month is closed, a sign-in that is still missing counts as absent."""


class Correction(NamedTuple):
    """When a person is taken to have come and gone, against the punches; None leaves that end as it is."""

    shift_no: str
    in_at: datetime | None
    out_at: datetime | None


class Decided(NamedTuple):
    """What people decided about one person's shifts, beside the punches."""

    corrections: Sequence[Correction] = ()
    """The oldest first: a later one wins."""
    left_post: Mapping[str, Sequence[Part]] = {}
    """By shift; from and to are the same where the length is not known."""
    excused: frozenset[str] = frozenset()
    """Numbers of shifts whose fault is excused: the status stays."""


class Judged(NamedTuple):
    """One duty shift with what it is called and the minutes behind it."""

    shift: Shift
    status: Status
    marks: tuple[str, ...]
    """Every other name that fits (late, early, missing_out …) plus left_post, reversed and excused."""
    signed_in_at: datetime | None
    signed_out_at: datetime | None
    minutes_late: int
    minutes_early: int
    minutes_served: int
    leave_kind: str | None = None
    minutes_away: int = 0
    """Of a spot check that says from when to when nobody was at the post."""
