"""A list of people who leave, as faculties send it each year (Art. 6)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed

FIELDS = Fields(
    {
        "staff_no": ("学号", "工号", "编号", "学号工号", "人员编号"),
        "name": ("姓名", "名字"),
        "ended_on": ("离岗日期", "离岗时间"),
        "reason": ("离岗原因", "原因", "离岗事由"),
        "note": ("备注", "说明"),
    },
    ("staff_no",),
)


class LeaverLine(NamedTuple):
    """One leaver as the file has it; None or "" where the file says nothing."""

    sheet: str
    row: int
    staff_no: str
    name: str
    ended_on: date | None
    reason: str
    note: str


def parse_leavers(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[LeaverLine]:
    """Read the people of a list, all bad rows noted."""
    return read_form(path, FIELDS, _line, mapping, key=lambda one: one.staff_no)


def _line(cells: Cells, _errors: list[RowError]) -> LeaverLine:
    return LeaverLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("staff_no", required=True),
        cells.name("name"),
        cells.day("ended_on"),
        cells.text("reason"),
        cells.text("note"),
    )
