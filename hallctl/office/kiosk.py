"""What the screen beside the card reader shows: who is on duty, who comes next. No phone numbers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from hallctl.model import Judged, Status
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.office.signing import bounds
from hallctl.store import people, places
from hallctl.store.hall_file import telling


class AtPost(NamedTuple):
    """One person who should be at a window now."""

    window: str
    name: str
    shift: str
    signed_in_at: datetime | None
    signed_out_at: datetime | None
    minutes_late: int


class Coming(NamedTuple):
    """A shift that begins later today, with everybody who has it at that window."""

    shift: str
    window: str
    names: Sequence[str]


class View(NamedTuple):
    """The lists of the screen at one moment."""

    hall: str
    college: str
    now: Sequence[AtPost]
    next: Sequence[Coming]


def view(hall: Hall) -> View:
    """Who is on duty and who comes next; raises HallFileTrouble while the file cannot be read."""
    with telling(hall.path):
        names = {one.staff_no: one.name for one in people.everybody(hall.db, hall.today)}
        windows = places.window_names(hall.db, hall.today)
        judged = [
            one
            for one in judge_days(hall, hall.today - timedelta(days=1), hall.today)
            if one.status not in {Status.GIVEN_AWAY, Status.LEAVE}
        ]
        now = [
            AtPost(
                windows[one.shift.window_no], names.get(one.shift.staff_no, ""), bounds(one.shift),
                one.signed_in_at, one.signed_out_at, one.minutes_late,
            )
            for one in judged
            if one.shift.starts_at <= hall.now < one.shift.ends_at
        ]  # fmt: skip
        return View(
            hall.facts.name, hall.facts.college or "", now, _next(hall, judged, names, windows)
        )


def _next(
    hall: Hall, judged: Sequence[Judged], names: dict[str, str], windows: dict[str, str]
) -> list[Coming]:
    found: dict[tuple[datetime, str, str], list[str]] = {}
    for one in judged:
        if one.shift.starts_at > hall.now:
            key = (one.shift.starts_at, one.shift.window_no, bounds(one.shift))
            found.setdefault(key, []).append(names.get(one.shift.staff_no, ""))
    return [
        Coming(shift, windows[window_no], people)
        for (_at, window_no, shift), people in sorted(found.items())
    ]
