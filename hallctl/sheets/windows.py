"""The list of service windows."""

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
        "window_no": ("窗口编号", "窗口号", "编号"),
        "name": ("窗口名称", "名称", "窗口"),
        "department": ("部门", "所属部门", "主管部门", "责任部门", "进驻部门"),
        "category": ("业务类别", "类别", "服务类别"),
        "from_on": ("生效日期", "启用日期"),
    },
    ("window_no", "name"),
)


class WindowLine(NamedTuple):
    """One window as the file has it; ``from_on`` is None where the file says nothing."""

    sheet: str
    row: int
    window_no: str
    name: str
    department: str
    category: str
    from_on: date | None


def parse_windows(path: Path, mapping: Mapping[str, str] | None = None) -> Parsed[WindowLine]:
    """Read the windows of a file, all bad rows noted."""
    return read_form(path, FIELDS, _line, mapping, key=lambda one: one.window_no)


def _line(cells: Cells, _errors: list[RowError]) -> WindowLine:
    return WindowLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("window_no", required=True),
        cells.name("name", required=True),
        cells.text("department"),
        cells.text("category"),
        cells.day("from_on"),
    )
