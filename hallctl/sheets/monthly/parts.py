"""What the sheets of the monthly report have in common: titles, columns named by figures, links."""

from collections.abc import Sequence
from typing import Any

from openpyxl.worksheet.hyperlink import Hyperlink

from hallctl.model import DayKind
from hallctl.reports.monthly import DayColumn, MonthlyReport
from hallctl.sheets.forms import NONE, Block, Form, Sheet, Table, Title, font, on_one_page
from hallctl.sheets.forms.page import LANDSCAPE_A4, Page
from hallctl.sheets.labels import FIGURES
from hallctl.sheets.monthly.defined import OTHERS

DENSE = 9.0
"""Points of long registers."""


def title(report: MonthlyReport, what: str, more: Sequence[str] = ()) -> Title:
    """The title block of a sheet, with the month and who reports it."""
    year, month = report.month.split("-")
    return Title(f"{report.hall}{year}年{int(month)}月{what}", report.college or report.hall, more)


def sheet(
    report: MonthlyReport, name: str, widths: Sequence[float], blocks: Sequence[Block],
    page: Page = LANDSCAPE_A4,
) -> Sheet:  # fmt: skip
    """One sheet of the report; a draft says so on every page."""
    return Sheet(name, widths, blocks, page, draft=report.draft)


def named(code: str) -> str:
    """The heading of a figure's column: its defined name, and the sign of a percentage."""
    label = FIGURES.get(code) or OTHERS[code].label
    return label.name.removeprefix("其中：") + ("%" if label.unit == "%" else "")


def rate(value: float | int | None) -> object:
    """A rate or mean as it is printed; a dash where there is nothing to divide by."""
    return NONE if value is None else float(value)


def hours(minutes: int) -> str:
    """Minutes as hours and minutes: sums stay exact."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def percent(part: int, whole: int) -> float | None:
    """A rate counted again by the writer itself: one decimal, half up."""
    return None if whole == 0 else (2000 * part + whole) // (2 * whole) / 10


def is_open(day: DayColumn) -> bool:
    """Whether a day of the month counts as a working day."""
    return day.kind in {DayKind.COUNTED, DayKind.MAKEUP}


def head_once(form: Form) -> None:
    """A matrix that stands on one page does not print its days over what follows on the next."""
    if on_one_page(form):
        form.sheet.print_title_rows = "1:2"


class Marked:
    """A table as a block that remembers where its records stand."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.places: list[int] = []

    def fill(self, form: Form) -> None:
        """Write it."""
        self.table.fill(form)
        self.places = list(form.places)


def link(sheet: Any, row: int, place: str) -> None:
    """Lead from the first cell of a row to a place in the workbook."""
    cell = sheet.cell(row, 1)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
    cell.font = font(cell.font.name, cell.font.size, underlined=True)


def place(name: str, row: int) -> str:
    """A row of a sheet, as the target of a link."""
    return f"'{name}'!A{row}"


def row_of(place: str) -> int:
    """The row that a target names."""
    return int(place.rpartition("!A")[2])
