"""A slip on paper: counterfoil, cut line, the slip itself with room for the seal; always one page."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from openpyxl.styles import Alignment, Border

from hallctl.papers import Field, Listing, Slip
from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    A5,
    DASHED,
    GRID,
    HEAD,
    PORTRAIT_A4,
    Block,
    Form,
    Page,
    Sheet,
    lay,
    lines_of,
    new_book,
)
from hallctl.sheets.save import save

GRID_COLUMNS = 12
LABEL = 2
"""Columns of the grid that a label takes."""
LEADING = 1.45
"""A line's height over its size; generous, because programs draw Chinese fonts differently."""
SEAL = {A5: 29.0, PORTRAIT_A4: 38.0}
"""A third of the height that a round seal of 30 or 40 mm needs."""
AIR = {A5: 3.0, PORTRAIT_A4: 5.0}
"""Points over and under the text of a row, together."""


class Copy(NamedTuple):
    """Which print of a slip this is."""

    number: int
    printed_at: datetime


class Manner(NamedTuple):
    """A page, and the size of the body on it."""

    page: Page
    size: float
    scale: float = 1.0
    """Below 1 the sheet is laid out for a larger paper, and printed smaller."""


MANNERS = (
    Manner(A5, 9),
    Manner(PORTRAIT_A4, 12),
    Manner(PORTRAIT_A4, 10.5),
    Manner(PORTRAIT_A4, 9),
    Manner(PORTRAIT_A4, 9, 0.87),
    Manner(PORTRAIT_A4, 9, 0.75),
)
"""From the one that is read best: a slip takes the first that it fits. 9 points are 小五, 10.5 五号."""


def write_slip(slip: Slip, copy: Copy, path: Path | None, fonts: Fonts) -> str:
    """Write one slip (without a path, nowhere); the same slip and copy give the same bytes.

    Returns their digest. A slip longer than a page is made smaller, never cut.
    """
    for manner in MANNERS if slip.small else MANNERS[1:]:
        book = new_book()
        form = lay(book, _sheet(slip, copy, manner), fonts)
        if form.height() * manner.scale <= manner.page.height:
            break
    return save(book, path, copy.printed_at)


def _sheet(slip: Slip, copy: Copy, manner: Manner) -> Sheet:
    size = manner.size
    number = f"第{copy.number}份" if copy.number > 1 else ""
    again = f"补打　{number}" if number else ""
    blocks: list[Block] = [
        Head(f"{slip.title}（存根）", "", slip.on, again, size, 1.3),
        Fields(slip.stub, size),
        Signs(slip.stub_signs, size),
        Cut(slip.slip_no, size),
        Head(slip.title, slip.issuer, f"编号：{slip.slip_no}", again, size, 1.7),
        Paragraph(slip.lead, size),
        Fields(slip.fields, size),
        *([Rows(slip.listing, size)] if slip.listing else []),
        *(Paragraph(f"{n}．{text}", size - 0.5) for n, text in enumerate(slip.notes, 1)),
        Seal(slip.signs, slip.issuer, slip.on, size),
        *(Paragraph(text, size - 1) for text in slip.lines),
        Motto(slip.motto, size),
    ]
    footer = f"{copy.printed_at:%Y-%m-%d %H:%M}打印"
    widths = [manner.page.share(GRID_COLUMNS, manner.scale)] * GRID_COLUMNS
    return Sheet(slip.title, widths, blocks, manner.page, one_page=True, footer=footer)


class Head(NamedTuple):
    """The title, the issuer over it when there is one, and a line with number or date under it."""

    title: str
    over: str
    under: str
    mark: str
    size: float
    bigger: float
    """The title's size over the body's."""

    def fill(self, form: Form) -> None:
        """Two or three rows."""
        face, title = form.fonts.title, self.size * self.bigger
        if self.over:
            size = self.size + 1
            form.band(self.over, size=size, face=face, align="center", height=size * LEADING)
        form.band(self.title, size=title, face=face, align="center", height=title * LEADING + 2)
        left = form.span(1, 8, self.under, size=self.size)
        left.alignment = Alignment(horizontal="left", vertical="center")
        right = form.span(9, GRID_COLUMNS, self.mark, size=self.size, face=form.fonts.heading)
        right.alignment = Alignment(horizontal="right", vertical="center")
        form.next_row(self.size * LEADING + 2)


class Paragraph(NamedTuple):
    """A sentence over the whole width."""

    text: str
    size: float

    def fill(self, form: Form) -> None:
        """As many lines as it needs."""
        lines = lines_of(self.text, form.room(1, GRID_COLUMNS, self.size))
        cell = form.band(self.text, size=self.size, height=lines * self.size * LEADING + 3)
        cell.alignment = Alignment(wrap_text=True, vertical="center")


