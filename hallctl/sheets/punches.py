"""Punches from files: attendance devices' attlog in both layouts, and plain tables (Art. 23)."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.model import SHANGHAI
from hallctl.sheets import guard
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed, decode, read_book

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
_STATUS = {"0": "in", "1": "out", "2": "out", "3": "in", "4": "in", "5": "out", "255": "?"}
"""Devices: 0 in, 1 out, 2 break out, 3 break in, 4 and 5 overtime in and out, 255 undefined."""


class PunchLine(NamedTuple):
    """One punch of a file; ``direction`` is in, out or "?"."""

    sheet: str
    row: int
    staff_no: str
    at: datetime
    direction: str
    device: str | None = None


def layout_of(path: Path) -> str:
    """``attlog`` for a device's file, ``table`` for anything a spreadsheet program makes."""
    if guard.look_at(path).kind != "csv":
        return "table"
    try:
        head = decode(path.read_bytes()).split("\n", 1)[0]
    except UnicodeDecodeError:
        return "attlog"
    fields = head.split("\t")
    return "attlog" if len(fields) >= 4 and _instant(fields[1]) else "table"


def parse_attlog(path: Path) -> Parsed[PunchLine]:
    """Read a device's file, with the device column (six fields) or pushed (five, or seven and more).

    Every line that cannot be used is an error with its number.
    """
    guard.look_at(path)
    content = path.read_bytes()
    errors: list[RowError] = []
    rows: list[PunchLine] = []
    for number, raw in enumerate(content.split(b"\n"), 1):
        line = raw.decode("utf-8", errors="replace").rstrip("\r")
        if not line.strip("\x00 \t\x1a"):
            continue
        found = _attlog_line(path.name, number, line)
        if isinstance(found, RowError):
            errors.append(found)
        else:
            rows.append(found)
    return Parsed(rows, errors, [], hashlib.sha256(content).hexdigest(), [], [])


def _attlog_line(name: str, number: int, line: str) -> PunchLine | RowError:
    fields = [field.strip() for field in line.split("\t")]
    if len(fields) < 4:
        return RowError("sheet.attlog_fields", name, number, None, line[:60])
    at = _instant(fields[1])
    if at is None:
        return RowError("sheet.bad_instant", name, number, None, fields[1])
    if not fields[0]:
        return RowError("sheet.required", name, number, "PIN", "")
    with_device = len(fields) == 6
    direction = _STATUS.get(fields[3 if with_device else 2])
    if direction is None:
        return RowError("sheet.attlog_status", name, number, None, fields[3 if with_device else 2])
    return PunchLine(name, number, fields[0], at, direction, fields[2] if with_device else None)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=SHANGHAI)
    except ValueError:
        return None


def parse_punch_table(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[PunchLine]:
    """Read a plain table: a punch per row, or a sign-in and a sign-out time per row."""
    parsed = read_tables(read_book(path), FIELDS, _cells, mapping)
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
        times = [(field, way) for field, way in both if cells.text(field) not in {"", "--"}]
    for field, direction in times:
        at = cells.instant(field, on, required=True)
        if at is not None:
            yield PunchLine(cells.record.sheet, cells.record.row, staff_no, at, direction)
