"""Tables of one's own columns on a sheet of many narrow ones: several on a page, each as wide as the page."""

from collections.abc import Sequence
from typing import NamedTuple

from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.style import (
    EDGES,
    GRID,
    HEAD,
    INDENT,
    SIZE,
    SURE,
    lines_of,
    shown,
    width_of,
)
from hallctl.sheets.forms.table import LINE, Column


class Spread(NamedTuple):
    """A table whose columns take as many of the sheet's narrow columns as their text asks for."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    total: bool = False
    """Whether the last row is the total: shaded like a heading."""

    def fill(self, form: Form) -> None:
        """Write head and rows over the whole width; ``form.places`` says where each record stands."""
        bounds = _bounds(form, self.columns, self.rows)
        titles = [column.title for column in self.columns]
        _row(form, bounds, titles, ["center"] * len(titles), head=True)
        align = [column.align for column in self.columns]
        form.places = []
        for n, row in enumerate(self.rows, 1):
            form.places.append(form.row)
            _row(form, bounds, row, align, head=self.total and n == len(self.rows))


def _bounds(
    form: Form, columns: Sequence[Column], rows: Sequence[Sequence[object]]
) -> list[tuple[int, int]]:
    """First and last narrow column of each column, at least one, the rest by what each wishes for."""
    wishes = [_wish(column, [row[n] for row in rows]) for n, column in enumerate(columns)]
    whole, spare = sum(wishes), form.columns - len(wishes)
    ends = [n + round(sum(wishes[:n]) * spare / whole) for n in range(1, len(wishes) + 1)]
    return list(zip([1, *(end + 1 for end in ends[:-1])], ends, strict=True))


def _wish(column: Column, cells: Sequence[object]) -> float:
    """The points that the widest cell of a column takes on one line, within the column's bounds."""
    widest = max(
        width_of(text) for cell in [column.title, *cells] for text in shown(cell).split("\n")
    )
    letters = min(max(widest, column.at_least), column.at_most)
    return letters * SIZE / 2 / SURE + EDGES + (INDENT if column.align != "center" else 0)


def _row(
    form: Form, bounds: Sequence[tuple[int, int]], values: Sequence[object],
    align: Sequence[str], *, head: bool = False,
) -> None:  # fmt: skip
    """One row of merged, bordered cells, as high as its text."""
    most = 1
    for (first, last), value, side in zip(bounds, values, align, strict=True):
        cell = form.cell(first, value, align=side, font=form.fonts.heading if head else "")
        for n in range(first, last + 1):
            other = form.sheet.cell(form.row, n)
            other.border = GRID
            if head:
                other.fill = HEAD
        if last > first:
            form.sheet.merge_cells(
                start_row=cell.row, end_row=cell.row, start_column=first, end_column=last
            )
        most = max(most, lines_of(shown(value), form.room(first, last, indent=side != "center")))
    form.next_row((22 if head else 18) + LINE * (most - 1))
