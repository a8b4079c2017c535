"""Tables: columns as wide as what stands in them, rows as high as their text, heads on every page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.worksheet.hyperlink import Hyperlink

from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.page import width_for
from hallctl.sheets.forms.style import (
    EDGES,
    INDENT,
    SIZE,
    SURE,
    font,
    lines_of,
    shown,
    width_of,
)  # fmt: skip

LINE = 14.0
"""Points between two lines of one cell."""
ROW = 18.0
"""Points of a row of one line."""


class Column(NamedTuple):
    """One column of a table: its heading, its narrowest and widest width in half-width characters."""

    title: str
    at_least: float = 6
    at_most: float = 40
    align: str = "left"


class Table(NamedTuple):
    """A whole table as a block; ``links`` lead from the first cell of a record to a place in the book."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    links: Mapping[int, str] = {}
    repeat: bool = True
    """Whether its head comes again on every page; not for one of several on a sheet."""
    size: float = SIZE
    row_height: float = ROW
    """Points of a row of one line in the usual size; more where people sign."""

    def fill(self, form: Form) -> None:
        """Write head and rows; ``form.places`` then says where each record stands."""
        form.places = table(
            form, self.columns, self.rows, repeat=self.repeat, size=self.size,
            row_height=self.row_height,
        )  # fmt: skip
        for n, place in self.links.items():
            cell = form.sheet.cell(form.places[n], 1)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
            cell.font = font(form.fonts.body, self.size, underlined=True)


def fitting(
    columns: Sequence[Column], rows: Sequence[Sequence[object]], size: float = SIZE
) -> list[float]:
    """The width of each column by its widest cell, within its bounds."""
    found = []
    for n, column in enumerate(columns):
        cells = [width_of(shown(row[n])) for row in rows]
        points = (max([width_of(column.title), *cells]) + 1) * size / 2 / SURE
        widest = width_for(points + EDGES + (INDENT if column.align != "center" else 0))
        found.append(float(min(max(widest, column.at_least), column.at_most)))
    return found


def table(
    form: Form, columns: Sequence[Column], rows: Sequence[Sequence[object]], *, repeat: bool = True,
    size: float = SIZE, row_height: float = ROW,
) -> list[int]:  # fmt: skip
    """A whole table with fitted columns and a repeating head; returns the row of each record."""
    scale = size / SIZE
    rooms = [
        form.room(n, n, size, indent=column.align != "center")
        for n, column in enumerate(columns, 1)
    ]
    heads = max(
        lines_of(column.title, room) for column, room in zip(columns, rooms, strict=True)
    )  # fmt: skip
    form.head_row(
        [column.title for column in columns], repeat=repeat, size=size,
        height=(22 + LINE * (heads - 1)) * scale,
    )  # fmt: skip
    align = [column.align for column in columns]
    places = []
    for row in rows:
        places.append(form.row)
        lines = max(lines_of(shown(value), room) for value, room in zip(row, rooms, strict=True))
        form.cells(row, align, height=(row_height + LINE * (lines - 1)) * scale, size=size)
    return places
