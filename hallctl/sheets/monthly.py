"""The monthly report (Art. 23): summary, day grid, shifts, exceptions, cases, definitions."""

from pathlib import Path

from hallctl.reports import Fonts, MonthlyReport
from hallctl.sheets import monthly_changes, monthly_detail, monthly_grid, monthly_summary
from hallctl.sheets.forms import new_book
from hallctl.sheets.save import save


def write_monthly(report: MonthlyReport, path: Path, fonts: Fonts) -> str:
    """Write the workbook; the same report gives the same bytes. Returns their digest.

    The totals are counted once more from the rows before anything is saved; AssertionError when they
    disagree, because then the report must not leave the house.
    """
    recount(report)
    book = new_book()
    monthly_summary.add(book, report, fonts)
    monthly_grid.add(book, report, fonts)
    places = monthly_detail.add_shifts(book, report, fonts)
    monthly_detail.add_exceptions(book, report, fonts, places)
    monthly_changes.add(book, report, fonts)
    monthly_detail.add_cases(book, report, fonts)
    monthly_detail.add_definitions(book, report, fonts)
    return save(book, path, report.made_at)


def recount(report: MonthlyReport) -> None:
    """Compare the figures with the people's counts, the grid's codes and the shift lines."""
    figures = {line.code: line.value for line in report.figures}
    for code in ("due", "attended", "late", "early", "missing", "absent", "leave"):
        total = sum(person.counts[code] for person in report.people)
        _same(code, total, figures[code])
    codes = [shift.status for person in report.people for shift in person.shifts]
    named = sum(status not in {"due", "given_away"} for status in codes)
    _same("grid", named, figures["due"])
    lines = [line.status for line in report.shifts]
    _same("shifts", sum(status not in {"due", "given_away"} for status in lines), figures["due"])
    window_due = sum(window.due for window in report.windows)
    _same("windows", window_due, figures["due"])
    names = ("opening", "accepted", "completed", "refused", "withdrawn", "open")
    said = [figures[f"cases_{name}"] or 0 for name in names]
    _same("cases", said[0] + said[1], said[2] + said[3] + said[4] + said[5])


def _same(what: str, counted: object, said: object) -> None:
    if counted != said:
        raise AssertionError(f"report totals disagree: {what}: {counted} counted, {said} said")
