"""A year's national notice, as holiday-cn JSON or as CSV."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.sheets import guard
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed, decode

FIELDS = Fields(
    {
        "date": ("日期",),
        "kind": ("类型", "性质"),
        "name": ("名称", "节日"),
        "source": ("来源", "文号"),
    },
    ("date", "kind"),
)
KINDS = {**dict.fromkeys(("off", "休", "放假", "休息"), "off"),
         **dict.fromkeys(("work", "班", "上班", "补班"), "work")}  # fmt: skip


class YearLine(NamedTuple):
    """One year's notice: where it was published, and the days it names (True for a day off)."""

    sheet: str
    row: int
    year: int
    papers: tuple[str, ...]
    days: tuple[tuple[date, bool, str], ...]


class _DayLine(NamedTuple):
    sheet: str
    row: int
    on: date
    kind: str
    name: str
    source: str


def parse_calendar(path: Path) -> Parsed[YearLine]:
    """Read one or more years; raises BadInput for a year without days: it is not announced yet."""
    if (
        guard.look_at(path).kind == "csv"
        and path.read_bytes().lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{"
    ):
        return _holiday_cn(path)
    parsed = read_form(path, FIELDS, _day, key=lambda one: one.on)
    years: dict[int, list[_DayLine]] = {}
    for line in parsed.rows:
        years.setdefault(line.on.year, []).append(line)
    rows = [
        YearLine(
            lines[0].sheet, lines[0].row, year,
            tuple(dict.fromkeys(line.source for line in lines if line.source)),
            tuple((line.on, line.kind == "off", line.name) for line in sorted(lines, key=lambda one: one.on)),
        )
        for year, lines in sorted(years.items())
    ]  # fmt: skip
    return Parsed(rows, parsed.errors, parsed.notes, parsed.sha256, parsed.ignored, parsed.not_kept)


def _day(cells: Cells, _errors: list[RowError]) -> _DayLine:
    kind = cells.choice("kind", KINDS, code="sheet.bad_day_kind")
    if not kind and not cells.text("kind"):
        cells.bad("kind", "sheet.required")
    on = cells.day("date", required=True)
    return _DayLine(
        cells.record.sheet,
        cells.record.row,
        on or date.max,
        kind,
        cells.text("name"),
        cells.text("source"),
    )


def _holiday_cn(path: Path) -> Parsed[YearLine]:
    content = path.read_bytes()
    try:
        told: dict[str, Any] = json.loads(decode(content))
        year = int(told["year"])
        days = tuple(
            (date.fromisoformat(day["date"]), bool(day["isOffDay"]), str(day["name"]))
            for day in told["days"]
        )
        papers = tuple(str(paper) for paper in told.get("papers", ()))
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput("sheet.damaged", path=str(path), said=repr(error)) from None
    if not days:
        raise BadInput("calendar.not_announced", year=year)
    line = YearLine(path.name, 1, year, papers, days)
    return Parsed([line], [], [], hashlib.sha256(content).hexdigest(), [], [])
