"""Swaps (Art. 14): asked for with a reason, agreed by the colleague, approved by the hall's head."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.model import Role, Shift
from hallctl.office.hall import Hall, act
from hallctl.office.takeovers import ShiftSaid, minute_of, require_free, shift_of
from hallctl.store import duty, months, swaps
from hallctl.store.people import Person
from hallctl.store.swaps import Request, Step, Wish
from hallctl.store.writing import Writing

OPEN = ("requested", "agreed")
"""Where a request still waits for somebody."""


class Swap(NamedTuple):
    """A shift, or the part of it from ``start`` to ``end``, that is to change hands or has."""

    request_no: str | None
    state: str
    shift_no: str
    on: date
    start: str
    end: str
    giver_no: str
    taker_no: str
    reason: str
    approved_by: str | None = None
    already: bool | None = None


class Asked(NamedTuple):
    """What was said at the desk: who gives what to whom, why, and how far it has got."""

    giver: str
    taker: str
    shift: ShiftSaid
    reason: str
    part: tuple[int, int] | None = None
    """Minutes after midnight, when only a part changes hands."""
    state: str | None = None
    """requested, agreed or approved; by whoever acts when left out."""
    at: datetime | None = None


@act("duty swap")
def swap(hall: Hall, work: Writing, asked: Asked) -> Swap:
    """Record a request, or at once that it is agreed or approved; all within one transaction.

    The hall's head records what was agreed and approved, others a request. Raises NotFound when the
    giver has no shift then, Conflict when it was swapped before or the taker is not free, Refused for
    another actor, a shift that is over, or a closed month (Art. 14, 23).
    """
    day = asked.shift.day(hall.today)
    hall.require_in_force(day)
    if asked.state == "approved":
        hall.require_head("14", day)
    giver, taker = hall.person(asked.giver), hall.person(asked.taker)
    if giver.staff_no == taker.staff_no:
        raise Usage("duty.swap_with_oneself", name=giver.name)
    shift = shift_of(hall, giver.staff_no, asked.shift)
    at = asked.at or hall.now
    wish = _wish(shift, giver, taker, asked, at)
    state = asked.state or _state_by_actor(hall, wish, shift)
    if state == "approved":
        hall.require_head("14", shift.on)
    if found := _recorded(hall, wish, shift, state):
        return found
    _require_party(hall, wish, shift)
    request_no = _open_request(hall, wish)
    if request_no is None:
        request_no = swaps.add_request(work, wish)
        swaps.add_step(work, request_no, Step("requested", hall.actor_no, at))
    if state in {"agreed", "approved"} and _state(hall, request_no) == "requested":
        swaps.add_step(work, request_no, Step("agreed", taker.staff_no, at))
    late = _require_time(hall, wish, shift, state)
    require_free(hall, shift, wish)
    if state == "approved":
        _approve(hall, work, request_no, wish, at, late=late)
    work.tell(
        {"request": request_no, "state": state},
        shift=shift.shift_no, giver=giver.staff_no, taker=taker.staff_no,
    )  # fmt: skip
    return _shown(hall, shift, wish, request_no, state)


@act("duty agree")
def agree(hall: Hall, work: Writing, request_no: str) -> Swap:
    """Record that the colleague agrees; the taker says so, or the hall's head for the taker."""
    found, shift = _waiting(hall, request_no)
    if found.state != "requested":
        return _shown(hall, shift, found.wish, request_no, found.state, already=True)
    _require_one_of(hall, shift, {found.wish.taker_no})
    _require_time(hall, found.wish, shift, "agreed")
    require_free(hall, shift, found.wish)
    swaps.add_step(work, request_no, Step("agreed", hall.actor_no, hall.now))
    work.tell({"request": request_no, "state": "agreed"}, taker=found.wish.taker_no)
    return _shown(hall, shift, found.wish, request_no, "agreed")


@act("duty approve")
def approve(hall: Hall, work: Writing, request_no: str, *, agreed: bool = False) -> Swap:
    """Approve what the colleague agreed to; everything is looked at anew (Art. 14).

    ``agreed`` says that the colleague stands there and agrees. Raises Refused without agreement.
    """
    found, shift = _waiting(hall, request_no)
    hall.require_head("14", shift.on)
    if found.state == "approved":
        return _shown(hall, shift, found.wish, request_no, "approved", already=True)
    wish = found.wish
    if found.state == "requested":
        if not agreed:
            raise Refused(
                "duty.not_agreed", article="14", request_no=request_no, taker_no=wish.taker_no
            )
        swaps.add_step(work, request_no, Step("agreed", wish.taker_no, hall.now))
    _require_time(hall, wish, shift, "agreed")
    _require_untaken(hall, wish)
    require_free(hall, shift, wish)
    _approve(hall, work, request_no, wish, hall.now, late=False)
    work.tell({"request": request_no, "state": "approved"}, shift=shift.shift_no)
    return _shown(hall, shift, wish, request_no, "approved")


