"""The immutable records of registers, as the office fills them and the sheets print them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple


class MeetingPerson(NamedTuple):
    """One line of an attendance list; state is present, excused or absent."""

    staff_no: str
    name: str
    role: str | None
    window: str
    state: str


class MeetingLine(NamedTuple):
    """One meeting of the register with its attendance list."""

    meeting_no: str
    kind: str
    on: date
    topic: str
    window_no: str | None
    window: str
    chair: str
    place: str
    note: str
    invited: int
    present: int
    excused: int
    absent: int
    people: Sequence[MeetingPerson]


class MeetingRegister(NamedTuple):
    """The meetings and trainings of some days (both included)."""

    college: str
    hall: str
    from_on: date
    to_on: date
    prepared_by: str
    lines: Sequence[MeetingLine]
    made_at: datetime


class ComplaintLine(NamedTuple):
    """One complaint of the register; who complained is in none of its fields."""

    complaint_no: str
    received_on: date
    channel: str
    about: str
    """staff, window, case or officer; of one about the officer nothing else is here."""
    concerns: str = ""
    """The person, the window or the case."""
    kind: str = ""
    anonymous: bool = False
    matter: str = ""
    accepted_on: date | None = None
    reply_by: date | None = None
    finding: str | None = None
    investigated_by: str = ""
    found: str = ""
    replied_on: date | None = None
    lateness: str | None = None
    """late or on_time once it is answered; before that reply_late or accept_late when its day is over."""
    violations: Sequence[str] = ()


class ComplaintRegister(NamedTuple):
    """The complaints received over some days, both included (Art. 33)."""

    college: str
    hall: str
    from_on: date
    to_on: date
    prepared_by: str
    lines: Sequence[ComplaintLine]
    accept_days: int
    reply_days: int
    made_at: datetime


class WindowRatings(NamedTuple):
    """How one window was rated over some days: cases by their applicants, and nameless survey answers."""

    window_no: str
    window: str
    cases_rated: int
    survey_answers: int
    level_5: int
    level_4: int
    level_3: int
    level_2: int
    level_1: int
    satisfaction_rate: float | None
    """Of both sources, those that satisfy."""
    bad_ratings: int
    """Cases whose rating does not satisfy."""
    survey_bad: int


class RatingReport(NamedTuple):
    """The windows' ratings over some days, both included (Art. 33)."""

    college: str
    hall: str
    from_on: date
    to_on: date
    prepared_by: str
    lines: Sequence[WindowRatings]
    satisfied_from: int
    made_at: datetime