class Fields(NamedTuple):
    """Labelled texts in a grid, two halves to a line."""

    fields: Sequence[Field]
    size: float

    def fill(self, form: Form) -> None:
        """One row for each pair of halves and for each whole one."""
        waiting: Field | None = None
        for one in self.fields:
            if one.half and waiting is None:
                waiting = one
            elif one.half and waiting:
                _pairs(form, self.size, [waiting, one])
                waiting = None
            else:
                if waiting:
                    _pairs(form, self.size, [waiting])
                    waiting = None
                _pairs(form, self.size, [one])
        if waiting:
            _pairs(form, self.size, [waiting])


def _pairs(form: Form, size: float, fields: Sequence[Field]) -> None:
    share = GRID_COLUMNS // len(fields)
    cells = []
    for n, one in enumerate(fields):
        first = 1 + n * share
        cells.append(Box(first, first + LABEL - 1, one.label, "center", label=True))
        cells.append(Box(first + LABEL, first + share - 1, one.text, lines=one.room))
    _row(form, size, cells)


class Rows(NamedTuple):
    """The table of a slip."""

    listing: Listing
    size: float

    def fill(self, form: Form) -> None:
        """A head and one row for each record."""
        names = [name for name, _share in self.listing.columns]
        for n, row in enumerate([names, *self.listing.rows]):
            first, cells = 1, []
            for text, (_name, share) in zip(row, self.listing.columns, strict=True):
                align = "center" if n == 0 or share == 1 else "left"
                cells.append(Box(first, first + share - 1, text, align, label=n == 0))
                first += share
            _row(form, self.size, cells)


class Box(NamedTuple):
    """One bordered cell over some columns of the grid, both included."""

    first: int
    last: int
    text: str
    align: str = "left"
    label: bool = False
    lines: int = 1
    """At least so many lines high."""


def _row(form: Form, size: float, boxes: Sequence[Box]) -> None:
    """Bordered cells side by side, as high as the highest needs."""
    lines = 1
    for box in boxes:
        face = form.fonts.heading if box.label else ""
        cell = form.span(box.first, box.last, box.text, size=size, face=face)
        indent = 1 if box.align == "left" else 0
        cell.alignment = Alignment(
            horizontal=box.align, vertical="center", wrap_text=True, indent=indent
        )
        for column in range(box.first, box.last + 1):
            form.sheet.cell(form.row, column).border = GRID
        if box.label:
            cell.fill = HEAD
        room = form.room(box.first, box.last, size, indent)
        lines = max(lines, box.lines, lines_of(box.text, room))
    form.next_row(lines * size * LEADING + AIR[form.page])


class Signs(NamedTuple):
    """Names to sign beside each other."""

    labels: Sequence[str]
    size: float

    def fill(self, form: Form) -> None:
        """One row."""
        share = GRID_COLUMNS // len(self.labels)
        for n, label in enumerate(self.labels):
            cell = form.span(1 + n * share, (n + 1) * share, label, size=self.size)
            cell.alignment = Alignment(horizontal="left", vertical="center")
        form.next_row(self.size * 2)


class Cut(NamedTuple):
    """Where the counterfoil is cut off: the seal goes across the line, over the number."""

    slip_no: str
    size: float

    def fill(self, form: Form) -> None:
        """The number over the dashed line, and the place of the seal under it."""
        for text in (self.slip_no, "（骑缝章）"):
            cell = form.span(1, GRID_COLUMNS, text, size=self.size)
            cell.alignment = Alignment(horizontal="center", vertical="center")
            if text == self.slip_no:
                for column in range(1, GRID_COLUMNS + 1):
                    form.sheet.cell(form.row, column).border = Border(bottom=DASHED)
            form.next_row(self.size * 1.8)


class Seal(NamedTuple):
    """Signatures on the left, on the right the issuer and the date with room for the seal over both."""

    signs: Sequence[str]
    issuer: str
    on: str
    size: float

    def fill(self, form: Form) -> None:
        """Three rows or more, together as high as a seal."""
        rows = max(3, len(self.signs))
        right = [""] * (rows - 3) + [self.issuer, self.on, "（盖章）"]
        left = [*self.signs, *[""] * (rows - len(self.signs))]
        for sign, text in zip(left, right, strict=True):
            cell = form.span(1, 5, sign, size=self.size)
            cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
            cell = form.span(6, GRID_COLUMNS, text, size=self.size)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            lines = lines_of(text, form.room(6, GRID_COLUMNS, self.size))
            form.next_row(max(SEAL[form.page], lines * self.size * LEADING + 4))


class Motto(NamedTuple):
    """The hall's motto at the foot."""

    text: str
    size: float

    def fill(self, form: Form) -> None:
        """One line."""
        face = form.fonts.heading
        form.band(self.text, size=self.size, face=face, align="center", height=self.size * 1.9)
