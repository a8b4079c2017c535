"""Sign-in and sign-out (Art. 23): raw punches are recorded, what they mean is derived each time."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance
from hallctl.errors import HallError, Usage
from hallctl.model import AttendanceRules, Shift
from hallctl.office.hall import Hall
from hallctl.store import days, duty
from hallctl.store.duty import PunchRow
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


def sign(
    hall: Hall, people: Iterable[str], direction: str, at: datetime, *, command: str
) -> tuple[list[Signed], list[HallError]]:
    """Record a punch for each person in one transaction; unknown people are returned as failures.

    ``people`` are numbers or unique names, ``direction`` is "in" or "out". Raises Usage for an
    instant in the future and Refused for one before the regulation (Art. 36).
    """
    hall.require_in_force(at.date())
    if at > hall.now:
        raise Usage("signin.future", at=at)
    failed: list[HallError] = []
    found: list[Signed] = []
    known = list(_known(hall, people, failed))
    with hall.writing(command) as work:
        for person in known:
            row = PunchRow(person.staff_no, at, direction)
            already = duty.has_punch(hall.db, row)
            if not already:
                duty.add_punch(work, row)
            signed = _meaning(hall, person, direction, at)
            found.append(signed._replace(already=already or None))
        if hall.now - at > timedelta(hours=LATE_RECORD_HOURS) and work.changed():
            hall.note("signin.recorded_late", "23", at=at)
        work.tell({"punches": len(known)}, staff=[person.staff_no for person in known], at=at)
    return found, failed


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


def _known(hall: Hall, people: Iterable[str], failed: list[HallError]) -> Iterator[Person]:
    for said in dict.fromkeys(people):
        try:
            yield hall.person(said)
        except HallError as error:
            failed.append(error)


def _meaning(hall: Hall, person: Person, direction: str, at: datetime) -> Signed:
    if not person.serves_on(at.date()):
        hall.note("signin.not_serving", staff_no=person.staff_no, name=person.name, day=at.date())
    rules = rules_on(hall, at.date())
    day = at.date()
    shifts = [
        one
        for one in attendance.on_special_days(
            duty.shifts(hall.db, day - timedelta(days=1), day, person.staff_no),
            days.local_days(hall.db),
        )
        if one.given_to is None
    ]
    shift = attendance.shift_for_punch(shifts, at, rules)
    signed = Signed(person.staff_no, person.name, at, direction, None, None, "no_shift")
    if shift is None:
        hall.note("signin.no_shift", staff_no=person.staff_no, name=person.name, at=at)
        return signed
    signed = signed._replace(shift_no=shift.shift_no, shift=bounds(shift), status="present")
    if direction == "in":
        late = attendance.minutes_late_at(shift, at, rules)
        return signed._replace(minutes_late=late, status="late" if late else "present")
    early = attendance.minutes_early_at(shift, at)
    return signed._replace(minutes_early=early, status="early" if early else "present")
