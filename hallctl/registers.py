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
