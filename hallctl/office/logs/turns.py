"""Which hand-overs a day has, and what the hall file knows about one of them (Art. 19)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance, handover
from hallctl.errors import NotFound
from hallctl.handover import Turn
from hallctl.model import Shift
from hallctl.office.hall import Hall
from hallctl.store import cases, days, duty
from hallctl.store.cases import Case
from hallctl.store.duty import midnight
from hallctl.store.logs import LogRow

CLOSED = ("completed", "refused", "withdrawn", "told")


def turns_between(hall: Hall, from_on: date, to_on: date) -> list[tuple[date, str, Turn]]:
    """Every turn of some days (both included) by day, window and start; who is on leave has none."""
    shifts = attendance.on_special_days(_held(hall, from_on, to_on), days.local_days(hall.db))
    by_place: dict[tuple[date, str], list[Shift]] = {}
    for one in shifts:
        by_place.setdefault((one.on, one.window_no), []).append(one)
    return [
        (on, window_no, turn)
        for (on, window_no), own in sorted(by_place.items())
        for turn in handover.turns(own)
    ]


def _held(hall: Hall, from_on: date, to_on: date) -> list[Shift]:
    """The shifts of some days but those that leave covers from end to end."""
    listed = list(duty.shifts(hall.db, from_on, to_on))
    span = (midnight(from_on), midnight(to_on + timedelta(days=2)))
    away = duty.leaves(hall.db, *span)
    return [
        one
        for one in listed
        if not any(
            leave.from_at <= one.starts_at and one.ends_at <= leave.to_at
            for leave in away.get(one.staff_no, ())
        )
    ]


def turns_of(hall: Hall, window_no: str, on: date) -> list[Turn]:
    """One window's turns of a day, in order."""
    return [turn for _on, window, turn in turns_between(hall, on, on) if window == window_no]


def turn_at(hall: Hall, window_no: str, at: datetime, from_no: str | None) -> Turn:
    """The turn that a log written at ``at`` is about.

    That of ``from_no`` where somebody is named, else the last one that had begun. Raises NotFound.
    """
    begun = [
        one
        for one in turns_of(hall, window_no, at.date())
        if one.starts_at <= at and from_no in {None, *one.staff}
    ]
    if not begun:
        raise NotFound("log.no_turn", window_no=window_no, at=at)
    return begun[-1]


def covers(row: LogRow, turn: Turn) -> bool:
    """Whether a log is about a turn, even if the roster was changed a little since."""
    start, end = minutes(row.on_date, turn)
    return row.start_minute < end and start < row.end_minute


def minutes(on: date, turn: Turn) -> tuple[int, int]:
    """A turn's bounds in minutes after midnight of its day."""
    first = midnight(on)
    return (
        int((turn.starts_at - first).total_seconds()) // 60,
        int((turn.ends_at - first).total_seconds()) // 60,
    )


class Counted(NamedTuple):
    """What the hall file knows about a turn."""

    taken: int
    """Cases received at the window since the turn before ended."""
    done: int
    """Cases of the window closed in that time."""
    open: tuple[Case, ...]
    """Cases of the window not closed at its end."""


def counted(hall: Hall, window_no: str, on: date, turn: Turn) -> Counted:
    """The cases of a turn: from the end of the one before to its own end, the day's last to midnight."""
    first, last = midnight(on), midnight(on + timedelta(days=1))
    for other in turns_of(hall, window_no, on):
        if other.ends_at <= turn.starts_at:
            first = other.ends_at
        if other.starts_at >= turn.ends_at:
            last = min(last, turn.ends_at)
    here = [one for one in cases.touching(hall.db, on, on) if one.file.window_no == window_no]
    return Counted(
        sum(first <= one.file.received_at < last for one in here),
        sum(closed_at is not None and first <= closed_at < last for closed_at in _closings(here)),
        tuple(
            one
            for one in here
            if one.file.received_at < last
            and (one.now.closed_at is None or one.now.closed_at >= last)
        ),
    )


def _closings(here: Iterable[Case]) -> list[datetime | None]:
    return [one.now.closed_at for one in here]
