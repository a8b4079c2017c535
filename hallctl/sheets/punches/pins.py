"""A table of a device's own numbers and whose they are."""

from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed

FIELDS = Fields(
    {
        "pin": ("PIN", "登记号码", "考勤号码", "设备编号", "机号", "用户号"),
        "staff_no": ("学号", "工号", "编号", "人员编号"),
    },
    ("pin", "staff_no"),
)


class PinLine(NamedTuple):
    """One row of the table."""

    sheet: str
    row: int
    pin: str
    staff_no: str


def parse_pins(path: Path) -> Parsed[PinLine]:
    """Read the table; a number that stands twice with other people is an error."""
    return read_form(path, FIELDS, _line, key=lambda line: line.pin)


def _line(cells: Cells, _errors: list[RowError]) -> PinLine:
    pin = cells.identifier("pin", required=True)
    staff_no = cells.identifier("staff_no", required=True)
    return PinLine(cells.record.sheet, cells.record.row, pin, staff_no)
