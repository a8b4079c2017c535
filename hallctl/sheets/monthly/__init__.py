"""The monthly report (Art. 23): summary, day grid, shifts, exceptions, cases, definitions."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openpyxl import Workbook

from hallctl.reports import Fonts
from hallctl.reports.monthly import MonthlyReport
from hallctl.sheets.forms import new_book
from hallctl.sheets.monthly import changes, detail, grid, summary
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
    """The workbook of a month, not yet saved; for leaders the summary alone."""
    book = new_book()
    if report.summary.edition == "leader":
        summary.add(book, report, fonts, {})
        return book
    grid.add(book, report, fonts)
    places = detail.add_shifts(book, report, fonts)
    detail.add_exceptions(book, report, fonts, places)
    changes.add(book, report, fonts)
    rows = detail.add_cases(book, report, fonts)
    detail.add_definitions(book, report, fonts)
    summary.add(book, report, fonts, rows)
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


Total = float | int | None


def _counts(report: MonthlyReport) -> Iterator[tuple[str, Total, Total]]:
    """Each total: what it is, as counted from the rows here, and as the figures say."""
    said = {line.code: line.value for line in report.figures}
    count = {code: int(value or 0) for code, value in said.items()}
    for code in ("due", "attended", "late", "early", "missing", "absent", "leave"):
        yield code, sum(person.counts[code] for person in report.people), count[code]
    grid = [shift.status for person in report.people for shift in person.shifts]
    yield "grid", sum(status not in UNJUDGED for status in grid), count["due"]
    lines = [line.status for line in report.shifts]
    yield "shifts", sum(status not in UNJUDGED for status in lines), count["due"]
    yield "windows", sum(window.due for window in report.windows), count["due"]
    alive = count["cases_opening"] + count["cases_accepted"]
    ends = ("completed", "refused", "withdrawn", "open")
    yield "cases", alive, sum(count[f"cases_{end}"] for end in ends)
    yield from _summary_counts(report, said, count)


def _summary_counts(
    report: MonthlyReport, said: Mapping[str, Total], count: Mapping[str, int]
) -> Iterator[tuple[str, Total, Total]]:
    """The six figures and what the charts show, from the windows, the weeks and the ratings."""
    windows, weeks, shown = report.windows, report.weeks, report.summary
    attended, due = sum(one.attended for one in windows), sum(one.due for one in windows)
    yield "attendance_rate", _percent(attended, due), said["attendance_rate"]
    yield "weeks accepted", sum(one.accepted for one in weeks), count["cases_accepted"]
    yield "weeks completed", sum(one.completed for one in weeks), count["cases_completed"]
    in_time, falling = sum(one.in_time for one in weeks), sum(one.due for one in weeks)
    yield "on_time_rate", _percent(in_time, falling), said["on_time_rate"]
    rated = sum(one.given for one in shown.levels)
    yield "ratings", rated, count["cases_rated"]
    answered = sum(one.answered for one in shown.levels)
    yield "surveys", answered, count["survey_answers"]
    good = rated + answered - count["bad_ratings"] - count["survey_bad"]
    yield "satisfaction_rate", _percent(good, rated + answered), said["satisfaction_rate"]
    yield "tallies", sum(one.total for one in shown.tallies), shown.tallied


def _percent(part: int, whole: int) -> float | None:
    """A rate reckoned another way than the figures do, half up."""
    if not whole:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
