"""The duty roster, as a list of shifts or as the weekly grid that hangs on the wall (Art. 22)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, Note, RowError
from hallctl.sheets.cells import Cells, parse_date, parse_minute
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import HEADER_ROWS, Fields, find_table
from hallctl.sheets.read import Book, Parsed, Row, Sheet, Value, read_book, text_of
from hallctl.sheets.weeks import WEEKDAYS

FIELDS = Fields(
    {
        "on": ("日期", "值班日期"),
        "shift": ("班次", "时段"),
        "start": ("开始", "开始时间", "上班时间"),
        "end": ("结束", "结束时间", "下班时间"),
        "window": ("窗口", "窗口编号", "窗口名称", "值班窗口"),
        "staff_no": ("学号", "工号", "人员", "值班人", "值班人员", "姓名"),
    },
    ("on", "window", "staff_no"),
)


class DutyLine(NamedTuple):
    """One duty: on a date or a weekday (1 to 7), by a named shift or by minutes after midnight."""

    sheet: str
    row: int
    on: date | None
    weekday: int | None
    shift: str
    start_minute: int | None
    end_minute: int | None
    window: str
    person: str
    """A number or a name."""
    column: str = ""


def parse_duty(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[DutyLine]:
    """Read a duty roster in either form, all bad rows noted."""
    book = read_book(path)
    if any(find_table(sheet, FIELDS, mapping) for sheet in book.sheets):
        return read_tables(book, FIELDS, _line, mapping)
    return _grids(book)


def _line(cells: Cells, _errors: list[RowError]) -> DutyLine:
    start, end = cells.minute("start"), cells.minute("end")
    shift = cells.text("shift")
    bounds = _bounds(shift)
    if bounds and start is None:
        start, end, shift = bounds[0], bounds[1], ""
    if not shift and (start is None or end is None):
        cells.bad("shift" if cells.has("shift") else "start", "sheet.required")
    return DutyLine(
        cells.record.sheet,
        cells.record.row,
        cells.day("on", required=True),
        None,
        shift,
        start,
        _after(start, end),
        cells.text("window", required=True),
        cells.identifier("staff_no", required=True),
        cells.record.headers.get("staff_no", ""),
    )


def _grids(book: Book) -> Parsed[DutyLine]:
    rows: list[DutyLine] = []
    errors: list[RowError] = []
    notes = list(book.notes)
    found = False
    for sheet in book.sheets:
        place = next((n for n, row in enumerate(sheet.rows[:HEADER_ROWS]) if _days(row)), None)
        if place is None:
            notes.append(Note("sheet.skipped", values={"sheet": sheet.name}))
            continue
        found = True
        for row in sheet.rows[place + 1 :]:
            rows += _grid_row(sheet, row, _days(sheet.rows[place]), errors)
    if not found:
        raise BadInput("sheet.no_duty_form", found=[sheet.name for sheet in book.sheets])
    return Parsed(rows, errors, notes, book.sha256, [], [])


def _days(row: Row) -> dict[int, tuple[date | None, int | None, str]]:
    """The columns of a grid's header: a date or a weekday each; a header has at least two."""
    columns: dict[int, tuple[date | None, int | None, str]] = {}
    for n, value in enumerate(row.cells[1:], 1):
        text = unicodedata.normalize("NFKC", text_of(value)).replace(" ", "").replace("\n", "")
        day = _day_of(value, text)
        weekday = next((number for word, number in WEEKDAYS.items() if text.startswith(word)), None)
        if day or weekday:
            columns[n] = (day, None if day else weekday, text_of(value))
    return columns if len(columns) >= 2 else {}


def _day_of(value: Value, text: str) -> date | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = re.search(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?", text)
    return parse_date(found[0]) if found else None


def _grid_row(
    sheet: Sheet, row: Row, days: Mapping[int, tuple[date | None, int | None, str]],
    errors: list[RowError],
) -> Iterator[DutyLine]:  # fmt: skip
    shift = (
        unicodedata.normalize("NFKC", text_of(row.cells[0])).replace(" ", "") if row.cells else ""
    )
    if not shift or not any(n < len(row.cells) and text_of(row.cells[n]) for n in days):
        return
    bounds = _bounds(shift)
    if not bounds and len(shift) > 6:  # a remark under the grid, not a shift
        return
    start, end = bounds or (None, None)
    for n, (on, weekday, header) in days.items():
        text = text_of(row.cells[n]) if n < len(row.cells) else ""
        for window, people in _people(text, sheet.name):
            for person in people:
                yield DutyLine(
                    sheet.name, row.number, on, weekday, "" if bounds else shift, start,
                    _after(start, end), window, person, header,
                )  # fmt: skip
            if not people:
                errors.append(
                    RowError("sheet.nobody_in_cell", sheet.name, row.number, header, text)
                )


def _people(text: str, sheet: str) -> Iterator[tuple[str, list[str]]]:
    """The windows of a cell with their people; without a window name, the sheet's own."""
    for line in re.split(r"[\n；;]", text):
        if not line.strip():
            continue
        window, colon, names = unicodedata.normalize("NFKC", line).partition(":")
        if not colon:
            window, names = sheet, line
        yield (
            window.strip(),
            [name for part in re.split(r"[、,，/\s]+", names) if (name := part.strip())],
        )


def _bounds(text: str) -> tuple[int, int] | None:
    """The minutes of 8:30-12:00, also inside 上午(8:30-12:00)."""
    found = re.search(r"(\d{1,2}[:：]\d{2})\s*[-~—–至到]+\s*(\d{1,2}[:：]\d{2})", text)
    if not found:
        return None
    start, end = parse_minute(found[1]), parse_minute(found[2])
    return None if start is None or end is None else (start, end)


def _after(start: int | None, end: int | None) -> int | None:
    """The end of a shift; one that is not after its start lies on the next day."""
    return end + 1440 if start is not None and end is not None and end <= start else end
