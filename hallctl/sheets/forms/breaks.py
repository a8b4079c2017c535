"""Where a long sheet breaks into pages, so that what belongs together is not cut where that can be helped."""

from collections.abc import Sequence
from itertools import pairwise

from openpyxl.worksheet.pagebreak import Break

from hallctl.sheets.forms.form import Form
from hallctl.sheets.forms.page import MM, POINTS, points_of

FULL = 0.96
"""The share of a page that surely holds rows: programs draw them a little higher or lower."""
SHRUNK = 1.15
"""How much more than a page holds is drawn smaller."""
TAIL, BRIM = 0.2, 0.9
"""The share of a page that is too little to turn over for, and that from which a page is as good as full."""
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


def draw_in(form: Form) -> bool:
    """Draw a sheet a little smaller when its last page would be full to the brim, or hold next to nothing.

    Returns whether it is; such a sheet is not cut by groups any more.
    """
    page = page_points(form)
    heads = _points(form, 1, _head_rows(form)) * (form.height() // page)
    pages, rest = divmod((form.height() + heads) / page, 1)
    if rest > BRIM:
        pages += 1
    elif not pages or rest >= TAIL:
        return False
    form.sheet.page_setup.fitToHeight = int(pages)
    return True


def fill_page(form: Form, rows: Sequence[int], lowest: float, highest: float) -> bool:
    """Whether everything stands on one page, with some rows lower or higher so that it is filled.

    What is a little too much is drawn smaller rather than cut.
    """
    if not rows:
        return False
    sizes, page = form.sheet.row_dimensions, page_points(form)
    usual = min(sizes[row].height for row in rows)
    more = min(highest - usual, max(lowest - usual, (page - form.height()) / len(rows)))
    if form.height() + len(rows) * more > page * SHRUNK:
        return False
    for row in rows:
        sizes[row].height += more
    form.end(one_page=True)
    return True


def _head_rows(form: Form) -> int:
    said = form.sheet.print_title_rows
    return int(said.rpartition(":")[2].lstrip("$")) if said else 0


def _points(form: Form, first: int, last: int) -> float:
    rows = form.sheet.row_dimensions
    return sum(rows[n].height or 15 for n in range(first, last + 1))
