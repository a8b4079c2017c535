"""Sign-in and sign-out (Art. 23): raw punches are recorded, what they mean is derived each time."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance, taps
from hallctl.errors import HallError, Usage
from hallctl.model import AttendanceRules, Punch, Shift
from hallctl.office import cards
from hallctl.office.hall import Hall
from hallctl.store import days, duty, places
from hallctl.store.duty import PunchRow, midnight
from hallctl.store.people import Person

LATE_RECORD_HOURS = 12
"""A punch typed this long after it happened is pointed out, now and in the report."""


class Signed(NamedTuple):
    """One recorded punch and what it means for the shift it belongs to."""

    staff_no: str
    name: str
    at: datetime
    direction: str
    shift_no: str | None
    shift: str | None
    """Its bounds, such as 08:30-12:00."""
    status: str
    """present, late, early or no_shift."""
    minutes_late: int | None = None
    minutes_early: int | None = None
    already: bool | None = None
    window: str | None = None
    shift_name: str | None = None


def sign(
    hall: Hall, people: Iterable[str], direction: str, at: datetime, *, command: str
) -> tuple[list[Signed], list[HallError]]:
    """Record a punch for each person in one transaction; unknown people are returned as failures.

    ``people`` are numbers or unique names, ``direction`` is "in" or "out". Raises Usage for an
    instant in the future and Refused for one before the regulation (Art. 36).
    """
    _require_past(hall, at)
    failed: list[HallError] = []
    found: list[Signed] = []
    known = list(_known(hall, people, at.date(), failed))
    with hall.writing(command) as work:
        for person in known:
            row = PunchRow(person.staff_no, at, direction)
            already = duty.has_punch(hall.db, row)
            if not already:
                duty.add_punch(work, row)
            signed = _meaning(hall, person, direction, at, _duties(hall, person, at))
            found.append(signed._replace(already=already or None))
        if hall.now - at > timedelta(hours=LATE_RECORD_HOURS) and work.changed():
            hall.note("signin.recorded_late", "23", at=at)
        work.tell({"punches": len(known)}, staff=[person.staff_no for person in known], at=at)
    return found, failed


def tap(
    hall: Hall, said: str, at: datetime, way: str | None, *, command: str, source: str = "typed"
) -> Signed:
    """Record one tap of a card reader in a transaction of its own.

    ``said`` is a number, a card or a unique name; ``way`` is in, out or None for what the taps before
    it make of it. A tap that repeats one within ``attendance.tap_seconds`` is ``already``.
    Raises as ``sign`` does, and NotFound or Usage for somebody who is not known.
    """
    _require_past(hall, at)
    with hall.writing(command) as work:
        person = cards.holder(hall, said, at.date())
        duties = _duties(hall, person, at)
        punches = _punches(hall, person, at)
        before = taps.same_tap(punches, at, way, duties.rules)
        if before is not None:
            direction = "out" if before.direction == "out" else "in"
            return _meaning(hall, person, direction, before.at, duties)._replace(already=True)
        direction = way or taps.way_of_tap(duties.shifts, punches, at, duties.rules)
        duty.add_punch(work, PunchRow(person.staff_no, at, direction, source))
        work.tell({"punches": 1}, staff=[person.staff_no], at=at)
        return _meaning(hall, person, direction, at, duties)


def rules_on(hall: Hall, day: date) -> AttendanceRules:
    """The attendance settings in force on a day (Art. 14, 23)."""
    law = hall.law.on(day)
    return AttendanceRules(
        grace_minutes=int(law["attendance.grace_minutes"]),
        tap_seconds=int(law["attendance.tap_seconds"]),
        settle_minutes=int(law["attendance.settle_minutes"]),
        bind_before_minutes=int(law["attendance.bind_before_minutes"]),
        sign_out_expected=bool(law["attendance.sign_out"]),
    )


def bounds(shift: Shift) -> str:
    """A shift's bounds as people write them."""
    return f"{shift.starts_at:%H:%M}-{shift.ends_at:%H:%M}"


class _Duties(NamedTuple):
    """One person's shifts around an instant, with the settings of its day."""

    shifts: list[Shift]
    rules: AttendanceRules


def _require_past(hall: Hall, at: datetime) -> None:
    hall.require_in_force(at.date())
    if at > hall.now:
        raise Usage("signin.future", at=at)


def _known(
    hall: Hall, people: Iterable[str], day: date, failed: list[HallError]
) -> Iterator[Person]:
    for said in dict.fromkeys(people):
        try:
            yield cards.holder(hall, said, day)
        except HallError as error:
            failed.append(error)


def _duties(hall: Hall, person: Person, at: datetime) -> _Duties:
    day = at.date()
    listed = duty.shifts(hall.db, day - timedelta(days=1), day, person.staff_no)
    shifts = attendance.on_special_days(listed, days.local_days(hall.db))
    return _Duties([one for one in shifts if one.given_to is None], rules_on(hall, day))


def _punches(hall: Hall, person: Person, at: datetime) -> list[Punch]:
    day = timedelta(days=1)
    span = (midnight(at.date()) - day, midnight(at.date()) + 2 * day)
    return duty.punches(hall.db, *span, person.staff_no).get(person.staff_no, [])


def _meaning(hall: Hall, person: Person, direction: str, at: datetime, duties: _Duties) -> Signed:
    if not person.serves_on(at.date()):
        hall.note("signin.not_serving", staff_no=person.staff_no, name=person.name, day=at.date())
    shift = attendance.shift_for_punch(duties.shifts, at, duties.rules)
    signed = Signed(person.staff_no, person.name, at, direction, None, None, "no_shift")
    if shift is None:
        hall.note("signin.no_shift", staff_no=person.staff_no, name=person.name, at=at)
        return signed
    window = places.window_names(hall.db, shift.on)[shift.window_no]
    signed = signed._replace(
        shift_no=shift.shift_no, shift=bounds(shift), status="present",
        window=window, shift_name=shift.name or None,
    )  # fmt: skip
    if direction == "in":
        late = attendance.minutes_late_at(shift, at, duties.rules)
        return signed._replace(minutes_late=late, status="late" if late else "present")
    early = attendance.minutes_early_at(shift, at)
    return signed._replace(minutes_early=early, status="early" if early else "present")
