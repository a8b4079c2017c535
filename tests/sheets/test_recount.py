"""A report whose totals disagree with its own rows never leaves the house."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from hallctl.figures import ARTICLES, Tally
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.busy import Busy, WindowTally
from hallctl.reports.complaints import ComplaintAnalysis, ComplaintLine
from hallctl.reports.coverage import Coverage, Uncovered, WindowGaps
from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.people import PeopleTotals, PersonTotals, WindowTotals
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


def gaps(minutes: int, rate: float | None) -> Uncovered:
    """Ninety of a hundred minutes covered, as said."""
    return Uncovered(100, minutes, rate, {date(2026, 11, 2): 10})


ONE = dict.fromkeys(Tally._fields, 0) | {"due": 3, "attended": 2, "absent": 1}
PERSON = PersonTotals("1", "甲", "W01", "窗口", ONE, 66.7, 66.7)
WINDOW = WindowTotals("W01", "窗口", ONE, 66.7, 66.7)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ({"totals": PeopleTotals([PERSON], [WINDOW], WINDOW)}, "people due: 3 counted, 0 said"),
        ({"totals": PeopleTotals([], [WINDOW], WINDOW)}, "window attended: 2 counted, 0 said"),
        ({"totals": PeopleTotals([], [], WINDOW)}, "whole absent: 1 counted, 0 said"),
        (
            {"totals": PeopleTotals([PERSON._replace(attendance_rate=66.6)])},
            "attendance of 窗口: 66.7 counted, 66.6 said",
        ),
        (
            {"totals": PeopleTotals([PERSON._replace(presence_rate=None)])},
            "presence of 窗口: 66.7 counted, -1.0 said",
        ),
        (
            {"coverage": Coverage([WindowGaps("W01", "窗口", gaps(10, 90.0), gaps(11, 89.0))])},
            "actual gaps of 窗口: 10 counted, 11 said",
        ),
        (
            {"coverage": Coverage([WindowGaps("W01", "窗口", gaps(10, 91.0), gaps(10, 90.0))])},
            "planned coverage of 窗口: 90.0 counted, 91.0 said",
        ),
        (
            {"complaints": ComplaintAnalysis([ComplaintLine("all", "all", {"received": 2}, None, None, 0)])},
            "complaints by all: 2 counted, 0 said",
        ),
        (
            {"complaints": ComplaintAnalysis([ComplaintLine("kind", "x", {"received": 1}, None, None, 0)])},
            "complaints by kind: 1 counted, 0 said",
        ),
        (
            {"busy": Busy(["visit"], [WindowTally("W01", "窗口", {"visit": 2}, {date(2026, 11, 2): 3})])},
            "counts of 窗口: 3 counted, 2 said",
        ),
        ({"busy": Busy(received=4)}, "hours: 0 counted, 4 said"),
    ],
)  # fmt: skip
def test_every_sheet_is_counted_again(section: dict[str, Any], told: str) -> None:
    """A total of any sheet that its own rows do not give stops the report."""
    with pytest.raises(AssertionError) as error:
        recount(report()._replace(**section))
    assert told in str(error.value)


@pytest.mark.parametrize("code", ["cases_accepted", "cases_open", "cases_late"])
def test_windows_and_tiers_add_up_to_the_figures(code: str) -> None:
    """Both ways of telling the cases apart give the month's figure, and each row balances."""
    line = served().service.lines[0]
    wrong = line._replace(figures={**line.figures, code: 9})
    for at, name in ((0, "windows"), (1, "tiers")):
        lines = [[line], [line]]
        lines[at] = [wrong]
        with pytest.raises(AssertionError, match=f"{code} of {name}: 9 counted") as error:
            recount(served()._replace(service=Service(*lines)))
        assert ("balance of 窗口 promised" in str(error.value)) == (code != "cases_late")


def test_the_overdue_list_is_as_long_as_the_figure() -> None:
    """No late case without its line."""
    line = served().service.lines[0]
    late = line._replace(figures={**line.figures, "cases_late": 1})
    with pytest.raises(AssertionError, match="overdue list: 0 counted, 1 said"):
        recount(served(cases_late=1)._replace(service=Service([late], [late])))
