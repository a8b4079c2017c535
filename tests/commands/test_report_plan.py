"""``hallctl report plan``: what the hall means to do in a month (Art. 10)."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from openpyxl import load_workbook

PLAN = ("report", "plan", "2026-12", "--json")


def lines(run: Run, month: str = "2026-12") -> list[str]:
    return [one["text"] for one in run("report", "plan", month, "--json").data]


def test_a_plan_is_said_listed_and_taken_back(hall: Run) -> None:
    """Line by line, by its place in the list; what was taken back stays on record."""
    done = hall(*PLAN, "--add", "奖助学金咨询专场", "--add", " 期末  值班提前排定 ").data
    assert [(one["n"], one["text"], one["on"]) for one in done["plan"]] == [
        (1, "奖助学金咨询专场", "2026-12-01"), (2, "期末 值班提前排定", "2026-12-01"),
    ]  # fmt: skip
    assert lines(hall, "this") == lines(hall) == ["奖助学金咨询专场", "期末 值班提前排定"]
    hall(*PLAN, "--drop", "1", "--add", "学期总结会")
    assert lines(hall) == ["期末 值班提前排定", "学期总结会"]
    assert lines(hall, "2027-01") == []


def test_the_same_line_again_changes_nothing(hall: Run) -> None:
    """Exit 0, ``already``; also twice in one command."""
    hall(*PLAN, "--add", "总结会", "--add", "总结会")
    assert lines(hall) == ["总结会"]
    assert hall(*PLAN, "--add", "总结会").data["already"] is True
    assert [one["command"] for one in hall("audit", "log", "--json").data].count("report plan") == 1


def test_a_plan_can_be_undone(hall: Run) -> None:
    """What a later entry took out has to be put back first."""
    hall(*PLAN, "--add", "总结会")
    first = hall("audit", "log", "--json").data[-1]["entry_no"]
    hall(*PLAN, "--drop", "1")
    assert hall("undo", first, "--json", code=None).code != 0
    hall("undo")
    assert lines(hall) == ["总结会"]
    hall("undo", first)
    assert lines(hall) == []
    hall("db", "check")


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (("--add", "  "), "report.plan_says_nothing", 2),
        (("--add", "长" * 101), "report.plan_too_long", 2),
        (("--drop", "3"), "report.no_such_plan", 4),
        (("--drop", "0"), "report.no_such_plan", 4),
    ],
)
def test_what_is_no_line(hall: Run, words: tuple[str, ...], code: str, status: int) -> None:
    """Nothing is written then."""
    hall(*PLAN, "--add", "总结会")
    ran = hall(*PLAN, *words, code=None)
    assert (ran.codes, ran.code) == ([code], status)
    assert lines(hall) == ["总结会"]


def test_only_the_officer_plans_for_the_hall(hall: Run) -> None:
    """A signature of somebody else is refused."""
    ran = hall("--actor", "T1001", *PLAN, "--add", "总结会", code=3)
    assert ran.codes == ["actor.not_the_officer"]


def test_the_report_of_the_month_before_prints_it(worked: Run, tmp_path: Path) -> None:
    """And the file no longer matches once the plan is another."""
    worked(*PLAN, "--add", "总结会")
    worked("report", "monthly", "2026-11", "--out", "r.xlsx")
    sheet: Any = load_workbook(tmp_path / "r.xlsx")["领导摘要"]
    cells = [str(row[0].value) for row in sheet.iter_rows()]
    at = next(n for n, cell in enumerate(cells) if "下月工作安排（2026年12月）" in cell)
    assert cells[at + 1] == "1．总结会"
    check = ("report", "monthly", "2026-11", "--check", "r.xlsx", "--json")
    assert worked(*check).data["findings"] == []
    worked(*PLAN, "--add", "评选服务明星")
    assert worked(*check, code=8).data["findings"]
