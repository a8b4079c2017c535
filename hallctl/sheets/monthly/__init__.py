"""The monthly report (Art. 23): the summary, and a sheet for everything behind it."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets.forms import new_book
from hallctl.sheets.monthly import (
    busy,
    changes,
    complaints,
    coverage,
    definitions,
    detail,
    grid,
    late,
    people,
    recounting,
    service,
    summary,
)
from hallctl.sheets.monthly.defined import CASES
from hallctl.sheets.save import save

UNJUDGED = {"due", "given_away"}
"""Shifts that nobody was due at, or not yet."""


def write_monthly(report: MonthlyReport, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same report gives the same bytes. Returns their digest.

    The totals are counted once more from the rows before anything is saved; AssertionError when they
    disagree, because then the report must not leave the house.
    """
    recount(report)
    return save(book_of(report, fonts), path, report.made_at)


def book_of(report: MonthlyReport, fonts: Fonts) -> Workbook:
    """The workbook of a month, not yet saved."""
    book = new_book()
    summary.add(book, report, fonts)
    grid.add(book, report, fonts)
    shifts = detail.add_shifts(book, report, fonts)
    detail.add_exceptions(book, report, fonts, shifts)
    people.add(book, report, fonts, detail.shift_places(shifts))
    coverage.add(book, report, fonts)
    busy.add(book, report, fonts)
    service.add(book, report, fonts)
    cases = detail.add_cases(book, report, fonts)
    late.add(book, report, fonts, cases)
    book.move_sheet(CASES, 1)  # the list of what is late stands before the register it points to
    complaints.add(book, report, fonts)
    changes.add(book, report, fonts)
    definitions.add(book, report, fonts)
    return book


def recount(report: MonthlyReport) -> None:
    """Compare the figures with the people's counts, the grid's codes and the shift lines.

    AssertionError names everything that differs.
    """
    differing = [
        f"{what}: {counted} counted, {said} said"
        for what, counted, said in _counts(report)
        if counted != said
    ]
    if differing:
        raise AssertionError(f"report totals disagree: {'; '.join(differing)}")


def _counts(report: MonthlyReport) -> Iterator[tuple[str, float, float]]:
    """Each total: what it is, as counted from the rows here, and as the figures say."""
    said = {line.code: line.value or 0 for line in report.figures}
    for code in ("due", "attended", "late", "early", "missing", "absent", "leave"):
        yield code, sum(person.counts[code] for person in report.people), said[code]
    grid = [shift.status for person in report.people for shift in person.shifts]
    yield "grid", sum(status not in UNJUDGED for status in grid), said["due"]
    lines = [line.status for line in report.shifts]
    yield "shifts", sum(status not in UNJUDGED for status in lines), said["due"]
    yield "windows", sum(window.due for window in report.windows), said["due"]
    alive = said["cases_opening"] + said["cases_accepted"]
    ends = ("completed", "refused", "withdrawn", "open")
    yield "cases", alive, sum(said[f"cases_{end}"] for end in ends)
    yield from recounting.counts(report, said)
