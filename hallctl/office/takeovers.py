"""Which shift is meant, and whether a colleague can take it over (Art. 6, 14)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance, policy
from hallctl.errors import NotFound, Usage
from hallctl.model import Role, Shift
from hallctl.office.hall import Hall
from hallctl.office.hours import named_shifts
from hallctl.store import duty
from hallctl.store.people import Person
from hallctl.store.swaps import Wish
from hallctl.takeover import Takeover


class ShiftSaid(NamedTuple):
    """A shift as people name it: by its number, or by a day with a time or with what it is called."""

    shift_no: str | None = None
    on: date | None = None
    at: datetime | None = None
    name: str | None = None

    def day(self, today: date) -> date:
        """The day that is meant; ``today`` where only a number was said."""
        return self.on or (self.at.date() if self.at else today)


def shift_of(hall: Hall, staff_no: str, said: ShiftSaid) -> Shift:
    """The rostered shift of a person that is meant; raises NotFound, or Usage when several fit."""
    if said.shift_no is not None:
        found = duty.shift(hall.db, said.shift_no)
        if found is None or found.staff_no != staff_no:
            raise NotFound("duty.not_the_shift_of", staff_no=staff_no, shift_no=said.shift_no)
        return found
    day = said.day(hall.today)
    listed = duty.shifts(hall.db, day - timedelta(days=1), day, staff_no)
    own = [one for one in listed if one.taken_from is None]
    if said.at is not None:
        fits = [one for one in own if one.starts_at <= said.at < one.ends_at]
    else:
        fits = [one for one in own if one.on == day and _called(hall, one, said.name)]
    if not fits:
        at = said.at or f"{day} {said.name or ''}".strip()
        raise NotFound("duty.no_shift_then", staff_no=staff_no, at=at)
    if len(fits) > 1:
        shown = [f"{one.shift_no} ({one.starts_at:%H:%M}-{one.ends_at:%H:%M})" for one in fits]
        raise Usage("duty.which_shift", day=day, shifts=shown)
    return fits[0]


def _called(hall: Hall, shift: Shift, name: str | None) -> bool:
    """Whether a shift is called so: by its own name, or by beginning with the named shift."""
    if name is None or shift.name == name:
        return True
    bounds = named_shifts(hall, shift.on).get(name)
    return bounds is not None and bounds[0] <= f"{shift.starts_at:%H:%M}" < bounds[1]


def minute_of(shift: Shift, at: datetime) -> int:
    """Minutes after midnight of the shift's day; more than 1440 lies on the next."""
    return int((at - duty.midnight(shift.on)).total_seconds()) // 60


def require_free(hall: Hall, shift: Shift, wish: Wish) -> None:
    """Look at everything that keeps the taker from a shift or a part of it; warns of a long week.

    Raises what the rule raises (Art. 14).
    """
    start = duty.midnight(shift.on)
    starts_at, ends_at = shift.starts_at, shift.ends_at
    if wish.start_minute is not None and wish.end_minute is not None:
        starts_at = start + timedelta(minutes=wish.start_minute)
        ends_at = start + timedelta(minutes=wish.end_minute)
    taker = hall.person(wish.taker_no, shift.on)
    plan = Takeover(
        wish.taker_no,
        taker.name,
        starts_at,
        ends_at,
        taker.serves_on(shift.on),
        _duties(hall, wish.taker_no, shift),
        _leaves(hall, wish.taker_no, starts_at, ends_at),
        list(_classes(hall, taker, starts_at, ends_at)),
        taker.role == Role.STUDENT,
    )
    ruling = policy.may_take_over(plan, hall.law.on(shift.on))
    for name in ruling.value:
        limit = ruling.ground.settings[name]
        code = "duty.taker_over_day" if name == "duty.day_shifts" else "duty.taker_over_limit"
        hall.note(code, "6", taker_no=wish.taker_no, limit=limit)


def _duties(hall: Hall, staff_no: str, shift: Shift) -> list[tuple[datetime, datetime, str]]:
    """What the taker serves from Monday to Sunday of the shift's week, this shift left out."""
    monday = shift.on - timedelta(days=shift.on.weekday())
    listed = duty.shifts(hall.db, monday - timedelta(days=1), monday + timedelta(days=7), staff_no)
    return [
        (first, last, one.window_no)
        for one in listed
        if one.shift_no != shift.shift_no
        for first, last in attendance.own_spans(one)
    ]


def _leaves(
    hall: Hall, staff_no: str, from_at: datetime, to_at: datetime
) -> list[tuple[datetime, datetime]]:
    found = duty.leaves(hall.db, from_at, to_at, staff_no).get(staff_no, [])
    return [(one.from_at, one.to_at) for one in found]


def _classes(
    hall: Hall, taker: Person, from_at: datetime, to_at: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """The taker's classes of the day, with the way between a class and the shift on both sides."""
    from hallctl.office.rostering.freehours import FreeHours

    hours = FreeHours(hall)
    travel = int(hall.law.on(from_at.date())["duty.travel_minutes"])
    for day in sorted({from_at.date(), to_at.date()}):
        for one in hours.busy(taker.staff_no, taker.class_name, day):
            start = duty.midnight(day)
            yield (
                start + timedelta(minutes=one.start - travel),
                start + timedelta(minutes=one.end + travel),
            )
