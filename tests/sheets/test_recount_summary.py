"""The summary's figures are counted once more from what its charts show."""

from datetime import UTC, datetime
from typing import Any

import pytest

from hallctl.figures import ARTICLES
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.monthly import MonthlyReport, WeekCases, WindowMonth
from hallctl.reports.summary import RatingLevel, Summary, TallyTotal
from hallctl.sheets.monthly.counted import counts

WINDOW = WindowMonth("W01", "窗口", "", 3, 2, 66.7, 4, 2, 0)
WEEKS = [WeekCases("11.2-8", 3, 1, due=2, in_time=2), WeekCases("11.9-15", 1, 1, due=1)]
SUMMARY = Summary(levels=[RatingLevel(5, 7), RatingLevel(2, 1)], tallies=[TallyTotal("visit", 9)],
                  tallied=9)  # fmt: skip
SAID = {
    "attendance_rate": 66.7, "cases_accepted": 4, "cases_completed": 2, "cases_open": 2, "on_time_rate": 66.7,
    "cases_rated": 8, "bad_ratings": 1, "satisfaction_rate": 87.5,
}  # fmt: skip


def whole(**said: object) -> MonthlyReport:
    """A month whose windows, weeks and ratings bear its figures, unless told otherwise."""
    values: dict[str, Any] = {**dict.fromkeys(ARTICLES, 0), **SAID, **said}
    figures = [FigureLine(code, values[code], None, "23") for code in ARTICLES]
    return MonthlyReport(
        "云溪学院", "大厅", "2026-11", datetime(2026, 12, 1, tzinfo=UTC), "", False, figures,
        [], [], [WINDOW], [], [], WEEKS, [], {}, AuditHead(0, "", ""), summary=SUMMARY,
    )  # fmt: skip


def differing(made: MonthlyReport) -> list[str]:
    """What the writer finds in a report."""
    said = {line.code: line.value for line in made.figures}
    return [
        f"{what}: {n} counted, {other} said" for what, n, other in counts(made, said) if n != other
    ]


def test_the_summary_is_counted_again() -> None:
    """Rates from the windows, the weeks and the ratings."""
    assert differing(whole()) == []


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("attendance_rate", 66.6, "attendance_rate: 66.7 counted, 66.6 said"),
        ("on_time_rate", 100.0, "on_time_rate: 66.7 counted, 100.0 said"),
        ("satisfaction_rate", None, "satisfaction_rate: 87.5 counted, None said"),
        ("cases_completed", 3, "weeks completed: 2 counted, 3 said"),
        ("cases_rated", 9, "ratings: 8 counted, 9 said"),
        ("survey_answers", 3, "surveys: 0 counted, 3 said"),
    ],
)
def test_a_figure_of_the_summary_that_its_chart_does_not_bear(
    code: str, value: object, told: str
) -> None:
    """The charts and the figures are of one month."""
    assert told in differing(whole(**{code: value}))


def test_tallies_that_do_not_add_up() -> None:
    """The kinds against the whole."""
    made = whole()
    assert "tallies: 9 counted, 8 said" in differing(
        made._replace(summary=SUMMARY._replace(tallied=8))
    )
