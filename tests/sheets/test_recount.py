"""A report whose totals disagree with its own rows never leaves the house."""

from datetime import UTC, datetime

import pytest

from hallctl.figures import ARTICLES
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.monthly import MonthlyReport, WeekCases, WindowMonth
from hallctl.reports.summary import RatingLevel, Summary, TallyTotal
from hallctl.sheets.monthly import recount


def report(**said: float | None) -> MonthlyReport:
    """A month without a single row, whose figures say otherwise where told."""
    figures = [
        FigureLine(code, said.get(code, None if code.endswith("_rate") else 0), None, "23")
        for code in ARTICLES
    ]
    return MonthlyReport(
        "云溪学院", "大厅", "2026-11", datetime(2026, 12, 1, tzinfo=UTC), "", False, figures,
        [], [], [], [], [], [WeekCases("11.2-8", accepted=5, completed=3)] if said.get("cases_accepted") else [],
        [], {}, AuditHead(0, "", ""),
    )  # fmt: skip


def test_totals_that_agree_pass() -> None:
    """Nothing happened, and cases that came and went."""
    recount(report())
    recount(report(cases_opening=2, cases_accepted=5, cases_completed=3, cases_refused=1,
                   cases_withdrawn=1, cases_open=2))  # fmt: skip


@pytest.mark.parametrize("code", ["attended", "late", "early", "missing", "absent", "leave"])
def test_a_count_that_no_person_has(code: str) -> None:
    """Each count is made again from the people."""
    with pytest.raises(AssertionError, match=f"disagree: {code}: 0 counted, 3 said"):
        recount(report(**{code: 3}))


def test_everything_that_differs_is_named() -> None:
    """Shifts due stand in the people, the grid, the details and the windows; all four are told."""
    with pytest.raises(AssertionError) as told:
        recount(report(due=4, cases_opening=1))
    for what in ("due", "grid", "shifts", "windows"):
        assert f"{what}: 0 counted, 4 said" in str(told.value)
    assert "cases: 1 counted, 0 said" in str(told.value)


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
    values = {**SAID, **said}
    made = report(**values)  # type: ignore[arg-type]
    return made._replace(windows=[WINDOW], weeks=WEEKS, summary=SUMMARY)


def differing(made: MonthlyReport) -> str:
    """What the writer says to a report."""
    try:
        recount(made)
    except AssertionError as told:
        return str(told)
    return ""


def test_the_summary_is_counted_again() -> None:
    """Rates from the windows, the weeks and the ratings; only the shifts due have no people here."""
    assert differing(whole()) == "report totals disagree: windows: 3 counted, 0 said"


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
