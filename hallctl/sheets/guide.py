"""The printed guide 办事指南: contents with links, then one item to a page of A4."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import NamedTuple

from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink

from hallctl import guide as wording
from hallctl.guide import TIER, Guide, GuideItem
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    GRID,
    HEAD,
    PORTRAIT_A4,
    Block,
    Column,
    Form,
    Gap,
    Heading,
    Sheet,
    Table,
    Text,
    Title,
    font,
    lay,
    lines_of,
    new_book,
    width_of,
)  # fmt: skip
from hallctl.sheets.save import save

CONTENTS = "目录"
INDEX = (
    Column("事项名称", 32), Column("编码", 11, align="center"), Column("办理窗口", 21),
    Column("办件类型", 12, align="center"), Column("承诺时限", 19, align="center"),
)  # fmt: skip
WIDTHS = (14, 18, 6, 6, 11, 22, 18)
"""Fill the page; the papers' table and the pairs of facts share these columns."""
PAPERS = ("序号", "材料名称", "必需", "份数", "形式", "要求", "获取途径")
PAPERS_ALIGN = ("center", "left", "center", "center", "center", "left", "left")
WHAT, WHERE = 5, 6
"""The columns of the papers' table in which people write much."""
TALLEST = 8
"""Lines in a cell of that table; what is longer stands below it."""
MOST = 24
"""Lines of one row: a row may be 409 points high and no more."""
TITLE, SMALL_TITLE = 20, 16
SHORT = 14
"""Characters of a name that fit beside the page number."""
LINE = 15.0
LONGEST_NAME = 31
"""Characters that a sheet's name may have."""


def write_guide(guide: Guide, path: Path, fonts: Fonts) -> str:
    """Write the workbook; returns the digest of its bytes, the same for the same guide."""
    book = new_book()
    names = sheet_names([item.item_code for item in guide.items])
    lay(book, _contents(guide, names), fonts)
    for item, name in zip(guide.items, names, strict=True):
        form = lay(book, _item_sheet(guide, item, name), fonts)
        _way_back(form)
    return save(book, path, datetime.combine(guide.up_to, time()))


def sheet_names(codes: Sequence[str]) -> list[str]:
    """A name for each item's sheet: its code, without what a sheet's name may not hold, never twice."""
    taken = {CONTENTS}
    found = []
    for number, code in enumerate(codes, 1):
        name = re.sub(r"[\[\]:*?/\\']", "-", code)[:LONGEST_NAME]
        if not name or name.casefold() in taken:
            name = f"{number}-{name}"[:LONGEST_NAME]
        taken.add(name.casefold())
        found.append(name)
    return found


def _contents(guide: Guide, names: Sequence[str]) -> Sheet:
    rows = [
        (item.name, item.item_code, item.window.name, TIER[item.tier], wording.limit(item))
        for item in guide.items
    ]
    places = {n: f"'{name}'!A1" for n, name in enumerate(names)}
    lines = [f"{name}：{text}" for name, text in wording.contact(guide)]
    blocks: list[Block] = [
        Title(
            f"{guide.hall}办事指南", more=[part for part in (guide.college, _up_to(guide)) if part]
        ),
        Text("　　".join(lines)),
        Gap(),
        Table(INDEX, rows, places),
    ]
    return Sheet(CONTENTS, [column.at_least for column in INDEX], blocks, PORTRAIT_A4)


def _item_sheet(guide: Guide, item: GuideItem, name: str) -> Sheet:
    window = item.window
    blocks: list[Block] = [
        Name(f"{item.name}办事指南", "　　".join(part for part in (guide.college, guide.hall) if part)),
        Facts(
            [
                ("事项编码", item.item_code, "业务类别", item.category or wording.NONE),
                ("办件类型", TIER[item.tier], "承诺时限", wording.limit(item)),
                ("办理窗口", f"{window.window_no} {window.name}", "责任部门", window.department or wording.NONE),
            ]
        ),
        Texts(wording.before(item)),
        Gap(),
        Heading("申报材料"),
        Papers(item),
        Gap(),
        Heading("办理与收费"),
        Texts(wording.after(item)),
        Gap(),
        Heading("咨询与监督"),
        Texts(wording.contact(guide)),
        Text(f"{_up_to(guide)}。以大厅的解释为准。", size=9),
    ]  # fmt: skip
    short = item.name if len(item.name) <= SHORT else f"{item.name[: SHORT - 1]}…"
    return Sheet(name, WIDTHS, blocks, PORTRAIT_A4, footer=f"{item.item_code} {short}")


