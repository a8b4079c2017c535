"""Official forms as data, by the habits of GB/T 9704: one way to say a form, for every report and slip.

A form is a ``Sheet``: a name, the widths of its columns, a page and a row of blocks. ``lay`` writes it::

    lay(book, Sheet("周考核", fitting(COLUMNS, rows), [
        Title("周考核表", unit="云溪学院", more=["2026-11-16 至 2026-11-22"]),
        Table(COLUMNS, rows), Text("得分为……"), SignOff("甄大同"),
    ]), fonts)

A block of one's own is any record with ``fill(form)``; it writes at ``form.row`` with the verbs of Form.

* ``page``: A4 landscape and portrait, A5; margins, page numbers, drafts.
* ``style``: lines, fills and fonts that survive black-and-white printing; the width of characters.
* ``form``: the pen, one row after the other. ``blocks``: title, legend, self-check, sign-off …
* ``wide``: a second table on a sheet, over the columns of the first. ``breaks``: where pages end.
* ``table``: columns fitted to their text, rows as high as they need, heads on every page.
* ``spread``: several tables on one page, each with columns of its own and as wide as the page.

Black thin borders survive black-and-white printing; header rows repeat; every page is one page wide,
with its number.
"""

from hallctl.sheets.forms.blocks import (
    Block,
    Check,
    Definitions,
    Gap,
    Heading,
    Legend,
    NewPage,
    Sheet,
    SignOff,
    Text,
    Title,
    lay,
)
from hallctl.sheets.forms.breaks import keep_groups, on_one_page, page_points
from hallctl.sheets.forms.form import BLANK, Form, new_book
from hallctl.sheets.forms.page import A5, LANDSCAPE_A4, PORTRAIT_A4, Page
from hallctl.sheets.forms.spread import Spread
from hallctl.sheets.forms.style import (
    DASHED,
    FALLBACK,
    GRID,
    HEAD,
    NONE,
    REST,
    THIN,
    font,
    lines_of,
    shown,
    width_of,
)
from hallctl.sheets.forms.table import Column, Table, fitting, table
from hallctl.sheets.forms.wide import Part, Wide

__all__ = [
    "A5", "BLANK", "DASHED", "FALLBACK", "GRID", "HEAD", "LANDSCAPE_A4", "NONE", "PORTRAIT_A4",
    "REST", "THIN", "Block", "Check", "Column", "Definitions", "Form", "Gap", "Heading", "Legend",
    "NewPage", "Page", "Part", "Sheet", "SignOff", "Spread", "Table", "Text", "Title", "Wide",
    "fitting", "font", "keep_groups", "lay", "lines_of", "new_book", "on_one_page", "page_points",
    "shown", "table", "width_of",
]  # fmt: skip
