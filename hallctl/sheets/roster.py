"""The staff roster: who serves where, from when (Art. 5, 6, 22)."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms_in import read_forms
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed

FIELDS = Fields(
    {
        "staff_no": ("学号", "工号", "编号", "学号工号", "人员编号"),
        "name": ("姓名", "名字"),
        "role": ("岗位", "角色", "职务", "身份"),
        "window": ("窗口", "所属窗口", "所在窗口", "服务窗口", "窗口名称", "窗口编号"),
        "faculty": ("学院", "部门", "院系", "所在学院", "所属学院", "单位", "二级学院"),
        "class": ("班级", "所在班级", "专业班级"),
        "phone": ("手机", "联系电话", "手机号码", "手机号", "电话", "联系方式"),
        "badge_no": ("工牌号", "工牌", "工作牌号", "工牌编号", "胸牌号"),
        "started_on": ("上岗日期", "上岗时间", "到岗日期"),
        "ended_on": ("离岗日期", "离岗时间"),
    },
    ("staff_no", "name"),
)

ROLES = {
    **dict.fromkeys(("专职干事", "干事", "大厅负责人", "officer"), "officer"),
    **dict.fromkeys(("窗口负责人", "负责人", "窗口长", "leader"), "leader"),
    **dict.fromkeys(
        ("窗口工作人员", "工作人员", "学生工作人员", "学生助理", "学生", "勤工助学学生", "student"),
        "student",
    ),
}


class RosterLine(NamedTuple):
    """One person as the file has it; None where the file has no such column, "" for an empty cell."""

    sheet: str
    row: int
    staff_no: str
    name: str
    role: str | None
    window: str | None
    faculty: str | None
    class_name: str | None
    phone: str | None
    badge_no: str | None
    started_on: date | None
    ended_on: date | None


def parse_roster(
    paths: Sequence[Path], mapping: Mapping[str, str] | None = None
) -> Parsed[RosterLine]:
    """Read the people of one or more files as one list, all bad rows noted."""
    return read_forms(paths, FIELDS, _line, mapping, key=lambda one: one.staff_no)


def _line(cells: Cells, _errors: list[RowError]) -> RosterLine:
    def optional(field: str) -> str | None:
        return cells.text(field) if cells.has(field) else None

    return RosterLine(
        cells.record.sheet,
        cells.record.row,
        cells.identifier("staff_no", required=True),
        cells.name("name", required=True),
        cells.choice("role", ROLES, code="sheet.unknown_role") if cells.has("role") else None,
        optional("window"),
        optional("faculty"),
        optional("class"),
        cells.identifier("phone") if cells.has("phone") else None,
        cells.identifier("badge_no") if cells.has("badge_no") else None,
        cells.day("started_on"),
        cells.day("ended_on"),
    )
