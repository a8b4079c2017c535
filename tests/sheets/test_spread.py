"""Several tables on one page, each as wide as the page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.reports import Fonts
from hallctl.sheets.forms import (
    LANDSCAPE_A4,
    PORTRAIT_A4,
    Column,
    Form,
    Spread,
    new_book,
)
from hallctl.sheets.forms.page import MM, NARROW

FONTS = Fonts("", "", "")


def filled(widths: list[int], *, total: bool = False) -> Form:
    """A form with one table whose cells are so many characters wide."""
    narrow = PORTRAIT_A4.narrow()
    form = Form(new_book(), "t", FONTS, columns=len(narrow))
    form.widths(narrow)
    columns = [Column("列", 1, 80, "left") for _one in widths]
    Spread(columns, [["字" * one for one in widths], list(widths)], total).fill(form)
    return form


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=16))
def test_every_table_fills_the_page(widths: list[int]) -> None:
    """Whatever stands in it: its cells follow one another from the first column to the last."""
    form = filled(widths)
    for row in (1, 2, 3):
        merged = [one for one in form.sheet.merged_cells.ranges if one.min_row == row]
        bounds = sorted((one.min_col, one.max_col) for one in merged)
        taken = [n for first, last in bounds for n in range(first, last + 1)]
        assert taken == sorted(set(taken))
        assert len(taken) + len(widths) - len(bounds) == form.columns
        assert all(form.sheet.cell(row, n).border.top.style for n in range(1, form.columns + 1))
    assert form.places == [2, 3]


def test_a_page_of_narrow_columns_is_as_wide_as_the_paper() -> None:
    """Between the margins, to a digit."""
    for page in (PORTRAIT_A4, LANDSCAPE_A4):
        widths = page.narrow()
        inches = sum(widths) * 7 / 96
        assert abs(inches - (page.width_mm / MM - 2 * page.side)) < 0.01
        assert max(widths) <= NARROW


def test_a_wider_text_gets_a_wider_column_and_a_long_one_more_lines() -> None:
    """In the measure of what each asks for."""
    form = filled([2, 20])
    short, long = sorted(
        one.max_col - one.min_col for one in form.sheet.merged_cells.ranges if one.min_row == 2
    )
    assert long > 2 * short
    assert filled([60, 60]).sheet.row_dimensions[2].height > 30


def test_the_total_is_shaded_like_a_heading() -> None:
    """The last row alone."""
    sheet = filled([4, 4], total=True).sheet
    shades = [sheet.cell(row, 1).fill.fgColor.rgb for row in (1, 2, 3)]
    assert shades[0] == shades[2] != shades[1]
