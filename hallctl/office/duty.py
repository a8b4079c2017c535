"""The duty roster: imported in both forms, listed; leave and swaps recorded (Art. 14, 22)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, RowError, Usage
from hallctl.model import LeaveSpan, Shift
from hallctl.office.hall import Hall
from hallctl.office.imports import Count, Imported, settle_rows
from hallctl.office.places import window_numbers
from hallctl.sheets import duty as sheets
from hallctl.sheets.cells import parse_minute
from hallctl.sheets.duty import DutyLine
from hallctl.store import duty, people, places
from hallctl.store.duty import ShiftRow

LEAVE_KINDS = ("personal", "sick", "official")


class _Place(NamedTuple):
    """Where in the file a shift was found."""

    sheet: str
    row: int


def import_duty(
    hall: Hall,
    path: Path,
    mapping: Mapping[str, str],
    span: tuple[date, date] | None,
    *,
    replace: bool,
    skip_bad: bool,
) -> Imported:
    """Publish the shifts of a file, a list or a weekly grid; ``span`` (inclusive) repeats a grid.

    Shifts are the same by day, window, person and start. With ``replace`` those on record in the
    file's range of days that the file no longer has are withdrawn. Raises BadInput with all bad rows.
    """
    parsed = sheets.parse_duty(path, mapping)
    if any(line.weekday for line in parsed.rows) and span is None:
        raise Usage("duty.grid_needs_span")
    errors: list[RowError] = []
    wanted = _shifts(hall, parsed.rows, span, errors)
    _good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    bad = {(error.sheet, error.row) for error in [*errors, *parsed.errors]}
    wanted = {row: place for row, place in wanted.items() if place not in bad}
    days = [row.on for row in wanted]
    recorded = duty.shift_rows(hall.db, min(days), max(days)) if days else {}
    by_key = {row[:4]: (row, number) for row, number in recorded.items()}
    count = Count()
    with hall.writing("duty import") as work:
        for row in wanted:
            before = by_key.get(row[:4])
            if before and before[0] == row:
                count.unchanged += 1
                continue
            if before:
                work.void("duty_shift", "id", [before[1]])
            count.note(f"{row.on} {row.window_no} {row.staff_no}", new=before is None)
            duty.add_shift(work, row)
        gone = [
            number
            for key, (_row, number) in by_key.items()
            if key not in {row[:4] for row in wanted}
        ]
        withdrawn = work.void("duty_shift", "id", gone) if replace else 0
        work.tell({**count.told(), "withdrawn": withdrawn}, file=path.name, sha256=parsed.sha256)
    if withdrawn:
        hall.note("duty.withdrawn", "22", number=withdrawn)
    return count.imported(len(wanted) + rejected, rejected=rejected, sha256=parsed.sha256)


def _shifts(
    hall: Hall, lines: Sequence[DutyLine], span: tuple[date, date] | None, errors: list[RowError]
) -> dict[ShiftRow, _Place]:
    """Every shift the lines mean, with its place; faults are added to ``errors``."""
    windows = window_numbers(hall)
    staff = _Staff(hall)
    found: dict[ShiftRow, _Place] = {}
    for line in lines:
        window_no = windows.get(line.window)
        if window_no is None:
            errors.append(_error("imports.unknown_window", line, line.window))
            continue
        staff_no = staff.number(line, window_no, errors)
        if staff_no is None:
            continue
        for on in _days(hall, line, span):
            bounds = _bounds(hall, line, on)
            if bounds is None:
                errors.append(_error("duty.unknown_shift", line, line.shift))
                break
            if on < hall.facts.effective_from:
                errors.append(_error("duty.before_regulation", line, str(on)))
                break
            row = ShiftRow(on, window_no, staff_no, *bounds, line.shift or None)
            found.setdefault(row, _Place(line.sheet, line.row))
    _refuse_two_places(found, errors)
    return found


class _Staff:
    """People by number or by a name that is unique, the window deciding between namesakes."""

    def __init__(self, hall: Hall) -> None:
        everybody = people.everybody(hall.db, hall.today)
        self._windows = {one.staff_no: one.window_no for one in everybody}
        self._names: dict[str, list[str]] = {}
        for one in everybody:
            self._names.setdefault(one.name, []).append(one.staff_no)

    def number(self, line: DutyLine, window_no: str, errors: list[RowError]) -> str | None:
        """The staff number of a line's person; None, with an error noted, when it is not clear."""
        if line.person in self._windows:
            return line.person
        bearers = self._names.get(line.person, [])
        here = [no for no in bearers if self._windows[no] == window_no]
        if len(bearers) == 1 or len(here) == 1:
            return (here or bearers)[0]
        code = "duty.ambiguous_name" if bearers else "imports.unknown_person"
        errors.append(_error(code, line, line.person, numbers=bearers))
        return None


def _days(hall: Hall, line: DutyLine, span: tuple[date, date] | None) -> Iterator[date]:
    """The dates of a line: its own, or its weekday's throughout the span, closed days left out."""
    from hallctl.office.days import calendar_on

    if line.on is not None:
        yield line.on
        return
    first, last = span or (hall.today, hall.today)
    calendar = calendar_on(hall, first)
    for number in range(first.toordinal(), last.toordinal() + 1):
        on = date.fromordinal(number)
        if on.isoweekday() == line.weekday and calendar.is_workday(on):
            yield on