@act("duty decline")
def decline(hall: Hall, work: Writing, request_no: str, reason: str) -> Swap:
    """Say no to a request that waits: the taker, or the hall's head."""
    return _end(hall, work, request_no, "declined", reason)


@act("duty withdraw")
def withdraw(hall: Hall, work: Writing, request_no: str, reason: str) -> Swap:
    """Take a request back, an approved one too as long as the shift has not begun."""
    return _end(hall, work, request_no, "withdrawn", reason)


def _end(hall: Hall, work: Writing, request_no: str, state: str, reason: str) -> Swap:
    found, shift = _waiting(hall, request_no, ended=True)
    wish = found.wish
    if found.state == state:
        return _shown(hall, shift, wish, request_no, state, already=True)
    known = OPEN if state == "declined" else (*OPEN, "approved")
    if found.state not in known:
        raise Conflict("duty.request_is_over", request_no=request_no, state=found.state)
    _require_one_of(hall, shift, {wish.taker_no if state == "declined" else wish.giver_no})
    if found.state == "approved":
        hall.require_head("14", shift.on)
        if hall.now >= _span(shift, wish)[0]:
            raise Refused("duty.shift_begun", article="14", shift_no=shift.shift_no)
        swaps.void_of_request(work, request_no)
    swaps.add_step(work, request_no, Step(state, hall.actor_no, hall.now, reason))
    work.tell({"request": request_no, "state": state}, shift=shift.shift_no)
    return _shown(hall, shift, wish, request_no, state)


def requests(hall: Hall, from_on: date, to_on: date, state: str | None) -> list[Swap]:
    """The requests about shifts of some days (both included); of one state, or ``open`` ones."""
    wanted = OPEN if state == "open" else (state,)
    found = []
    for one in swaps.requests(hall.db, from_on, to_on):
        shift = duty.shift(hall.db, one.wish.shift_no)
        if shift and (state is None or one.state in wanted):
            found.append(_shown(hall, shift, one.wish, one.request_no, one.state))
    return found


def _wish(shift: Shift, giver: Person, taker: Person, asked: Asked, at: datetime) -> Wish:
    start, end = minute_of(shift, shift.starts_at), minute_of(shift, shift.ends_at)
    first, last = asked.part or (start, end)
    if first < start <= first + 1440 < end:  # after midnight
        first += 1440
    if last <= first:
        last += 1440
    if not start <= first < last <= end:
        raise Usage(
            "duty.part_outside", start=f"{shift.starts_at:%H:%M}", end=f"{shift.ends_at:%H:%M}"
        )
    part = None if (first, last) == (start, end) else (first, last)
    return Wish(
        shift.shift_no, giver.staff_no, taker.staff_no, part and part[0], part and part[1],
        asked.reason, at,
    )  # fmt: skip


def _state_by_actor(hall: Hall, wish: Wish, shift: Shift) -> str:
    """What a bare request means: by the hall's head all three stand at the desk, by the taker agreement."""
    if _is_head(hall, shift.on):
        return "approved"
    return "agreed" if hall.actor_no == wish.taker_no else "requested"


def _is_head(hall: Hall, day: date) -> bool:
    try:
        hall.require_head("14", day)
    except Refused:
        return False
    return True


def _recorded(hall: Hall, wish: Wish, shift: Shift, state: str) -> Swap | None:
    """The same swap or request as it stands already; Conflict when the time is another's."""
    for one in swaps.taken(hall.db, wish.shift_no):
        same = (one.start_minute, one.end_minute) == (wish.start_minute, wish.end_minute)
        if one.taker_no == wish.taker_no and same:
            found = _shown(hall, shift, wish, None, "approved", already=True)
            return found._replace(approved_by=one.approved_by)
    _require_untaken(hall, wish)
    order = ("requested", "agreed", "approved")
    for request in _same(hall, wish):
        if request.state in OPEN and order.index(request.state) >= order.index(state):
            return _shown(hall, shift, wish, request.request_no, request.state, already=True)
    return None


