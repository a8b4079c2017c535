"""Fixed duties: somebody stands at a window on the same weekday in the same shift, week by week."""

from datetime import date
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound, Usage
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall, act
from hallctl.office.hours import named_shifts
from hallctl.store import people, places, rosters
from hallctl.store.rosters import FixedRow
from hallctl.store.writing import Writing


class Fixed(NamedTuple):
    """One fixed duty."""

    staff_no: str
    name: str
    window_no: str
    window: str
    weekday: int
    shift: str
    from_on: date
    to_on: date | None
    already: bool | None = None


@act("duty fix")
def fix(
    hall: Hall,
    work: Writing,
    staff: str,
    window: str,
    place: tuple[int, str],
    span: tuple[date, date | None],
) -> Fixed:
    """Record that somebody has ``place`` (weekday, shift) at a window from a day on; the officer's alone.

    With a last day a standing one ends there. Raises Conflict when another window has the person then,
    NotFound for an unknown shift.
    """
    weekday, shift = place
    from_on, to_on = span
    hall.require_in_force(from_on)
    hall.require_officer("22")
    if to_on is not None and to_on < from_on:
        raise Usage("duty.bad_range", from_on=from_on, to_on=to_on)
    person, found = hall.person(staff, from_on), find_window(hall, window, from_on)
    if shift not in named_shifts(hall, from_on):
        raise NotFound(
            "duty.unknown_shift_name", shift=shift, known=list(named_shifts(hall, from_on))
        )
    row = FixedRow(person.staff_no, found.window_no, weekday, shift, from_on, to_on)
    shown = Fixed(person.staff_no, person.name, found.window_no, found.name, *row[2:])
    rest = [
        (number, one)
        for number, one in rosters.fixed(hall.db)
        if one[:1] + one[2:4] == row[:1] + row[2:4] and (one.to_on is None or from_on <= one.to_on)
    ]
    standing = [one for one in rest if to_on is None or one[1].from_on <= to_on]
    if any(one == row or (to_on is None and one._replace(from_on=from_on) == row and one.from_on <= from_on)
           for _number, one in standing):  # fmt: skip
        return shown._replace(already=True)
    if other := next((one for _n, one in standing if one.window_no != row.window_no), None):
        name = places.window_names(hall.db, from_on)[other.window_no]
        raise Conflict("duty.fixed_elsewhere", name=person.name, window=name, from_on=other.from_on)
    first = min([from_on, *(one.from_on for _n, one in standing)])
    rosters.add_fixed(work, row._replace(from_on=first), [number for number, _one in standing])
    work.tell(
        {"fixed": 1}, staff=person.staff_no, window=found.window_no, weekday=weekday, to_on=to_on
    )
    return shown._replace(from_on=first)


def fixed(hall: Hall, on: date) -> list[Fixed]:
    """The fixed duties that a day or a later one has, by person, weekday and shift."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, on)}
    windows = places.window_names(hall.db, on)
    return [
        Fixed(
            row.staff_no,
            names.get(row.staff_no, ""),
            row.window_no,
            windows[row.window_no],
            *row[2:],
        )
        for _number, row in rosters.fixed(hall.db)
        if row.to_on is None or on <= row.to_on
    ]
