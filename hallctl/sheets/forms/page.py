"""The kinds of paper that forms are printed on, and a sheet set up for one of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.worksheet.properties import PageSetupProperties

from hallctl.sheets.forms.style import FALLBACK

POINTS = 72.0
"""In an inch."""
MM = 25.4
"""In an inch."""
_DIGIT, _PADDING, _PIXELS = 7, 5, 96
"""A column's width counts digits of 7 pixels, and 5 beside them, on a screen of 96 to the inch."""
NARROW = 2.5
"""A column up to this width is one of many that cells are merged over: it has no edges of its own."""
THINNEST = 1.0
"""The width of those."""


class Page(NamedTuple):
    """A sheet of paper as it lies before the reader; margins in inches."""

    name: str
    paper: int
    """The number that spreadsheet programs know it by."""
    width_mm: float
    height_mm: float
    side: float = 0.5
    ends: float = 0.7

    @property
    def landscape(self) -> bool:
        """Whether it lies on its long side."""
        return self.width_mm > self.height_mm

    @property
    def height(self) -> float:
        """The points of height between the margins."""
        return (self.height_mm / MM - 2 * self.ends) * POINTS

    def narrow(self) -> list[float]:
        """The widths of as many equal narrow columns as fill the page."""
        digits = (self.width_mm / MM - 2 * self.side) * _PIXELS / _DIGIT
        count = int(digits / THINNEST)
        return [digits / count] * count

    def share(self, columns: int, scale: float = 1.0) -> float:
        """The width of each of so many equal columns that fill the page, printed at some scale."""
        pixels = (self.width_mm / MM - 2 * self.side) * _PIXELS / scale
        return (pixels / columns - _PADDING) / _DIGIT


LANDSCAPE_A4 = Page("A4 landscape", 9, 297, 210)
PORTRAIT_A4 = Page("A4 portrait", 9, 210, 297)
A5 = Page("A5", 11, 148, 210, 0.4, 0.4)


def width_for(points: float) -> float:
    """The width of a column that has so many points for its text; the other way round of points_wide."""
    return (points * _PIXELS / POINTS - _PADDING) / _DIGIT


def points_wide(width: float) -> float:
    """The points that a column of some width has for its text."""
    padding = _PADDING if width > NARROW else 0
    return (width * _DIGIT + padding) * POINTS / _PIXELS


def points_of(widths: Sequence[float]) -> float:
    """The points that columns take side by side: programs draw so many digits and nothing beside them."""
    return sum(widths) * _DIGIT * POINTS / _PIXELS


def set_up(sheet: Any, page: Page, *, draft: bool = False, footer: str = "") -> None:
    """Print on ``page``, one page wide, numbered, marked when it is a draft; ``footer`` on the left."""
    sheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    sheet.page_setup.paperSize = page.paper
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = page.side
    sheet.page_margins.top = sheet.page_margins.bottom = page.ends
    sheet.page_margins.header = sheet.page_margins.footer = min(0.3, page.ends / 2)
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    sheet.oddFooter.center.size = 10
    sheet.oddFooter.center.font = f"{FALLBACK},Regular"
    if footer:
        sheet.oddFooter.left.text = footer
        sheet.oddFooter.left.size = 9
        sheet.oddFooter.left.font = f"{FALLBACK},Regular"
    if draft:
        sheet.oddHeader.right.text = "草　稿"
        sheet.oddHeader.right.size = 14