def _up_to(guide: Guide) -> str:
    day = guide.up_to
    return f"内容截至{day.year}年{day.month}月{day.day}日"


def _way_back(form: Form) -> None:
    """A link beside the page, outside of what is printed."""
    cell = form.sheet.cell(1, form.columns + 1)
    cell.value = "返回目录"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{CONTENTS}'!A1")
    cell.font = font(form.fonts.body, underlined=True)


class Name(NamedTuple):
    """The title of an item's page, on as many lines as a long name needs."""

    text: str
    under: str

    def fill(self, form: Form) -> None:
        """The name, and who explains it."""
        fits = width_of(self.text) <= form.room(1, form.columns, TITLE) - 2
        size = TITLE if fits else SMALL_TITLE
        lines = lines_of(self.text, form.room(1, form.columns, size) - 2)
        height = 8 + 1.4 * size * lines
        cell = form.band(self.text, size=size, face=form.fonts.title, height=height)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        form.band(self.under, align="center", height=20)


class Facts(NamedTuple):
    """Short facts, two to a line."""

    lines: Sequence[tuple[str, str, str, str]]

    def fill(self, form: Form) -> None:
        """Label and text, twice."""
        for left, one, right, other in self.lines:
            _label(form, 1, left)
            _value(form, 2, 4, one)
            _label(form, 5, right)
            _value(form, 6, 7, other)
            lines = max(lines_of(one, form.room(2, 4)), lines_of(other, form.room(6, 7)))
            form.next_row(8 + LINE * lines)


class Texts(NamedTuple):
    """Longer texts, one to a line, as high as they need; what no row can hold goes on in the next."""

    lines: Sequence[tuple[str, str]]

    def fill(self, form: Form) -> None:
        """Label and text."""
        room = form.room(2, form.columns) - 2
        for name, text in self.lines:
            for number, part in enumerate(pieces(text, room)):
                _label(form, 1, f"{name}（续）" if number else name)
                _value(form, 2, form.columns, part)
                form.next_row(8 + LINE * lines_of(part, room))


class Papers(NamedTuple):
    """The papers of an item, or that it needs none."""

    item: GuideItem

    def fill(self, form: Form) -> None:
        """A table, without heads on the next page: they would repeat all that stands above."""
        if not self.item.papers:
            form.text("无需提交材料。" if self.item.no_papers else wording.NONE)
            return
        form.head_row(PAPERS, repeat=False)
        for number, paper in enumerate(self.item.papers, 1):
            row = [str(number), paper.name, *wording.paper_facts(paper, self.item)]
            below = []
            for n in (WHAT, WHERE):
                if _lines(form, n, row[n]) > TALLEST:
                    below.append((f"{number}．{PAPERS[n]}", row[n]))
                    row[n] = "见下"
            lines = max(_lines(form, n, text) for n, text in enumerate(row))
            form.cells(row, PAPERS_ALIGN, height=8 + LINE * lines)
            Texts(below).fill(form)


def pieces(text: str, room: float, most: int = MOST) -> list[str]:
    """A text in parts of at most ``most`` lines, cut where a line ends or, if need be, within one."""
    found = [""]
    for line in text.split("\n"):
        while lines_of(line, room) > most:
            cut = max(int(room // 2) * most - 1, 1)
            found += [line[:cut]]
            line = line[cut:]
        longer = f"{found[-1]}\n{line}" if found[-1] else line
        if lines_of(longer, room) > most:
            found.append(line)
        else:
            found[-1] = longer
    return [part for part in found if part] or [""]


def _lines(form: Form, place: int, text: str) -> int:
    return lines_of(text, form.room(place + 1, place + 1) - 1)


def _label(form: Form, column: int, text: str) -> None:
    cell = form.cell(column, text, align="center", font=form.fonts.heading)
    cell.fill = HEAD


def _value(form: Form, first: int, last: int, text: str) -> None:
    for column in range(first, last + 1):
        form.sheet.cell(form.row, column).border = GRID
    cell = form.span(first, last, text)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    cell.border = GRID
