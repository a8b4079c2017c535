"""Spot checks (Art. 14): somebody was not at the post; contested, upheld or dropped."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance
from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.model import Shift
from hallctl.office.hall import Hall, act
from hallctl.office.places import window_numbers
from hallctl.office.signing import bounds
from hallctl.store import duty, findings, people, places
from hallctl.store.findings import Check
from hallctl.store.writing import Writing


class SpotCheck(NamedTuple):
    """One spot check of one person."""

    check_no: int
    shift_no: str
    staff_no: str
    name: str
    window: str
    shift: str
    at: datetime
    until: datetime | None
    witness_no: str
    by_no: str
    state: str
    """noted, contested, upheld or dropped."""
    note: str | None = None
    reason: str | None = None
    already: bool | None = None


@act("attendance check")
def check(
    hall: Hall,
    work: Writing,
    said: str,
    at: datetime,
    until: datetime | None,
    witness: str,
    note: str | None,
) -> list[SpotCheck]:
    """Record that a person, or everybody rostered at a window, was not at the post.

    Raises Usage for a time to come, NotFound when nobody is rostered there then, Refused for another
    actor than the officer or the window's leader and for who witnesses their own.
    """
    hall.require_in_force(at.date())
    if max(at, until or at) > hall.now:
        raise Usage("signin.future", at=until or at)
    if until is not None and until <= at:
        raise Usage("duty.leave_backwards", from_at=at, to_at=until)
    seen = hall.person(witness)
    shifts = _on_duty(hall, said, at)
    found = [_checked(hall, work, shift, at, until, seen.staff_no, note) for shift in shifts]
    work.tell({"checks": len(found)}, staff=[one.staff_no for one in found], at=at)
    return found


def _checked(
    hall: Hall, work: Writing, shift: Shift, at: datetime, until: datetime | None, witness_no: str,
    note: str | None,
) -> SpotCheck:  # fmt: skip
    """One person away from the post; the same again is already so."""
    hall.require_manager(shift.window_no, shift.on)
    if shift.staff_no in {witness_no, hall.actor_no}:
        raise Refused("attendance.not_ones_own", article="14", staff_no=shift.staff_no)
    for one in findings.checks(hall.db, shift.on, shift.on):
        if (one.shift_no, one.staff_no, one.at) == (shift.shift_no, shift.staff_no, at):
            return _shown(hall, one, shift)._replace(already=True)
    last = min(until, shift.ends_at) if until else None
    number = findings.add_check(
        work, shift.shift_no, shift.staff_no, at, last, witness_no, hall.actor_no, note
    )
    recorded = findings.check(hall.db, number)
    assert recorded is not None  # noqa: S101 - it was written just now
    return _shown(hall, recorded, shift)


@act("attendance contest")
def contest(hall: Hall, work: Writing, check_no: int, reason: str) -> SpotCheck:
    """Contest a spot check: the person concerned, or the officer for that person."""
    one, shift = _recorded(hall, check_no)
    if hall.actor_no != one.staff_no:
        hall.require_officer("14")
    return _step(hall, work, one, shift, "contested", reason)


@act("attendance decide")
def decide(hall: Hall, work: Writing, check_no: int, reason: str, *, drop: bool) -> SpotCheck:
    """Uphold or drop a spot check; the officer's alone, never the officer's own."""
    one, shift = _recorded(hall, check_no)
    hall.require_officer("14")
    if one.staff_no == hall.actor_no:
        raise Refused("attendance.not_ones_own", article="14", staff_no=one.staff_no)
    return _step(hall, work, one, shift, "dropped" if drop else "upheld", reason)


def checks(hall: Hall, from_on: date, to_on: date) -> list[SpotCheck]:
    """The spot checks of some days (both included), dropped ones too."""
    found = []
    for one in findings.checks(hall.db, from_on, to_on):
        shift = duty.shift(hall.db, one.shift_no)
        if shift is not None:
            found.append(_shown(hall, one, shift))
    return found


def _step(
    hall: Hall, work: Writing, one: Check, shift: Shift, state: str, reason: str
) -> SpotCheck:
    if one.state == state:
        return _shown(hall, one, shift)._replace(already=True)
    if one.state in {"upheld", "dropped"}:
        raise Conflict("attendance.check_is_decided", check_no=one.check_no, state=one.state)
    findings.add_check_step(work, one.check_no, state, hall.actor_no, hall.now, reason)
    work.tell({"check": one.check_no, "state": state}, staff=one.staff_no)
    return _shown(hall, one._replace(state=state, said=reason), shift)


def _recorded(hall: Hall, check_no: int) -> tuple[Check, Shift]:
    found = findings.check(hall.db, check_no)
    shift = duty.shift(hall.db, found.shift_no) if found else None
    if found is None or shift is None:
        raise NotFound("attendance.unknown_check", check_no=check_no)
    return found, shift


def _on_duty(hall: Hall, said: str, at: datetime) -> Sequence[Shift]:
    """Who should be at the post at an instant: one person, or all of a window."""
    window_no = window_numbers(hall).get(said)
    staff_no = None if window_no else hall.person(said).staff_no
    listed = duty.shifts(hall.db, at.date() - timedelta(days=1), at.date(), staff_no)
    found = [
        one
        for one in listed
        if window_no in {None, one.window_no}
        and any(first <= at < last for first, last in attendance.own_spans(one))
    ]
    if not found and staff_no:
        raise NotFound("duty.no_shift_then", staff_no=staff_no, at=at)
    if not found:
        raise NotFound("attendance.nobody_rostered", window=said, at=at)
    return found


def _shown(hall: Hall, one: Check, shift: Shift) -> SpotCheck:
    person = people.person(hall.db, one.staff_no, shift.on)
    windows = places.window_names(hall.db, shift.on)
    return SpotCheck(
        one.check_no, one.shift_no, one.staff_no, person.name if person else "",
        windows[shift.window_no], bounds(shift), one.at, one.to_at, one.witness_no, one.by_no,
        one.state, one.note, one.said,
    )  # fmt: skip
