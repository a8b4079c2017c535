"""Where a long sheet breaks into pages, so that what belongs together is not cut where that can be helped."""

from collections.abc import Sequence
from itertools import pairwise

from openpyxl.worksheet.pagebreak import Break

from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.page import MM, POINTS, points_of

FULL = 0.96
"""The share of a page that surely holds rows: programs draw them a little higher or lower."""
EMPTY = 0.2
"""The share of a page that may stay empty, so that a group is not cut."""


def keep_groups(form: Form, starts: Sequence[int], end: int) -> None:
    """Begin a page before a group of rows that would be cut; each begins at one of ``starts``.

    ``end`` is the last row of the last group, with what must not stand alone after it.
    """
    whole = page_points(form)
    heads = _points(form, 1, _head_rows(form))
    used = _points(form, 1, starts[0] - 1) if starts else 0.0
    for first, after in pairwise([*starts, end + 1]):
        height = _points(form, first, after - 1)
        fits, little_left = height <= whole - heads, whole - used <= whole * EMPTY
        if used + height > whole and fits and little_left:
            form.sheet.row_breaks.append(Break(first - 1))
            used = heads
        for row in range(first, after):  # every break is told, so that no program finds its own
            points = _points(form, row, row)
            if used + points > whole:
                form.sheet.row_breaks.append(Break(row - 1))
                used = heads
            used += points


def page_points(form: Form) -> float:
    """The points of rows that a page holds, when the sheet is drawn one page wide."""
    page = form.page
    wide = (page.width_mm / MM - 2 * page.side) * POINTS
    drawn = points_of([form.width(n) for n in range(1, form.columns + 1)])
    return page.height * max(1.0, drawn / wide) * FULL


def on_one_page(form: Form) -> bool:
    """Whether everything so far stands on the first page."""
    return form.height() <= page_points(form)


def _head_rows(form: Form) -> int:
    said = form.sheet.print_title_rows
    return int(said.rpartition(":")[2].lstrip("$")) if said else 0


def _points(form: Form, first: int, last: int) -> float:
    rows = form.sheet.row_dimensions
    return sum(rows[n].height or 15 for n in range(first, last + 1))
