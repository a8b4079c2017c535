"""The duty roster: imported in both forms, listed; leave and swaps recorded (Art. 14, 22)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Conflict, RowError, Usage
from hallctl.office.hall import Hall, act
from hallctl.office.hours import named_shifts
from hallctl.office.imports import Count, Imported, settle_rows
from hallctl.office.places import window_numbers
from hallctl.sheets import duty as sheets
from hallctl.sheets.cells import parse_minute
from hallctl.sheets.duty import DutyLine
from hallctl.sheets.read import Parsed
from hallctl.store import duty, people, places
from hallctl.store.duty import ShiftRow
from hallctl.store.writing import Writing


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
    found = _record(hall, parsed, path.name, span, replace, skip_bad)
    return found._replace(changes=None)


@act("duty import")
def _record(
    hall: Hall,
    work: Writing,
    parsed: Parsed[DutyLine],
    file: str,
    span: tuple[date, date] | None,
    replace: bool,
    skip_bad: bool,
) -> Imported:
    errors: list[RowError] = []
    wanted = _shifts(hall, parsed.rows, span, errors)
    _good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    bad = {(error.sheet, error.row) for error in [*errors, *parsed.errors]}
    wanted = {row: place for row, place in wanted.items() if place not in bad}
    days = [row.on for row in wanted]
    recorded = duty.shift_rows(hall.db, min(days), max(days)) if days else {}
    by_key = {row[:4]: (row, number) for row, number in recorded.items()}
    count = Count()
    for row in wanted:
        before = by_key.get(row[:4])
        if before and before[0][:5] == row[:5]:  # what the shift is called is only a word
            count.unchanged += 1
            continue
        if before:
            _withdraw(work, [before[1]])
        count.note(f"{row.on} {row.window_no} {row.staff_no}", new=before is None)
        duty.add_shift(work, row)
    there = {row[:4] for row in wanted}
    gone = [number for key, (_row, number) in by_key.items() if key not in there]
    withdrawn = _withdraw(work, gone) if replace else 0
    work.tell({**count.told(), "withdrawn": withdrawn}, file=file, sha256=parsed.sha256)
    if withdrawn:
        hall.note("duty.withdrawn", "22", number=withdrawn)
    return count.imported(len(wanted) + rejected, rejected=rejected, sha256=parsed.sha256)


def _withdraw(work: Writing, numbers: Sequence[int]) -> int:
    """Void shifts; raises Conflict when one of them was swapped, because the swap would be lost."""
    if swapped := duty.swapped(work.db, numbers):
        raise Conflict("duty.would_lose_swaps", shifts=swapped)
    return work.void("duty_shift", "id", numbers)


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
