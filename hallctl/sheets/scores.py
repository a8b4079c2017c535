"""The scoring sheet of a week: written with two empty columns, read back when they are filled in.

Every row carries a check over its other cells, so that nothing but score and remark may change.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hallctl.appraised import ScoreLine, ScoreSheet
from hallctl.errors import RowError
from hallctl.reports import Fonts
from hallctl.sheets.cells import Cells
from hallctl.sheets.forms import (
    Block,
    Column,
    Form,
    Sheet,
    Table,
    Title,
    fitting,
    lay,
    new_book,
)
from hallctl.sheets.forms_in import read_form
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Parsed
from hallctl.sheets.save import save

FIGURES = {
    "due": "应到", "attended": "实到", "late": "迟到", "early": "早退", "missing": "未签",
    "absent": "缺勤", "leave": "请假", "closed": "办结", "overdue": "超期", "incidents": "违纪",
    "praise": "表扬",
}  # fmt: skip
KEPT = ("week", "staff_no", "name", "window", *FIGURES, "by_no")
"""The fields whose cells stay as they were written."""
COLUMNS = (
    Column("周次", 9), Column("学号/工号", 11), Column("姓名", 8, align="center"), Column("窗口", 13, 24),
    *(Column(title, 5, align="center") for title in FIGURES.values()), Column("评分人", 9),
    Column("评分", 6, align="center"), Column("评语", 18, 30), Column("校验", 9),
)  # fmt: skip
FIELDS = Fields(
    {
        "week": ("周次",),
        "staff_no": ("学号", "工号"),
        "name": ("姓名",),
        "window": ("窗口",),
        **{field: (title,) for field, title in FIGURES.items()},
        "by_no": ("评分人",),
        "score": ("评分",),
        "remark": ("评语",),
        "check": ("校验",),
    },
    (*KEPT, "score", "remark", "check"),
)


class Scored(NamedTuple):
    """One row of a filled-in sheet; score is None where nothing was given."""

    sheet: str
    row: int
    week: str
    staff_no: str
    name: str
    by_no: str
    score: int | None
    remark: str


class _How(NamedTuple):
    """How it is filled in, above the table: below it everything is read as people."""

    most: int

    def fill(self, form: Form) -> None:
        """One paragraph."""
        form.text(
            f"只填“评分”（0 至 {self.most} 的整数）和“评语”两栏，其他各栏请勿改动；不评的留空。"
            "学生由本窗口负责人评，负责人由专职干事评，本人不评本人。",
            size=10,
        )


def write_scores(report: ScoreSheet, path: Path, fonts: Fonts) -> str:
    """Write the sheet; the same report gives the same bytes. Returns their digest."""
    rows = [_cells(line) for line in report.lines]
    title = f"{report.hall}{report.label.replace('-W', '年第')}周评分表"
    blocks: list[Block] = [
        Title(title, report.college or report.hall, [f"{report.from_on} 至 {report.to_on}"]),
        _How(report.most),
        Table(COLUMNS, rows),
    ]
    book = new_book()
    lay(book, Sheet("评分", fitting(COLUMNS, rows), blocks), fonts)
    return save(book, path, report.made_at)


def read_scores(path: Path) -> Parsed[Scored]:
    """Read a filled-in sheet; a row whose other cells were changed is a bad one."""
    return read_form(path, FIELDS, _scored, key=lambda row: row.staff_no)


def _cells(line: ScoreLine) -> list[object]:
    kept = [line.week, line.staff_no, line.name, line.window, *line.figures, line.by_no]
    score = "" if line.score is None else line.score
    return [*kept, score, line.remark, _check([str(one) for one in kept])]


def _scored(cells: Cells, _errors: list[RowError]) -> Scored:
    found = Scored(
        cells.record.sheet, cells.record.row, cells.text("week"), cells.identifier("staff_no"),
        cells.name("name"), cells.identifier("by_no"), cells.whole("score"), cells.prose("remark"),
    )  # fmt: skip
    if cells.text("check") != _check([cells.prose(field) for field in KEPT]):
        cells.bad("check", "appraise.row_changed", staff_no=found.staff_no)
    elif found.remark and found.score is None:
        cells.bad("score", "sheet.required")
    return found


def _check(kept: Sequence[str]) -> str:
    return hashlib.sha256("\t".join(kept).encode()).hexdigest()[:8]
