"""Who does not come, with consent: leave, who substitutes, and leave that ends sooner (Art. 14)."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.model import LeaveSpan, Shift
from hallctl.office.hall import Hall, act
from hallctl.office.takeovers import minute_of, require_free
from hallctl.store import duty, people, swaps
from hallctl.store.swaps import Wish
from hallctl.store.writing import Writing

LEAVE_KINDS = ("personal", "sick", "official")


class Leave(NamedTuple):
    """Approved leave."""

    leave_no: int
    staff_no: str
    name: str
    kind: str
    from_at: datetime
    to_at: datetime
    reason: str
    approved_by: str
    substitutes: tuple[str, ...] = ()
    substituted: int | None = None
    """How many shifts, or parts of them, somebody takes over."""
    already: bool | None = None


@act("duty leave")
def record_leave(
    hall: Hall,
    work: Writing,
    said: str,
    kind: str,
    from_at: datetime,
    to_at: datetime,
    reason: str,
    substitute: str | None = None,
) -> Leave:
    """Record leave that the hall's head approved, with who takes the shifts over; the same again is fine.

    Raises Usage for an unknown kind or a span that ends before it begins, Refused for another actor,
    and what keeps the substitute from a shift.
    """
    hall.require_in_force(from_at.date())
    if kind not in LEAVE_KINDS:
        raise Usage("duty.unknown_leave", value=kind, known=LEAVE_KINDS)
    if from_at >= to_at:
        raise Usage("duty.leave_backwards", from_at=from_at, to_at=to_at)
    hall.require_head("14", from_at.date())
    person = hall.person(said)
    span = LeaveSpan(kind, from_at, to_at)
    overlapping = swaps.leave_spans(hall.db, from_at, to_at, person.staff_no)
    for one in overlapping:
        if one.span == span:
            return _shown(one, person.name)._replace(already=True)
    for one in overlapping:
        hall.note("duty.leave_overlaps", "14", leave_no=one.leave_no, name=person.name)
    number = duty.add_leave(work, person.staff_no, span, reason, hall.actor_no)
    count = None
    if substitute is not None:
        taker = hall.person(substitute)
        if taker.staff_no == person.staff_no:
            raise Usage("duty.swap_with_oneself", name=person.name)
        count = _substitute(hall, work, number, person.staff_no, taker.staff_no, span, reason)
        if not count:
            hall.note("duty.nothing_to_substitute", "14", name=person.name)
    work.tell({"leave": 1}, staff=person.staff_no, kind=kind, from_at=from_at, to_at=to_at)
    found = swaps.leave(hall.db, number)
    assert found is not None  # noqa: S101 - it was written just now
    return _shown(found, person.name)._replace(substituted=count)


@act("duty shorten")
def shorten(
    hall: Hall,
    work: Writing,
    leave_no: int,
    from_at: datetime | None,
    to_at: datetime | None,
    reason: str,
) -> Leave:
    """Let leave begin later or end sooner, as a new row; substitutes keep what is left.

    Raises Usage when nothing is left or the leave would grow.
    """
    before = _standing(hall, leave_no)
    span = LeaveSpan(before.span.kind, from_at or before.span.from_at, to_at or before.span.to_at)
    person = hall.person(before.staff_no)
    if span == before.span:
        return _shown(before, person.name)._replace(already=True)
    if not before.span.from_at <= span.from_at < span.to_at <= before.span.to_at:
        raise Usage("duty.leave_would_grow", from_at=before.span.from_at, to_at=before.span.to_at)
    hall.require_head("14", span.from_at.date())
    swaps.void_leave(work, leave_no)
    number = duty.add_leave(work, before.staff_no, span, before.reason, hall.actor_no)
    for taker_no in before.substitutes:
        _substitute(hall, work, number, before.staff_no, taker_no, span, before.reason)
    swaps.add_leave_change(work, leave_no, "shortened", number, reason, hall.actor_no)
    work.tell({"leave": number}, staff=before.staff_no, from_at=span.from_at, to_at=span.to_at)
    found = swaps.leave(hall.db, number)
    assert found is not None  # noqa: S101 - it was written just now
    return _shown(found, person.name)


@act("duty cancel")
def cancel(hall: Hall, work: Writing, leave_no: int, reason: str) -> Leave:
    """Cancel leave whole; substitutes give the shifts back."""
    before = _standing(hall, leave_no)
    hall.require_head("14", before.span.from_at.date())
    swaps.void_leave(work, leave_no)
    swaps.add_leave_change(work, leave_no, "cancelled", None, reason, hall.actor_no)
    work.tell({"cancelled": leave_no}, staff=before.staff_no)
    return _shown(before, hall.person(before.staff_no).name)


def leaves(hall: Hall, from_on: date, to_on: date, staff: str | None) -> list[Leave]:
    """Standing leave that touches some days (both included), by its beginning."""
    staff_no = hall.person(staff).staff_no if staff else None
    span = (duty.midnight(from_on), duty.midnight(to_on + timedelta(days=1)))
    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    found = swaps.leave_spans(hall.db, *span, staff_no)
    return [_shown(one, names.get(one.staff_no, "")) for one in found]


def _standing(hall: Hall, leave_no: int) -> swaps.Leave:
    found = swaps.leave(hall.db, leave_no)
    if found is None:
        raise NotFound("duty.unknown_leave_no", leave_no=leave_no)
    return found


def _substitute(
    hall: Hall, work: Writing, leave_no: int, giver_no: str, taker_no: str, span: LeaveSpan, reason: str
) -> int:  # fmt: skip
    """Let somebody take over what the leave covers of each shift; returns how many."""
    first, last = span.from_at.date() - timedelta(days=1), span.to_at.date()
    count = 0
    for shift in list(duty.shifts(hall.db, first, last, giver_no)):
        if shift.taken_from is not None or shift.given_to is not None:
            continue
        for part in _covered(shift, span):
            wish = Wish(shift.shift_no, giver_no, taker_no, *part, reason, hall.now)
            require_free(hall, shift, wish)
            swaps.add_taken(work, wish, hall.actor_no, leave_no=leave_no)
            count += 1
    return count


def _covered(shift: Shift, span: LeaveSpan) -> list[tuple[int | None, int | None]]:
    """The minutes of a shift that leave covers and nobody took yet; None and None for all of it."""
    whole = (shift.starts_at, shift.ends_at)
    found: list[tuple[int | None, int | None]] = []
    for first, last in attendance.own_spans(shift):
        first, last = max(first, span.from_at), min(last, span.to_at)
        if (first, last) == whole:
            return [(None, None)]
        if first < last:
            found.append((minute_of(shift, first), minute_of(shift, last)))
    if len(found) > 1:
        raise Conflict("duty.swapped_before", shift_no=shift.shift_no, other=shift.given[0].who)
    return found


def _shown(one: swaps.Leave, name: str) -> Leave:
    return Leave(
        one.leave_no, one.staff_no, name, one.span.kind, one.span.from_at, one.span.to_at,
        one.reason, one.approved_by, tuple(one.substitutes),
    )  # fmt: skip
