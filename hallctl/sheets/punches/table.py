"""Punches from plain tables: a punch per row, or a sign-in and a sign-out time per row."""

from collections.abc import Iterator, Mapping

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields
from hallctl.sheets.punches.clock import MISSING, clock_of
from hallctl.sheets.punches.line import PunchLine
from hallctl.sheets.read import Book, Parsed

FIELDS = Fields(
    {
        "staff_no": ("学号", "工号", "编号", "人员编号"),
        "on": ("日期", "考勤日期"),
        "at": ("时间", "打卡时间", "签到签退时间", "考勤时间"),
        "direction": ("签到/签退", "签到签退", "类型", "状态", "方向"),
        "in_at": ("签到时间", "上班打卡时间"),
        "out_at": ("签退时间", "下班打卡时间"),
    },
    ("staff_no",),
)

DIRECTIONS = {
    **dict.fromkeys(("签到", "上班", "进", "in"), "in"),
    **dict.fromkeys(("签退", "下班", "出", "out"), "out"),
}


def parse_table(book: Book, mapping: Mapping[str, str] | None = None) -> Parsed[PunchLine]:
    """Read every punch; a cell that is empty or says -- is none."""
    parsed = read_tables(book, FIELDS, _cells, mapping)
    rows = [punch for row in parsed.rows for punch in row[2]]
    return Parsed(rows, parsed.errors, parsed.notes, parsed.sha256, parsed.ignored, parsed.not_kept)


def _cells(cells: Cells, _errors: list[RowError]) -> tuple[str, int, list[PunchLine]]:
    return cells.record.sheet, cells.record.row, list(_punches(cells))


def _punches(cells: Cells) -> Iterator[PunchLine]:
    staff_no = cells.identifier("staff_no", required=True)
    on = cells.day("on")
    if cells.has("at"):
        direction = cells.choice("direction", DIRECTIONS, code="sheet.bad_direction") or "?"
        times = [("at", direction)]
    else:
        both = (("in_at", "in"), ("out_at", "out"))
        times = [(field, way) for field, way in both if cells.text(field) not in MISSING]
    for field, direction in times:
        at = clock_of(cells.text(field), on) if on else None
        at = at or cells.instant(field, on, required=True)
        if at is not None:
            yield PunchLine(cells.record.sheet, cells.record.row, staff_no, at, direction)
