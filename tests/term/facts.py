"""What happened in a made-up term, as plain records: told to hallctl by commands, recounted without it.

A script is all there is to know: who stands where, who punched when, which cases came, what was said on
which day. Nothing here imports hallctl.
"""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

HALL = Path(__file__).parent.parent.parent / "fixtures" / "hall"
FIRST, LAST = date(2026, 9, 1), date(2027, 1, 3)
TERM, WEEKS = "2026-2027-1", 18


class Duty(NamedTuple):
    """One person's shift."""

    start: datetime
    end: datetime
    window_no: str
    staff_no: str


class Punch(NamedTuple):
    """One tap at a device: 0 in, 1 out, 2 break out, 3 break in, 255 undefined."""

    staff_no: str
    at: datetime
    status: int


class Leave(NamedTuple):
    """Approved leave, with who stands in."""

    staff_no: str
    kind: str
    from_at: datetime
    to_at: datetime
    substitute: str = ""


class Swap(NamedTuple):
    """A shift that changes hands with the officer's consent."""

    giver: str
    taker: str
    start: datetime


class Correction(NamedTuple):
    """When somebody really came or went."""

    staff_no: str
    start: datetime
    came: str = ""
    went: str = ""


class Gone(NamedTuple):
    """Somebody's last day, and why: dismissed (for points or for ``reason``), or left."""

    staff_no: str
    last_on: date
    why: str
    reason: str = ""


class Joined(NamedTuple):
    """Somebody new who takes another one's post."""

    staff_no: str
    name: str
    instead_of: str
    on: date


class Case(NamedTuple):
    """One case from its receipt to its end, as the window's book has it."""

    ref: str
    item: str
    applicant_no: str
    applicant: str
    window_no: str
    handler: str
    """Empty: whoever was on duty."""
    at: datetime
    closed_at: datetime | None = None
    result: str = ""
    supplied_at: datetime | None = None
    """When the papers came that were missing at first."""
    moved: tuple[str, datetime] | None = None
    """To whom it was handed on, and when."""
    decided: tuple[tuple[str, datetime], ...] = ()
    """Departments of a joint case and when they decided."""
    by: str = "register"
    """Or daysheet, or command."""


class Rating(NamedTuple):
    """How an applicant rated a case, from 5 to 1; ``fixed_at`` for a bad one."""

    ref: str
    level: int
    at: datetime
    fixed_at: datetime | None = None


class Violation(NamedTuple):
    """Something proposed for a deduction; ``key`` is ours."""

    key: str
    staff_no: str
    kind: str
    on: date
    note: str


class FromCases(NamedTuple):
    """The month whose late cases are proposed."""

    month: str


class Verdict(NamedTuple):
    """What became of a proposal: confirm, reject, reverse, appeal, upheld, dismissed, statement."""

    key: str
    act: str
    text: str = ""


class Kept(NamedTuple):
    """A dismissal that is due and, with reasons, not carried out."""

    staff_no: str
    reason: str


class Letter(NamedTuple):
    """To the department of a leader, instead of points."""

    staff_no: str
    kind: str
    on: date
    note: str


class Complaint(NamedTuple):
    """A complaint; ``name`` and ``contact`` are sealed, without a name it is anonymous."""

    key: str
    about: tuple[str, str]
    """The option and its value; ``("--officer", "")``."""
    kind: str
    matter: str
    on: date
    name: str = ""
    contact: str = ""
    whose: str = ""
    """Whose violation follows when it is substantiated."""


class Step(NamedTuple):
    """A step of a complaint: accept, finding (yes, partly, no), reply."""

    key: str
    step: str
    finding: str = ""
    note: str = ""
    propose: bool = False


class Seen(NamedTuple):
    """Praise, or an incident of a kind."""

    staff_no: str
    kind: str
    on: date
    note: str


class Log(NamedTuple):
    """A work log of a hand-over that began at ``start``."""

    window_no: str
    start: datetime
    at: datetime


class Setting(NamedTuple):
    """The college's decision about a figure."""

    name: str
    value: Any
    from_on: date


class Score(NamedTuple):
    """What a leader gave by word, over what the sheet said."""

    week: str
    staff_no: str
    points: int


class Words(NamedTuple):
    """A command that moves no figure of the recount."""

    words: tuple[str, ...]


class Week(NamedTuple):
    """register: the case book; punches: the device's file; publish: the scores, and the week is closed."""

    week: str
    act: str


class Sheets(NamedTuple):
    """The day sheet of one window."""

    window_no: str
    on: date


class DutyFile(NamedTuple):
    """Duties that are hung out."""

    name: str
    duties: tuple[Duty, ...]


class Built(NamedTuple):
    """A week whose roster hallctl works out; what it hangs out is a fact from then on."""

    week: str


class Month(NamedTuple):
    """A month that is reported for good, or opened again."""

    month: str
    act: str


class Script:
    """The whole term: ``events`` are (when it was told, what), in order of telling."""

    def __init__(self) -> None:
        self.punches: list[Punch] = []
        self.cases: dict[str, Case] = {}
        self.ratings: list[Rating] = []
        self.scores: dict[tuple[str, str], int] = {}
        self.events: list[tuple[datetime, Any]] = []

    def tell(self, said_at: datetime, fact: Any) -> None:
        """Something becomes known."""
        self.events.append((said_at, fact))

    def said(self, kind: type, until: datetime | None = None) -> list[tuple[datetime, Any]]:
        """Everything of a kind that was told before an instant, in order."""
        found = [one for one in self.events if isinstance(one[1], kind)]
        return [one for one in found if until is None or one[0] < until]


def at(day: date, clock: str) -> datetime:
    """A moment of a day."""
    hours, minutes = clock.split(":")
    return datetime.combine(day, time(int(hours), int(minutes)))


def week_of(day: date) -> str:
    """The name of a week."""
    year, number, _day = day.isocalendar()
    return f"{year}-W{number:02d}"


def monday(week: str) -> date:
    """The first day of a week."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def weeks() -> list[str]:
    """The weeks of the term."""
    first = FIRST - timedelta(days=FIRST.weekday())
    return [week_of(first + timedelta(days=7 * n)) for n in range(WEEKS)]


def _exceptions() -> dict[date, bool]:
    path = HALL / "calendar_2026_holiday_cn.json"
    days = json.loads(path.read_text(encoding="utf-8"))["days"]
    return {date.fromisoformat(one["date"]): one["isOffDay"] for one in days}


EXCEPTIONS = _exceptions()
"""The national notice of the year, read from its file; next year's first day off is known to everybody."""


def works(day: date) -> bool:
    """Whether a day is a working day."""
    if day in EXCEPTIONS:
        return not EXCEPTIONS[day]
    return day.weekday() < 5 and day != date(2027, 1, 1)


def workdays(first: date, last: date) -> list[date]:
    """The working days from one day to another, both included."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if works(day)]


def later(day: date, number: int) -> date:
    """The day on which so many more working days have passed."""
    while number:
        day += timedelta(days=1)
        number -= works(day)
    return day
