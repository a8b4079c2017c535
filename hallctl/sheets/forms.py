"""Official forms: title, grid, legend, sign-off and footer, by the habits of GB/T 9704.

Black thin borders survive black-and-white printing; header rows repeat; every page is A4 landscape,
one page wide, with its number.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from hallctl.reports import Fonts
from hallctl.sheets.save import put

FALLBACK = "宋体"
THIN = Side(style="thin", color="000000")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
REST = PatternFill("solid", fgColor="D9D9D9")
HEAD = PatternFill("solid", fgColor="F2F2F2")
NONE = "—"
"""Stands where there is nothing to divide by."""


class Column(NamedTuple):
    """One column of a table: its heading, its narrowest and widest width in half-width characters."""

    title: str
    at_least: float = 6
    at_most: float = 40
    align: str = "left"


class Form:
    """One sheet, filled from the top; ``row`` is the next free one."""

    def __init__(
        self, book: Workbook, title: str, fonts: Fonts, *, columns: int, draft: bool = False
    ) -> None:
        self.sheet: Any = book.create_sheet(
            title
        )  # the stubs know merged cells as cells of another kind
        self.fonts = fonts
        self.columns = columns
        self.row = 1
        self._print(draft)

    def title(self, text: str, sub: Sequence[str] = ()) -> None:
        """The title over the whole width, and a line of who, what and when under it."""
        cell = self._span(text, size=20, font=self.fonts.title)
        cell.alignment = Alignment(horizontal="center", vertical="center")
        self.sheet.row_dimensions[self.row - 1].height = 34
        if sub:
            cell = self._span("　　".join(sub), size=11)
            cell.alignment = Alignment(horizontal="center", vertical="center")
            self.sheet.row_dimensions[self.row - 1].height = 20

    def heading(self, text: str) -> None:
        """A heading within the sheet."""
        cell = self._span(text, size=13, font=self.fonts.heading)
        cell.alignment = Alignment(horizontal="left", vertical="center")
        self.sheet.row_dimensions[self.row - 1].height = 24

    def text(self, text: str, *, size: int = 11) -> None:
        """A paragraph over the whole width, as high as it needs to be."""
        cell = self._span(text, size=size)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        width = sum(self._width(n) for n in range(1, self.columns + 1))
        lines = sum(
            1 + int(width_of(part) * size / 11 // max(width - 2, 1)) for part in text.split("\n")
        )
        self.sheet.row_dimensions[self.row - 1].height = max(18, lines * (size + 5))

    def gap(self) -> None:
        """An empty row."""
        self.row += 1

    def widths(self, widths: Sequence[float]) -> None:
        """Set the width of every column."""
        for n, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(n)].width = width

    def head_row(
        self, titles: Sequence[object], *, repeat: bool = True, height: float = 22
    ) -> None:
        """The heading row of a table; it comes again on every page with ``repeat``."""
        for n, text in enumerate(titles, 1):
            cell = self.cell(n, text, align="center", font=self.fonts.heading)
            cell.fill = HEAD
        self.sheet.row_dimensions[self.row].height = height
        if repeat:
            self.sheet.print_title_rows = f"1:{self.row}"
            self.sheet.freeze_panes = self.sheet.cell(self.row + 1, 1)
        self.row += 1

    def cells(self, values: Sequence[object], align: Sequence[str], *, height: float = 18) -> None:
        """One row of a table."""
        for n, (value, side) in enumerate(zip(values, align, strict=True), 1):
            self.cell(n, value, align=side)
        self.sheet.row_dimensions[self.row].height = height
        self.row += 1

    def cell(self, column: int, value: object, *, align: str = "left", font: str = "") -> Cell:
        """One bordered cell of the row that is being filled."""
        cell: Cell = self.sheet.cell(self.row, column)
        put(cell, value)
        cell.font = Font(name=font or self.fonts.body, size=11)
        indent = 0 if align == "center" else 1
        cell.alignment = Alignment(
            horizontal=align, vertical="center", wrap_text=align != "right", indent=indent
        )
        cell.border = GRID
        if isinstance(value, float):
            cell.number_format = "0.0"
        return cell

    def sign_off(self, prepared_by: str) -> None:
        """The line of signatures, on one page with what stands above it."""
        self.gap()
        blank = "＿＿＿＿＿＿"
        text = (
            f"制表人：{prepared_by or blank}　　审核人：{blank}　　分管领导（签字）：{blank}"
            "　　日期：＿＿＿＿年＿＿月＿＿日"
        )
        cell = self._span(text, size=12)
        cell.alignment = Alignment(horizontal="left", vertical="center")
        self.sheet.row_dimensions[self.row - 1].height = 30

    def end(self, *, one_page: bool = False) -> None:
        """Set the print area to what was filled; ``one_page`` also fits its height."""
        if one_page:
            self.sheet.page_setup.fitToHeight = 1
        last = get_column_letter(self.columns)
        self.sheet.print_area = f"A1:{last}{self.row - 1}"

    def _span(self, text: str, *, size: int, font: str = "") -> Cell:
        cell: Cell = self.sheet.cell(self.row, 1)
        put(cell, text)
        cell.font = Font(name=font or self.fonts.body, size=size)
        self.sheet.merge_cells(
            start_row=self.row, end_row=self.row, start_column=1, end_column=self.columns
        )
        self.row += 1
        return cell

    def _width(self, column: int) -> float:
        width: float = self.sheet.column_dimensions[get_column_letter(column)].width
        return width or 8.43

    def _print(self, draft: bool) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top = 0.7
        sheet.page_margins.bottom = 0.7
        sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
        sheet.oddFooter.center.size = 10
        if draft:
            sheet.oddHeader.right.text = "草　稿"
            sheet.oddHeader.right.size = 14


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    return book


def width_of(text: str) -> int:
    """The width of a text in half-width characters: Chinese ones count two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> list[float]:
    """The width of each column by its widest cell, within its bounds."""
    found = []
    for n, column in enumerate(columns):
        cells = [width_of(shown(row[n])) for row in rows]
        widest = max([width_of(column.title), *cells]) + 3
        found.append(float(min(max(widest, column.at_least), column.at_most)))
    return found


def shown(value: object) -> str:
    """A value as its cell will show it, for measuring."""
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def table(form: Form, columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> list[int]:
    """A whole table with fitted columns and a repeating head; returns the row of each record."""
    form.head_row([column.title for column in columns])
    align = [column.align for column in columns]
    places = []
    for row in rows:
        places.append(form.row)
        need = max(
            (width_of(shown(value)) + 2) / max(form._width(n), 1) for n, value in enumerate(row, 1)
        )
        form.cells(row, align, height=18 if need <= 1 else 32)
    return places
