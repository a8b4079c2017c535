"""Who does not come, with consent: leave, and shifts that a colleague takes over (Art. 14)."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound, Usage
from hallctl.model import LeaveSpan, Shift
from hallctl.office.hall import Hall, act
from hallctl.store import duty
from hallctl.store.writing import Writing

LEAVE_KINDS = ("personal", "sick", "official")


class Leave(NamedTuple):
    """Approved leave."""

    staff_no: str
    name: str
    kind: str
    from_at: datetime
    to_at: datetime
    approved_by: str
    already: bool | None = None


@act("duty leave")
def record_leave(
    hall: Hall, work: Writing, said: str, kind: str, from_at: datetime, to_at: datetime, reason: str
) -> Leave:
    """Record leave that the hall's head approved; the same again is fine.

    Raises Usage for an unknown kind or a span that ends before it begins, Refused for another actor.
    """
    hall.require_in_force(from_at.date())
    if kind not in LEAVE_KINDS:
        raise Usage("duty.unknown_leave", value=kind, known=LEAVE_KINDS)
    if from_at >= to_at:
        raise Usage("duty.leave_backwards", from_at=from_at, to_at=to_at)
    hall.require_head("14", from_at.date())
    person = hall.person(said)
    span = LeaveSpan(kind, from_at, to_at)
    found = Leave(person.staff_no, person.name, kind, from_at, to_at, hall.actor_no)
    if span in duty.leaves(hall.db, from_at, to_at, person.staff_no).get(person.staff_no, []):
        return found._replace(already=True)
    duty.add_leave(work, person.staff_no, span, reason, hall.actor_no)
    work.tell({"leave": 1}, staff=person.staff_no, kind=kind, from_at=from_at, to_at=to_at)
    return found


class Swap(NamedTuple):
    """One shift that changed hands."""

    shift_no: str
    on: date
    start: str
    end: str
    giver_no: str
    taker_no: str
    approved_by: str
    already: bool | None = None


@act("duty swap")
def swap(hall: Hall, work: Writing, giver: str, taker: str, at: datetime, reason: str) -> Swap:
    """Record that a colleague takes over the shift that is on at ``at``, approved by the hall's head.

    Raises NotFound when the giver has no shift then, Conflict when it was swapped before or the taker
    is on duty at that time, Refused for another actor (Art. 14).
    """
    hall.require_in_force(at.date())
    hall.require_head("14", at.date())
    given, taken = hall.person(giver), hall.person(taker)
    if given.staff_no == taken.staff_no:
        raise Usage("duty.swap_with_oneself", name=given.name)
    shift = _shift_at(hall, given.staff_no, at)
    found = Swap(
        shift.shift_no, shift.on, f"{shift.starts_at:%H:%M}", f"{shift.ends_at:%H:%M}",
        given.staff_no, taken.staff_no, hall.actor_no,
    )  # fmt: skip
    if shift.given_to == taken.staff_no:
        return found._replace(already=True)
    if shift.given_to:
        raise Conflict("duty.swapped_before", shift_no=shift.shift_no, other=shift.given_to)
    day = timedelta(days=1)
    for other in duty.shifts(hall.db, shift.on - day, shift.on + day, taken.staff_no):
        if (
            not other.given_to
            and other.starts_at < shift.ends_at
            and shift.starts_at < other.ends_at
        ):
            raise Conflict("duty.taker_is_busy", name=taken.name, window=other.window_no)
    duty.add_swap(work, shift.shift_no, given.staff_no, taken.staff_no, reason, hall.actor_no)
    work.tell({"shift": shift.shift_no}, giver=given.staff_no, taker=taken.staff_no)
    return found


def _shift_at(hall: Hall, staff_no: str, at: datetime) -> Shift:
    for shift in duty.shifts(hall.db, at.date() - timedelta(days=1), at.date(), staff_no):
        if shift.taken_from is None and shift.starts_at <= at < shift.ends_at:
            return shift
    raise NotFound("duty.no_shift_then", staff_no=staff_no, at=at)
