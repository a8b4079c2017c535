"""One sheet that is filled from the top, row by row."""

from collections.abc import Sequence
from copy import copy
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from hallctl.reports import Fonts
from hallctl.sheets.forms.page import LANDSCAPE_A4, Page, points_of, points_wide, set_up
from hallctl.sheets.forms.style import (
    EDGES,
    GRID,
    HEAD,
    INDENT,
    SIZE,
    SURE,
    font,
    lines_of,
    width_of,
)
from hallctl.sheets.save import put

TALLEST = 409.0
"""Points that a row may be high."""
TITLE_SIZES = (20, 18, 16, 14, 12)
"""Points of a title, the usual one first."""
BLANK = "＿＿＿＿＿＿"


class Form:
    """One sheet, filled from the top; ``row`` is the next free one."""

    def __init__(
        self, book: Workbook, title: str, fonts: Fonts, *, columns: int, draft: bool = False,
        page: Page = LANDSCAPE_A4, footer: str = "",
    ) -> None:  # fmt: skip
        self.sheet: Any = book.create_sheet(title)  # the stubs know merged cells as another kind
        self.fonts = fonts
        self.columns = columns
        self.page = page
        self.row = 1
        self._looks: dict[tuple[object, ...], Any] = {}
        self.places: list[int] = []
        """The rows of the newest table, one per record."""
        set_up(self.sheet, page, draft=draft, footer=footer)

    def title(self, text: str, sub: Sequence[str] = ()) -> None:
        """The title over the whole width, and a line of who, what and when under it.

        A long one is printed smaller so that it stays on its line.
        """
        fits = [n for n in TITLE_SIZES if width_of(text) <= self.room(1, self.columns, n)]
        self.band(
            text,
            size=(fits or TITLE_SIZES[-1:])[0],
            face=self.fonts.title,
            align="center",
            height=34,
        )
        if sub:
            self.band("　　".join(sub), align="center", height=20)

    def heading(self, text: str) -> None:
        """A heading within the sheet."""
        self.band(text, size=13, face=self.fonts.heading, height=24)

    def text(self, text: str, *, size: float = SIZE) -> None:
        """A paragraph over the whole width, as high as it needs to be."""
        room = self.room(1, self.columns, size)
        height = max(18, lines_of(text, room) * (size + 5))
        cell = self.band(text, size=size, height=height)
        cell.alignment = Alignment(wrap_text=True, vertical="top")

    def band(
        self, text: str, *, size: float = SIZE, face: str = "", align: str = "left", height: float = 18
    ) -> Cell:  # fmt: skip
        """One line over the whole width."""
        cell = self.span(1, self.columns, text, size=size, face=face)
        cell.alignment = Alignment(horizontal=align, vertical="center")
        self.next_row(height)
        return cell

    def gap(self, height: float | None = None) -> None:
        """An empty row."""
        if height:
            self.sheet.row_dimensions[self.row].height = height
        self.row += 1

    def next_row(self, height: float) -> None:
        """Close the row that is being filled."""
        self.sheet.row_dimensions[self.row].height = min(height, TALLEST)
        self.row += 1

    def break_page(self) -> None:
        """What follows begins on a new page."""
        self.sheet.row_breaks.append(Break(self.row - 1))

    def widths(self, widths: Sequence[float]) -> None:
        """Set the width of every column."""
        for n, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(n)].width = width

    def head_row(
        self, titles: Sequence[object], *, repeat: bool = True, height: float = 22, size: float = SIZE
    ) -> None:  # fmt: skip
        """The heading row of a table; it comes again on every page with ``repeat``."""
        for n, text in enumerate(titles, 1):
            cell = self.cell(n, text, align="center", font=self.fonts.heading, size=size)
            cell.fill = HEAD
        if repeat:
            self.repeat_head()
        self.next_row(height)

    def repeat_head(self, frozen_columns: int = 0) -> None:
        """Print everything down to this row on every page, and keep it in view."""
        self.sheet.print_title_rows = f"1:{self.row}"
        self.sheet.freeze_panes = self.sheet.cell(self.row + 1, frozen_columns + 1)

    def cells(
        self, values: Sequence[object], align: Sequence[str], *, height: float = 18, size: float = SIZE
    ) -> None:  # fmt: skip
        """One row of a table."""
        for n, (value, side) in enumerate(zip(values, align, strict=True), 1):
            self.cell(n, value, align=side, size=size)
        self.next_row(height)

    def cell(
        self, column: int, value: object, *, align: str = "left", font: str = "", size: float = SIZE
    ) -> Cell:  # fmt: skip
        """One bordered cell of the row that is being filled."""
        cell: Any = self.sheet.cell(self.row, column)
        put(cell, value)
        look = (font, size, align, type(value))
        if look in self._looks:  # copied: describing each of ten thousand cells anew takes seconds
            cell._style = copy(self._looks[look])
            return cast("Cell", cell)
        self._dress(cell, font, size)
        indent = 0 if align == "center" else 1
        cell.alignment = Alignment(
            horizontal=align, vertical="center", wrap_text=align != "right", indent=indent
        )
        cell.border = GRID
        if isinstance(value, float):
            cell.number_format = "0.0"
        self._looks[look] = copy(cell._style)
        return cast("Cell", cell)

    def span(self, first: int, last: int, text: str, *, size: float = SIZE, face: str = "") -> Cell:
        """One cell over several columns of the row that is being filled, both included."""
        cell: Cell = self.sheet.cell(self.row, first)
        put(cell, text)
        self._dress(cell, face, size)
        if last > first:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=last
            )
        return cell

    def sign_off(self, prepared_by: str) -> None:
        """The line of signatures, two on a narrow form; on one page with what stands above it."""
        self.gap()
        first = f"制表人：{prepared_by or BLANK}　　审核人：{BLANK}"
        second = f"分管领导（签字）：{BLANK}　　日期：＿＿＿＿年＿＿月＿＿日"
        whole = f"{first}　　{second}"
        fits = width_of(whole) <= self.room(1, self.columns, 12)
        for text in [whole] if fits else [first, second]:
            self.band(text, size=12, height=30)

    def end(self, *, one_page: bool = False) -> None:
        """Set the print area to what was filled; ``one_page`` also fits its height."""
        if one_page:
            self.sheet.page_setup.fitToHeight = 1
        last = get_column_letter(self.columns)
        self.sheet.print_area = f"A1:{last}{self.row - 1}"

    def height(self) -> float:
        """The points that the filled rows take."""
        rows = self.sheet.row_dimensions
        return sum(rows[n].height or 15 for n in range(1, self.row))

    def room(self, first: int, last: int, size: float = SIZE, indent: int = 0) -> float:
        """How many half-width characters surely fit into one line of some columns, both included."""
        widths = [self.width(n) for n in range(first, last + 1)]
        points = points_wide(widths[0]) + points_of(widths[1:])
        return (points - EDGES - INDENT * indent) / (size / 2) * SURE

    def width(self, column: int) -> float:
        """The width of one column."""
        width: float = self.sheet.column_dimensions[get_column_letter(column)].width
        return width or 8.43

    def _dress(self, cell: Cell, face: str, size: float) -> None:
        cell.font = font(face or self.fonts.body, size)


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    return book
