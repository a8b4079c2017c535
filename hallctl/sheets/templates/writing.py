"""Writing a template: sheets to be filled in with drop-downs, and one that explains them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    Block,
    Column,
    Form,
    Gap,
    Heading,
    NewPage,
    Sheet,
    Table,
    Text,
    Title,
    fitting,
    lay,
    new_book,
)  # fmt: skip
from hallctl.sheets.headers import EXPLAINED, OFFERED
from hallctl.sheets.save import put, save
from hallctl.sheets.templates import Field, Page, Template

REQUIRED = "＊"
"""Stands in the explanation beside a column that must be filled in."""

EXPLANATION = (
    Column("栏目", 14), Column("必填", 6, align="center"), Column("怎样填写", 30, 56),
    Column("可选内容", 16, 44), Column("示例", 14, 30),
)  # fmt: skip


class _Lists:
    """The hidden sheet with the words of every drop-down, each list once."""

    def __init__(self) -> None:
        self.words: list[Sequence[str]] = []

    def place(self, words: Sequence[str]) -> str:
        """Where a list stands, as a drop-down names it."""
        if words not in self.words:
            self.words.append(words)
        letter = get_column_letter(self.words.index(words) + 1)
        return f"{OFFERED}!${letter}$1:${letter}${len(words)}"


class _Rows(NamedTuple):
    """The head and the empty rows."""

    page: Page
    offered: Mapping[str, Sequence[str]]
    lists: _Lists

    def fill(self, form: Form) -> None:
        """Every cell bordered and of the right kind; what is known may be chosen."""
        fields = self.page.fields
        form.head_row([one.title for one in fields], height=26)
        first = form.row
        for _number in range(self.page.rows):
            for n, field in enumerate(fields, 1):
                form.cell(n, None, align="left").number_format = field.form
            form.next_row(20)
        for n, field in enumerate(fields, 1):
            words = field.choices or tuple(self.offered.get(field.offered, ()))
            if words:
                _offer(form, get_column_letter(n), first, self.lists.place(words), field)


def _offer(form: Form, letter: str, first: int, place: str, field: Field) -> None:
    choice = DataValidation("list", place, allow_blank=True)
    choice.showErrorMessage = bool(field.choices)  # the hall's own words may be new ones
    choice.errorTitle, choice.error = field.title, "请从下拉表选择。"
    choice.add(f"{letter}{first}:{letter}{form.row - 1}")
    form.sheet.add_data_validation(choice)


def write_template(
    template: Template, offered: Mapping[str, Sequence[str]], path: Path, fonts: Fonts, made_at: datetime
) -> str:  # fmt: skip
    """Write the workbook; the same lists give the same bytes. Returns their digest."""
    book, lists = new_book(), _Lists()
    for page in template.pages:
        blocks: list[Block] = [Title(page.title), _Rows(page, offered, lists)]
        lay(book, Sheet(page.name, [one.width for one in page.fields], blocks), fonts)
    tables = [(page, _explained(page, offered)) for page in template.pages]
    widths = fitting(EXPLANATION, [row for _page, rows in tables for row in rows])
    told: list[Block] = [Title(f"{template.name}填写说明"), Text(template.advice)]
    told.append(Text(f"填好后导入：{template.command} 文件。本表和示例不会被导入。"))
    for n, (page, rows) in enumerate(tables):
        told += [
            NewPage() if n else Gap(),
            Heading(f"工作表“{page.name}”"),
            Table(EXPLANATION, rows, repeat=False),
        ]
    lay(book, Sheet(EXPLAINED, widths, told), fonts)
    hidden = book.create_sheet(OFFERED)
    hidden.sheet_state = "hidden"
    for n, words in enumerate(lists.words, 1):
        for row, text in enumerate(words, 1):
            put(hidden.cell(row, n), text)
    return save(book, path, made_at)


def _explained(page: Page, offered: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """A row per column; the brackets keep the reader from taking one for a header."""
    return [
        [
            f"「{one.title}」", REQUIRED if one.required else "", one.how,
            "、".join(one.choices) or ("见下拉表" if offered.get(one.offered) else ""), one.example,
        ]
        for one in page.fields
    ]  # fmt: skip
