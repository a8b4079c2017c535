"""Day sheets ready to be filled in: one file per window."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.blanks import DaySheet
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall
from hallctl.office.tallies import kinds_on
from hallctl.store import duty, people, places
from hallctl.store.places import WindowRow


class Written(NamedTuple):
    """One file that was written."""

    window_no: str
    window: str
    on: date
    path: str
    sha256: str


def write_sheets(hall: Hall, window: str | None, on: date, out: Path) -> list[Written]:
    """Write the sheet of one window, or of all (None), into a folder; the same facts, the same bytes.

    ``out`` may name the file of a single window.

    Raises NotFound for an unknown window, Refused for a day before the regulation.
    """
    hall.require_in_force(on)
    chosen = [find_window(hall, window, on)] if window else places.windows(hall.db, on)
    names = {one.staff_no: one.name for one in people.everybody(hall.db, on)}
    on_duty: dict[str, list[str]] = {}
    for shift in duty.shifts(hall.db, on, on):
        if shift.given_to is None:
            on_duty.setdefault(shift.window_no, []).append(
                names.get(shift.staff_no, shift.staff_no)
            )
    items: dict[str, list[str]] = {}
    for item in places.items(hall.db, on):
        items.setdefault(item.window_no, []).append(item.name)
    return [
        _write(hall, row, on, out, on_duty.get(row.window_no, []), items.get(row.window_no, []))
        for row in chosen
    ]


def _write(
    hall: Hall, row: WindowRow, on: date, out: Path, on_duty: Sequence[str], items: Sequence[str]
) -> Written:
    from hallctl.office.paperwork import fonts, head_at
    from hallctl.sheets.daysheets.writing import write_day_sheet

    told = DaySheet(
        hall.facts.name, row.window_no, row.name, on, list(dict.fromkeys(on_duty)), items,
        kinds_on(hall, on), head_at(hall),
    )  # fmt: skip
    single = out.suffix.lower() == ".xlsx"
    path = out if single else out / f"{row.window_no}-{row.name}-{on:%Y%m%d}.xlsx"
    digest = write_day_sheet(told, path, fonts(hall, on))
    return Written(row.window_no, row.name, on, str(path), digest)