def _require_untaken(hall: Hall, wish: Wish) -> None:
    """Refuse a shift, or minutes of it, that were given away before."""
    first, last = wish.start_minute, wish.end_minute
    for one in swaps.taken(hall.db, wish.shift_no):
        apart = (
            None not in (first, one.start_minute)
            and one.taker_no != wish.taker_no
            and ((one.end_minute or 0) <= (first or 0) or (last or 0) <= (one.start_minute or 0))
        )
        if not apart:
            raise Conflict("duty.swapped_before", shift_no=wish.shift_no, other=one.taker_no)


def _same(hall: Hall, wish: Wish) -> Iterator[Request]:
    for one in swaps.requests_for(hall.db, wish.shift_no):
        if one.wish[:5] == wish[:5]:
            yield one


def _open_request(hall: Hall, wish: Wish) -> str | None:
    return next((one.request_no for one in _same(hall, wish) if one.state in OPEN), None)


def _state(hall: Hall, request_no: str) -> str:
    found = swaps.request(hall.db, request_no)
    return found.state if found else ""


def _require_party(hall: Hall, wish: Wish, shift: Shift) -> None:
    _require_one_of(hall, shift, {wish.giver_no, wish.taker_no})


def _require_one_of(hall: Hall, shift: Shift, numbers: set[str]) -> None:
    """The people concerned, the leader of the shift's window, or the hall's head."""
    if hall.actor_no in numbers or _is_head(hall, shift.on):
        return
    actor = hall.person(hall.actor_no, shift.on)
    if actor.role == Role.LEADER and actor.window_no == shift.window_no:
        return
    raise Refused(
        "duty.not_your_swap", article="14", actor_no=hall.actor_no, numbers=sorted(numbers)
    )


def _require_time(hall: Hall, wish: Wish, shift: Shift, state: str) -> bool:
    """Refuse a closed month and a shift that is over; returns whether the head records it afterwards."""
    month = f"{shift.on:%Y-%m}"
    if month in months.closed(hall.db):
        raise Refused("attendance.month_closed", article="23", month=month)
    starts_at, ends_at = _span(shift, wish)
    if wish.at >= ends_at or hall.now >= ends_at:
        if state != "approved":
            raise Refused("duty.shift_over", article="14", shift_no=shift.shift_no)
        if wish.at >= ends_at:
            hall.note("duty.swap_recorded_late", "14", shift_no=shift.shift_no, on=shift.on)
        return wish.at >= ends_at
    hours = int(hall.law.on(shift.on)["swap.notice_hours"])
    if starts_at - wish.at < timedelta(hours=hours):
        hall.note("duty.short_notice", "14", hours=hours, start=f"{starts_at:%m-%d %H:%M}")
    return False


def _approve(
    hall: Hall, work: Writing, request_no: str, wish: Wish, at: datetime, *, late: bool
) -> None:
    swaps.add_step(work, request_no, Step("approved", hall.actor_no, at))
    swaps.add_taken(work, wish, hall.actor_no, request_no=request_no, late=late)


def _waiting(hall: Hall, request_no: str, *, ended: bool = False) -> tuple[Request, Shift]:
    found = swaps.request(hall.db, request_no)
    shift = duty.shift(hall.db, found.wish.shift_no) if found else None
    if found is None or shift is None:
        raise NotFound("duty.unknown_request", request_no=request_no)
    if not ended and found.state in {"declined", "withdrawn"}:
        raise Conflict("duty.request_is_over", request_no=request_no, state=found.state)
    return found, shift


def _span(shift: Shift, wish: Wish) -> tuple[datetime, datetime]:
    if wish.start_minute is None or wish.end_minute is None:
        return shift.starts_at, shift.ends_at
    start = duty.midnight(shift.on)
    minutes: Sequence[int] = (wish.start_minute, wish.end_minute)
    return start + timedelta(minutes=minutes[0]), start + timedelta(minutes=minutes[1])


def _shown(
    hall: Hall, shift: Shift, wish: Wish, request_no: str | None, state: str, *, already: bool = False
) -> Swap:  # fmt: skip
    first, last = _span(shift, wish)
    approved_by = None
    if state == "approved":
        steps = swaps.request(hall.db, request_no).steps if request_no else ()  # type: ignore[union-attr]
        approved_by = steps[-1].by_no if steps else hall.actor_no
    return Swap(
        request_no, state, shift.shift_no, shift.on, f"{first:%H:%M}", f"{last:%H:%M}",
        wish.giver_no, wish.taker_no, wish.reason, approved_by, already or None,
    )  # fmt: skip
