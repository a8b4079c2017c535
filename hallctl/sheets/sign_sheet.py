"""The paper sign-in sheet (值班签到表, Art. 23): filled in by hand, typed in, read back as punches."""

from pathlib import Path

from hallctl.blanks import SignDay, SignSheet
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    PORTRAIT_A4,
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
from hallctl.sheets.punches import PAPER_TITLE
from hallctl.sheets.save import save

COLUMNS = (
    Column("日期", 11, align="center"), Column("班次", 12, 20), Column("窗口", 14, 18), Column("学号/工号", 11),
    Column("姓名", 9, align="center"), Column("签到时间", 9, align="center"), Column("签名", 10),
    Column("签退时间", 9, align="center"), Column("签名", 10),
)  # fmt: skip

SPARE_ROWS = 3
"""Empty rows for whoever stands in for somebody."""

WEEKDAYS = "一二三四五六日"
HOW = "时间按 08:30 的写法填写；替班的在空行写全日期、学号和姓名。补录时把时间填入本文件再导入。"


class _How:
    """How it is filled in, above the table: below it everything is read as people."""

    def fill(self, form: Form) -> None:
        """One paragraph."""
        form.text(HOW, size=10)


def write_sign_sheet(report: SignSheet, path: Path, fonts: Fonts) -> str:
    """Write one sheet per day; the same duties give the same bytes. Returns their digest."""
    book = new_book()
    for day in report.days:
        rows = [
            [day.on.isoformat(), line.shift, line.window, line.staff_no, line.name, "", "", "", ""]
            for line in day.lines
        ]
        rows += [[""] * len(COLUMNS)] * SPARE_ROWS
        title = Title(f"{report.hall}{PAPER_TITLE}", report.college or report.hall, [_day(day)])
        blocks: list[Block] = [title, _How(), Table(COLUMNS, rows)]
        lay(book, Sheet(f"{day.on:%m月%d日}", fitting(COLUMNS, rows), blocks, PORTRAIT_A4), fonts)
    return save(book, path, report.made_at)


def _day(day: SignDay) -> str:
    return f"{day.on.year}年{day.on.month}月{day.on.day}日 星期{WEEKDAYS[day.on.weekday()]}"