def _bounds(hall: Hall, line: DutyLine, on: date) -> tuple[int, int] | None:
    if line.start_minute is not None and line.end_minute is not None:
        return line.start_minute, line.end_minute
    named = named_shifts(hall, on).get(line.shift)
    if named is None:
        return None
    start, end = parse_minute(named[0]), parse_minute(named[1])
    return None if start is None or end is None else (start, end)


def named_shifts(hall: Hall, on: date) -> Mapping[str, Sequence[str]]:
    """The named shifts in force on a day, such as 上午 08:30 to 12:00 (Art. 22)."""
    day = max(on, hall.facts.effective_from)
    decided: Mapping[str, Sequence[str]] | None = hall.law.on(day)["hours.shifts"]
    return decided or policy.named_shifts(hall.facts.noon)


def _refuse_two_places(found: Mapping[ShiftRow, _Place], errors: list[RowError]) -> None:
    """Nobody stands at two windows, or twice at one, at the same minute."""
    by_person: dict[tuple[str, date], list[ShiftRow]] = {}
    for row in found:
        by_person.setdefault((row.staff_no, row.on), []).append(row)
    for rows in by_person.values():
        rows.sort(key=lambda one: one.start_minute)
        for before, after in pairwise(rows):
            if after.start_minute < before.end_minute:
                place = found[after]
                values = {"other": before.window_no, "day": after.on}
                errors.append(
                    RowError(
                        "duty.two_places", place.sheet, place.row, None, after.staff_no, values
                    )
                )


def _error(code: str, line: DutyLine, value: str, **values: object) -> RowError:
    return RowError(code, line.sheet, line.row, line.column or None, value, values)


class Duty(NamedTuple):
    """One shift as the list shows it."""

    shift_no: str
    on: date
    window_no: str
    window: str
    staff_no: str
    name: str
    start: str
    end: str
    shift: str | None
    given_to: str | None
    taken_from: str | None


def listed(
    hall: Hall, from_on: date, to_on: date, *, window: str | None, staff: str | None
) -> list[Duty]:
    """The shifts from one day to another (both included), by day, window and start."""
    staff_no = hall.person(staff).staff_no if staff else None
    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    windows = places.window_names(hall.db, to_on)
    return [
        Duty(
            one.shift_no, one.on, one.window_no, windows[one.window_no], one.staff_no,
            names.get(one.staff_no, ""), f"{one.starts_at:%H:%M}", f"{one.ends_at:%H:%M}",
            one.name or None, one.given_to, one.taken_from,
        )
        for one in duty.shifts(hall.db, from_on, to_on, staff_no)
        if window in {None, one.window_no, windows[one.window_no]}
    ]  # fmt: skip


class Leave(NamedTuple):
    """Approved leave."""

    staff_no: str
    name: str
    kind: str
    from_at: datetime
    to_at: datetime
    approved_by: str
    already: bool | None = None


def record_leave(
    hall: Hall, said: str, kind: str, from_at: datetime, to_at: datetime, reason: str
) -> Leave:
    """Record leave that the hall's head approved; the same again is fine.

    Raises Usage for an unknown kind or a span that ends before it begins, Refused for another actor.
    """
    hall.require_in_force(from_at.date())
    if kind not in LEAVE_KINDS:
        raise Usage("duty.unknown_leave", value=kind, known=LEAVE_KINDS)
    if from_at >= to_at:
        raise Usage("duty.leave_backwards", from_at=from_at, to_at=to_at)
    hall.require_officer("14")
    person = hall.person(said)
    span = LeaveSpan(kind, from_at, to_at)
    found = Leave(person.staff_no, person.name, kind, from_at, to_at, hall.actor_no)
    if span in duty.leaves(hall.db, from_at, to_at, person.staff_no).get(person.staff_no, []):
        return found._replace(already=True)
    with hall.writing("duty leave") as work:
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


def swap(hall: Hall, giver: str, taker: str, at: datetime, reason: str) -> Swap:
    """Record that a colleague takes over the shift that is on at ``at``, approved by the hall's head.

    Raises NotFound when the giver has no shift then, Conflict when it was swapped before or the taker
    is on duty at that time, Refused for another actor (Art. 14).
    """
    hall.require_in_force(at.date())
    hall.require_officer("14")
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
    with hall.writing("duty swap") as work:
        duty.add_swap(work, shift.shift_no, given.staff_no, taken.staff_no, reason, hall.actor_no)
        work.tell({"shift": shift.shift_no}, giver=given.staff_no, taker=taken.staff_no)
    return found


def _shift_at(hall: Hall, staff_no: str, at: datetime) -> Shift:
    for shift in duty.shifts(hall.db, at.date() - timedelta(days=1), at.date(), staff_no):
        if shift.taken_from is None and shift.starts_at <= at < shift.ends_at:
            return shift
    raise NotFound("duty.no_shift_then", staff_no=staff_no, at=at)
