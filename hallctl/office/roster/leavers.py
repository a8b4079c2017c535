"""Leavers from a spreadsheet: every bad row at once, nothing recorded unless all are good."""

from datetime import date
from pathlib import Path

from hallctl.errors import RowError
from hallctl.office.hall import Hall
from hallctl.office.imports import settle_rows
from hallctl.office.roster.posts import REASONS, Leaving
from hallctl.sheets.leavers import LeaverLine, parse_leavers
from hallctl.store import people


def read(hall: Hall, path: Path, reason: str | None, on: date | None) -> list[Leaving]:
    """The leavers of a file; ``reason`` and ``on`` stand in where a row says nothing.

    Raises BadInput with every bad row.
    """
    parsed = parse_leavers(path)
    day = on or hall.today
    errors = [error for line in parsed.rows if (error := _fault(hall, line, reason, day))]
    good, _rejected = settle_rows(hall, parsed, errors, skip_bad=False)
    return [
        Leaving(
            line.staff_no, REASONS[line.reason or reason or ""], line.ended_on or day,
            line.note or None,
        )
        for line in good
    ]  # fmt: skip


def _fault(hall: Hall, line: LeaverLine, reason: str | None, day: date) -> RowError | None:
    person = people.person(hall.db, line.staff_no, line.ended_on or day)
    if person is None:
        return RowError("imports.unknown_person", line.sheet, line.row, "学号", line.staff_no)
    if line.name and line.name != person.name:
        values = {"recorded": person.name}
        return RowError("roster.other_name", line.sheet, line.row, "姓名", line.name, values)
    if (line.reason or reason or "") not in REASONS:
        known: dict[str, object] = {"known": list(REASONS)[:4]}
        place = (line.sheet, line.row, "离岗原因", line.reason)
        return RowError("roster.row_reason", *place, known)
    return None
