"""The work-study sheet of a month."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from openpyxl import load_workbook

SHEET = ("report", "workstudy", "2026-11", "--out", "w.xlsx", "--json")


def lines(path: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The heads, and each student's line by number."""
    found = [list(row) for row in load_workbook(path)["工时表"].iter_rows(values_only=True)]
    start = next(n for n, row in enumerate(found) if row[0] == "序号")
    heads = found[start]
    named = [dict(zip(heads, row, strict=True)) for row in found[start + 1 :] if row[0]]
    return heads, {row["学号"]: row for row in named if isinstance(row["序号"], int)}


def minutes(run: Run, staff_no: str, first: str, last: str) -> list[int]:
    """Minutes of each settled shift of a student, from the list of shifts."""
    found = []
    for month in ("2026-10", "2026-11"):
        for one in run("attendance", "show", "--month", month, "--staff", staff_no, "--json").data:
            if first <= one["on"] <= last and one["status"] not in {"due", "given_away"}:
                found.append(one["minutes_served"])
    return found


def test_hours_are_the_minutes_of_the_month_in_half_hours(worked: Run, tmp_path: Path) -> None:
    """Every student recounted; leaders are not on the sheet."""
    data = worked(*SHEET).data
    heads, students = lines(tmp_path / "w.xlsx")
    assert data["figures"]["students"] == len(students) == 24
    whole = 0
    for no, line in students.items():
        served = sum(minutes(worked, no, "2026-11-01", "2026-11-30"))
        assert line["在岗"] == f"{served // 60}:{served % 60:02d}", no
        assert line["工时"].rstrip("▲") == f"{served // 30 / 2:.1f}", no
        assert line["工时"].endswith("▲") == (served > 40 * 60), no
        whole += served // 30
    assert data["figures"]["hours"] == whole / 2
    assert not any(no.startswith("T") for no in students)
    assert "计划" not in heads
    assert "应发（元）" not in heads
    assert {"本人签字", "核对人（签字）", "考核等次"} <= set(heads)


def test_each_shift_may_be_cut_instead(worked: Run, tmp_path: Path) -> None:
    """A dated setting; the sheet says which rule it follows."""
    worked("policy", "set", "workstudy.rounding", "shift", "--from", "2026-11-01")
    worked(*SHEET)
    _heads, students = lines(tmp_path / "w.xlsx")
    for no, line in students.items():
        served = minutes(worked, no, "2026-11-01", "2026-11-30")
        assert line["工时"].rstrip("▲") == f"{sum(one // 30 for one in served) / 2:.1f}", no
    said = str(list(load_workbook(tmp_path / "w.xlsx")["工时表"].iter_rows(values_only=True)))
    assert "每班在岗分钟不足半小时的部分舍去" in said


def test_a_month_may_end_on_the_25th(worked: Run, tmp_path: Path) -> None:
    """The sheet then goes from the day after the last one to that day: nothing twice, nothing left out."""
    worked("policy", "set", "workstudy.last_day", "25", "--from", "2026-11-01")
    data = worked(*SHEET, now="2026-11-26T09:00").data
    assert (data["from_on"], data["to_on"], data["draft"]) == ("2026-11-01", "2026-11-25", False)
    _heads, students = lines(tmp_path / "w.xlsx")
    no, line = next(iter(students.items()))
    served = sum(minutes(worked, no, "2026-11-01", "2026-11-25"))
    assert line["在岗"] == f"{served // 60}:{served % 60:02d}"
    later = worked(
        "report", "workstudy", "last", "--dry-run", "--json", now="2026-12-26T09:00"
    ).data
    assert (later["month"], later["from_on"], later["to_on"]) == (
        "2026-12", "2026-11-26", "2026-12-25",
    )  # fmt: skip


def test_days_to_come_are_planned_and_not_counted(worked: Run, tmp_path: Path) -> None:
    """A sheet made before the month's end is a draft with a column of its own for them."""
    data = worked(*SHEET, now="2026-11-20T20:00").data
    assert data["draft"] is True
    heads, students = lines(tmp_path / "w.xlsx")
    assert "计划" in heads
    no, line = next(iter(students.items()))
    served = sum(minutes(worked, no, "2026-11-01", "2026-11-20"))
    assert line["在岗"] == f"{served // 60}:{served % 60:02d}"
    assert data["figures"]["planned_minutes"] > 0
    said = str(list(load_workbook(tmp_path / "w.xlsx")["工时表"].iter_rows(values_only=True)))
    assert "本表应于2026-11-28前报送" in said


def test_vacations_do_not_count_towards_the_limits(worked: Run) -> None:
    """More than 8 hours a week is pointed out, but not of a vacation."""
    before = worked(*SHEET, "--dry-run").data["figures"]
    assert before["above_week"] > 0
    assert before["above_month"] > 0
    worked("calendar", "override", "vacation", "--from", "2026-10-26", "--to", "2026-11-30")
    after = worked(*SHEET, "--dry-run").data["figures"]
    assert (after["above_week"], after["above_month"]) == (0, 0)


def test_limits_are_settings(worked: Run) -> None:
    """A college may allow more or less."""
    worked("policy", "set", "workstudy.week_hours", "100", "--from", "2026-11-01")
    worked("policy", "set", "workstudy.month_hours", "100", "--from", "2026-11-01")
    figures = worked(*SHEET, "--dry-run").data["figures"]
    assert (figures["above_week"], figures["above_month"]) == (0, 0)


def test_money_only_where_the_college_has_set_a_rate(worked: Run, tmp_path: Path) -> None:
    """Hours times the rate, in fen; a rate that is no money is refused by name."""
    worked("policy", "set", "workstudy.hourly_rate", "18.50", "--from", "2026-11-01")
    worked(*SHEET)
    _heads, students = lines(tmp_path / "w.xlsx")
    for line in students.values():
        halves = round(float(line["工时"].rstrip("▲")) * 2)
        assert line["应发（元）"] == f"{halves * 925 / 100:.2f}"
    worked("policy", "set", "workstudy.hourly_rate", "many", "--from", "2026-11-02")
    assert worked(*SHEET, code=2).codes == ["report.bad_rate"]


def test_a_shift_that_was_taken_over_is_the_takers(worked: Run, tmp_path: Path) -> None:
    """Who gave a shift away is not paid for it; the shifts behind the sheet add up to it."""
    data = worked(*SHEET).data
    detail = list(load_workbook(tmp_path / "w.xlsx")["工时明细"].iter_rows(values_only=True))
    assert (
        sum(row[9] for row in detail if isinstance(row[9], int))
        == data["figures"]["minutes_served"]
    )
    assert any("，相符。" in str(row[0]) for row in detail)
    assert not any(row[8] == "换出" for row in detail)


def test_a_total_that_does_not_add_up_never_leaves_the_house(
    worked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer counts minutes and half hours itself, student by student."""
    from hallctl import workstudy

    true = workstudy.half_hours

    def generous(minutes: Any, law: Any) -> Any:
        found = true(minutes, law)
        return found._replace(value=found.value + 1)

    monkeypatch.setattr(workstudy, "half_hours", generous)
    with pytest.raises(AssertionError, match="half hours"):
        worked(*SHEET)
    assert not (tmp_path / "w.xlsx").exists()
