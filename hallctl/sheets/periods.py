"""The table of class periods: 节次 with its times and the days it counts for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed
from hallctl.sheets.weeks import find_periods, plain

FIELDS = Fields(
    {
        "period": ("节次", "节", "课节"),
        "start": ("开始", "开始时间", "上课", "上课时间"),
        "end": ("结束", "结束时间", "下课", "下课时间"),
        "from_on": ("生效日期", "起始日期", "自"),
        "to_on": ("截止日期", "终止日期", "至"),
    },
    ("period", "start", "end"),
)


class PeriodLine(NamedTuple):
    """One class period; without dates it always counts."""

    sheet: str
    row: int
    period: int
    start_minute: int
    end_minute: int
    from_on: date | None
    to_on: date | None


def parse_periods(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[PeriodLine]:
    """Read the periods of a file, all bad rows noted."""
    return read_form(path, FIELDS, _line, mapping, key=lambda line: (line.period, line.from_on))


def _line(cells: Cells, _errors: list[RowError]) -> PeriodLine:
    said = plain(cells.text("period", required=True))
    named = (int(said), int(said)) if said.isdigit() else find_periods(said)
    if said and (named is None or named[0] != named[1] or not 1 <= named[0] <= 20):
        cells.bad("period", "timetable.bad_period")
    start, end = cells.minute("start"), cells.minute("end")
    for field, minute in (("start", start), ("end", end)):
        if minute is None and cells.good:
            cells.bad(field, "sheet.required")
    if start is not None and end is not None and start >= end:
        cells.bad("end", "timetable.backwards")
    from_on, to_on = cells.day("from_on"), cells.day("to_on")
    if from_on and to_on and from_on > to_on:
        cells.bad("to_on", "timetable.backwards")
    return PeriodLine(
        cells.record.sheet, cells.record.row, named[0] if named else 0, start or 0, end or 0,
        from_on, to_on,
    )  # fmt: skip
