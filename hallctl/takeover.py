"""What keeps a colleague from taking over a stretch of duty (Art. 14): facts compared, nothing decided."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple


class Takeover(NamedTuple):
    """A stretch of duty that a colleague is to take over, and what that colleague has to do otherwise."""

    taker_no: str
    name: str
    from_at: datetime
    to_at: datetime
    serves: bool
    duties: Sequence[tuple[datetime, datetime, str]]
    """Other duty of that week and beside it: from, to (exclusive), window."""
    leaves: Sequence[tuple[datetime, datetime]]
    classes: Sequence[tuple[datetime, datetime]] = ()
    """With the way between a class and a shift."""
    student: bool = True


def hindrance(plan: Takeover) -> tuple[str | None, str]:
    """The first thing that keeps the taker away, as a message code, with the window of other duty."""
    if not plan.serves:
        return "duty.taker_not_serving", ""
    for first, last, window in plan.duties:
        if _meet(plan, [(first, last)]):
            return "duty.taker_is_busy", window
    if _meet(plan, plan.leaves):
        return "duty.taker_on_leave", ""
    return ("duty.taker_has_class" if _meet(plan, plan.classes) else None), ""


def week_minutes(plan: Takeover) -> int:
    """The minutes of duty in the week of the stretch, itself included."""
    week = plan.from_at.isocalendar()[:2]
    spans = [(plan.from_at, plan.to_at), *((one[0], one[1]) for one in plan.duties)]
    own = [span for span in spans if span[0].isocalendar()[:2] == week]
    return sum(int((last - first).total_seconds()) // 60 for first, last in own)


def day_shifts(plan: Takeover) -> int:
    """How many stretches of duty begin on the day of this one, itself included."""
    return 1 + sum(first.date() == plan.from_at.date() for first, _last, _window in plan.duties)


def _meet(plan: Takeover, spans: Iterable[tuple[datetime, datetime]]) -> bool:
    return any(first < plan.to_at and plan.from_at < last for first, last in spans)
