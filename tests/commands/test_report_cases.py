"""The cases of any period."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, Run
from openpyxl import load_workbook

CASES = ("report", "cases", "--out", "c.xlsx", "--json")


def sheet(path: Path, name: str) -> list[list[Any]]:
    """The filled cells of every row."""
    found = load_workbook(path)[name].iter_rows(values_only=True)
    return [[cell for cell in row if cell is not None] for row in found]


def groups(path: Path, first: str) -> dict[str, list[Any]]:
    """The groups of one kind with their figures, the total among them."""
    lines = sheet(path, "办件统计")
    start = next(n for n, row in enumerate(lines) if row[:1] == [first])
    found = {}
    for row in lines[start + 1 :]:
        if len(row) < 2:
            break
        found[str(row[0])] = row[1:]
    return found


def accepted(run: Run, first: str, last: str) -> list[dict[str, Any]]:
    """Every case accepted in a period, from the list of cases."""
    listed = run("case", "list", "--limit", "100000", "--json").data
    return [one for one in listed if first <= one.get("accepted_at", "")[:10] <= last]


@pytest.mark.parametrize("month", ["2026-10", "2026-11"])
def test_the_figures_are_what_was_made_up(worked: Run, month: str) -> None:
    """They are the monthly report's own."""
    figures = worked(*CASES, "--month", month).data["figures"]
    truth = EXPECTED["cases"]["month"][month]
    for code in ("cases_accepted", "cases_completed", "cases_refused"):
        assert figures[code] == truth.get(code, 0), code
    monthly = worked("report", "monthly", month, "--dry-run", "--json").data["figures"]
    assert {code: monthly[code] for code in figures} == figures


def test_groups_are_counted_case_by_case(worked: Run, tmp_path: Path) -> None:
    """By window, tier, item and handler; each adds up to the whole."""
    data = worked(*CASES, "--from", "2026-11-05", "--to", "2026-11-19").data
    own = accepted(worked, "2026-11-05", "2026-11-19")
    assert data["figures"]["cases_accepted"] == len(own) > 0
    people = {one["staff_no"]: one["name"] for one in worked("roster", "list", "--json").data}
    windows = {one["window_no"]: one["name"] for one in worked("window", "list", "--json").data}
    tiers = {
        "instant": "即办件",
        "promised": "承诺件",
        "college": "校级研究件",
        "superior": "上报件",
    }
    for first, wanted in (
        ("窗口", Counter(windows[one["window_no"]] for one in own)),
        ("类型", Counter(tiers[one["tier"]] for one in own)),
        ("事项", Counter(one["item"] for one in own)),
        ("经办人", Counter(people[one["handler_no"]] for one in own)),
    ):
        found = groups(tmp_path / "c.xlsx", first)
        total = found.pop("合计")
        assert {name: row[1] for name, row in found.items() if row[1]} == dict(wanted), first
        for n in range(7):
            assert sum(row[n] for row in found.values()) == total[n], (first, n)


def test_the_list_holds_every_case_with_a_masked_applicant(worked: Run, tmp_path: Path) -> None:
    """Opening and accepted ones; no applicant can be made out."""
    figures = worked(*CASES, "--week", "2026-W47").data["figures"]
    listed = [
        row for row in sheet(tmp_path / "c.xlsx", "办件清单") if str(row[0]).startswith("2026-0")
    ]
    assert len(listed) == figures["cases_opening"] + figures["cases_accepted"] > 0
    for row in listed:
        assert row[3].endswith("*")
        assert "****" in row[4]
    numbers = {one["applicant_no"] for one in accepted(worked, "2026-11-01", "2026-11-30")}
    assert not numbers & {str(cell) for row in listed for cell in row}
    assert sum("超期" in row for row in listed) == figures["cases_late"]


def test_a_past_period_is_told_as_it_stood_at_its_end(worked: Run, tmp_path: Path) -> None:
    """A case closed later was still open then."""
    figures = worked(*CASES, "--from", "2026-10-12", "--to", "2026-10-16").data["figures"]
    closed_later = [
        one for one in accepted(worked, "2026-09-01", "2026-10-16")
        if one.get("closed_at", "9999")[:10] > "2026-10-16"
    ]  # fmt: skip
    assert figures["cases_open"] == len(closed_later) > 0
    rows = {row[0]: row for row in sheet(tmp_path / "c.xlsx", "办件清单") if row}
    for one in closed_later:
        assert "办结" not in rows[one["case_no"]], one["case_no"]


def test_speed_and_overdue_have_their_words(worked: Run, tmp_path: Path) -> None:
    """Every percentage with its definition, every overdue case with who held it."""
    figures = worked(*CASES, "--month", "2026-11").data["figures"]
    said = str(sheet(tmp_path / "c.xlsx", "办件统计"))
    assert f"按期办结率{figures['on_time_rate']:.1f}%" in said
    for name in ("办结率", "按期办结率", "提前办结率", "当日办结率", "时限压缩率", "一次告知率"):
        assert f"{name}＝" in said, name
    register = worked("case", "register", "overdue", "--month", "2026-11", "--json").data
    assert len(register) == figures["cases_late"]
    for one in register:
        assert one["case_no"] in said
        assert one["holder"] in said


@pytest.mark.parametrize("code", ["cases_opening", "cases_completed", "cases_late"])
def test_a_total_that_does_not_add_up_never_leaves_the_house(
    worked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Groups and the list are counted by the writer before anything is saved."""
    from hallctl.office.reporting import case_report

    true = case_report.gather

    def wrong(*args: Any) -> Any:
        found = true(*args)
        return found._replace(figures={**found.figures, code: found.figures[code] + 1})

    monkeypatch.setattr(case_report, "gather", wrong)
    with pytest.raises(AssertionError, match=code):
        worked(*CASES, "--month", "2026-11")
    assert not (tmp_path / "c.xlsx").exists()
