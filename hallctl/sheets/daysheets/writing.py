"""Writing a window's day sheet: one page with drop-downs, to be filled in WPS or Excel."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from hallctl.blanks import DaySheet
from hallctl.reports import Fonts
from hallctl.sheets.daysheets import COUNTS, FORM, KEY, KINDS, ON, RESULTS, WINDOW
from hallctl.sheets.forms import Block, Form, Sheet, Title, lay, new_book
from hallctl.sheets.save import put, save

COLUMNS = (
    ("时间", 8), ("学号/工号", 14), ("姓名", 10), ("联系电话", 15), ("事项", 24), ("办理结果", 11),
    ("缺少或补来的材料", 24), ("经办人", 10), ("说明", 22), ("办件编号", 14), (KEY, 16),
)  # fmt: skip
ROWS = 25
PER_LINE = 8
"""How many kinds of counts one line holds; more take another."""
FILL = "人数（填数字）"
LISTS = "选项"
HOW = (
    "每人一行。办理结果：当场办结；受理（缺材料的写在“缺少或补来的材料”，用顿号分开，可写“名称=原因”）；补齐；办结；"
    "不予办理（在“说明”写理由）；撤回（在“说明”写原因）。经办人不写，按值班表。当日再发一次，只增加新的行。"
)


class _About(NamedTuple):
    """Which window, which day, who is on duty; and room for the counts."""

    sheet: DaySheet

    def fill(self, form: Form) -> None:
        """Labels and values in cells of their own, so that they are read back."""
        told = self.sheet
        cells = (WINDOW, told.window_no, "窗口", told.window, ON, told.on.isoformat(), "值班人员")
        for n, value in enumerate(cells, 1):
            form.cell(n, value, align="center")
        form.cell(8, "、".join(told.on_duty))
        for n in (9, 10):
            form.cell(n, "")
        form.sheet.merge_cells(start_row=form.row, end_row=form.row, start_column=8, end_column=10)
        form.next_row(22)
        names = [KINDS.get(kind, kind) for kind in told.kinds]
        for first in range(0, len(names), PER_LINE):
            some = names[first : first + PER_LINE]
            _count_line(form, COUNTS, some)
            _count_line(form, FILL, [""] * len(some))
        form.text(HOW, size=10)


def _count_line(form: Form, label: str, values: Sequence[str]) -> None:
    """One line of the counts, under its label over two columns."""
    for n, value in enumerate([label, "", *values, *[""] * (PER_LINE - len(values))], 1):
        form.cell(n, value, align="center")
    form.sheet.merge_cells(start_row=form.row, end_row=form.row, start_column=1, end_column=2)
    form.next_row(24)


class _Rows(NamedTuple):
    """Empty rows, each with its key in a hidden column."""

    sheet: DaySheet

    def fill(self, form: Form) -> None:
        """The head, the rows, and what may be chosen in them."""
        form.head_row([title for title, _width in COLUMNS])
        first = form.row
        for number in range(1, ROWS + 1):
            for n in range(1, len(COLUMNS)):
                form.cell(n, "", align="center" if n in {1, 6, 8} else "left")
            key = f"{self.sheet.window_no}-{self.sheet.on:%Y%m%d}-{number:02d}"
            put(form.sheet.cell(form.row, len(COLUMNS)), key)
            form.next_row(22)
        form.sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True
        _offer(form, "E", first, "A", max(len(self.sheet.items), 1), strict=False)
        _offer(form, "F", first, "B", len(RESULTS), strict=True)


def _offer(form: Form, column: str, first: int, of: str, count: int, *, strict: bool) -> None:
    """A drop-down for one column, from the hidden lists."""
    choice = DataValidation("list", f"{LISTS}!${of}$1:${of}${count}", allow_blank=True)
    choice.showErrorMessage = strict
    choice.add(f"{column}{first}:{column}{first + ROWS - 1}")
    form.sheet.add_data_validation(choice)


def write_day_sheet(told: DaySheet, path: Path, fonts: Fonts) -> str:
    """Write one window's sheet of one day; the same facts give the same bytes. Returns their digest."""
    book = new_book()
    blocks: list[Block] = [Title(f"{told.hall}{FORM}"), _About(told), _Rows(told)]
    lay(book, Sheet(FORM, [width for _title, width in COLUMNS], blocks, one_page=True), fonts)
    lists = book.create_sheet(LISTS)
    for n, name in enumerate(told.items, 1):
        put(lists.cell(n, 1), name)
    for n, name in enumerate(RESULTS, 1):
        put(lists.cell(n, 2), name)
    lists.sheet_state = "hidden"
    return save(book, path, told.made_at)
