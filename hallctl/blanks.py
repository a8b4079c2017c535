"""The immutable records of forms that are filled in by hand: day sheets and sign-in sheets."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple


class DaySheet(NamedTuple):
    """A window's day sheet, ready to be filled in."""

    hall: str
    window_no: str
    window: str
    on: date
    on_duty: Sequence[str]
    items: Sequence[str]
    """What the drop-down offers."""
    kinds: Sequence[str]
    """What is counted, as codes."""
    made_at: datetime


class SignLine(NamedTuple):
    """One person on duty, on the paper sign-in sheet."""

    shift: str
    window: str
    staff_no: str
    name: str


class SignDay(NamedTuple):
    """Everybody on duty on one day."""

    on: date
    lines: Sequence[SignLine]


class SignSheet(NamedTuple):
    """The paper sign-in sheet of one day or several."""

    college: str
    hall: str
    days: Sequence[SignDay]
    made_at: datetime
