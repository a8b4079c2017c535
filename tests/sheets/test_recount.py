"""A report whose totals disagree with its own rows never leaves the house."""

from datetime import UTC, datetime

import pytest

from hallctl.figures import ARTICLES
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.service import Service, ServiceLine
from hallctl.sheets.monthly import recount


def report(**said: int) -> MonthlyReport:
    """A month without a single row, whose figures say otherwise where told."""
    figures = [FigureLine(code, said.get(code, 0), None, "23") for code in ARTICLES]
    return MonthlyReport(
        "云溪学院", "大厅", "2026-11", datetime(2026, 12, 1, tzinfo=UTC), "", False, figures,
        [], [], [], [], [], [], [], {}, AuditHead(0, "", ""),
    )  # fmt: skip


def test_totals_that_agree_pass() -> None:
    """Nothing happened, and cases that came and went."""
    recount(report())
    recount(served())


CASES = {"cases_opening": 2, "cases_accepted": 5, "cases_completed": 3, "cases_refused": 1,
         "cases_withdrawn": 1, "cases_open": 2}  # fmt: skip


def served(**said: int) -> MonthlyReport:
    """A month with cases of one tier at one window, some of whose figures say otherwise."""
    line = ServiceLine("W01", "窗口", "promised", {**dict.fromkeys(ARTICLES, 0), **CASES})
    return report(**{**CASES, **said})._replace(service=Service([line], [line]))


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
