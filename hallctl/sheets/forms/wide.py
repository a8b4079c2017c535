"""A table whose columns each take several columns of the sheet: a second one under another of its own widths."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.worksheet.hyperlink import Hyperlink

from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.style import GRID, HEAD, font, lines_of, shown

LINE, ROW = 14.0, 18.0
"""Points between two lines of one cell, and of a row of one line."""


class Part(NamedTuple):
    """One column of such a table: its heading and how many columns of the sheet it takes."""

    title: str
    columns: int
    align: str = "left"


class Wide(NamedTuple):
    """The table as a block; ``links`` lead from the first cell of a record to a place in the book."""

    parts: Sequence[Part]
    rows: Sequence[Sequence[object]]
    links: Mapping[int, str] = {}

    def fill(self, form: Form) -> None:
        """Head and rows; the head does not come again on the next page."""
        self._row(form, [part.title for part in self.parts], head=True)
        for n, row in enumerate(self.rows):
            cell = form.sheet.cell(form.row, 1)
            self._row(form, row, head=False)
            if n in self.links:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=self.links[n])
                cell.font = font(form.fonts.body, underlined=True)

    def _row(self, form: Form, values: Sequence[object], *, head: bool) -> None:
        first, lines = 1, 1
        for value, part in zip(values, self.parts, strict=True):
            last = first + part.columns - 1
            for column in range(first + 1, last + 1):
                form.sheet.cell(form.row, column).border = GRID
            face = form.fonts.heading if head else ""
            align = "center" if head else part.align
            cell = form.cell(first, value, align=align, font=face)
            if head:
                cell.fill = HEAD
            if last > first:
                form.sheet.merge_cells(
                    start_row=form.row, end_row=form.row, start_column=first, end_column=last
                )
            room = form.room(first, last, indent=align != "center")
            lines = max(lines, lines_of(shown(value), room))
            first = last + 1
        form.next_row((22.0 if head else ROW) + LINE * (lines - 1))
