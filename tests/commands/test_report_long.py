"""The reports of a term and of an academic year."""

from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, Run
from openpyxl import load_workbook

TERM = ("report", "term", "2026-2027-1", "--json")
YEAR = ("report", "annual", "2026", "--json")
AFTER = "2027-01-20T09:00"


def rows(path: Path, sheet: str = "报告") -> list[list[Any]]:
    """The filled cells of every row."""
    found = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [[cell for cell in row if cell is not None] for row in found]


def table(path: Path, first: str, sheet: str = "报告") -> dict[str, list[Any]]:
    """The table whose heading begins with a word, by its first column."""
    lines = rows(path, sheet)
    start = next(n for n, row in enumerate(lines) if row[:1] == [first])
    found = {}
    for row in lines[start:]:
        if len(row) != len(lines[start]):
            break
        found[str(row[0])] = row[1:]
    return found


def test_the_figures_of_a_term_are_what_was_made_up(worked: Run) -> None:
    """Both months of the story add up to the term."""
    figures = worked(*TERM, "--dry-run").data["figures"]
    for code in EXPECTED["attendance"]["total"]["2026-10"]:
        wanted = sum(
            EXPECTED["attendance"]["total"][month][code] for month in ("2026-10", "2026-11")
        )
        assert figures[code] == wanted, code
    for code in ("cases_accepted", "cases_completed", "cases_refused"):
        wanted = sum(
            EXPECTED["cases"]["month"][month].get(code, 0) for month in ("2026-10", "2026-11")
        )
        assert figures[code] == wanted, code


def test_months_stand_side_by_side_as_the_monthly_report_says(worked: Run, tmp_path: Path) -> None:
    """Each column is that month's own report; the last one is the term."""
    worked(*TERM, "--out", "t.xlsx")
    found = table(tmp_path / "t.xlsx", "指标")
    months = found["指标"]
    assert months == ["2026-09", "2026-10", "2026-11", "2026-12", "合计"]
    monthly = worked("report", "monthly", "2026-11", "--out", "m.xlsx", "--json").data["figures"]
    here = months.index("2026-11")
    for name, code in (
        ("应到班次（班）", "due"), ("缺勤（班）", "absent"), ("出勤率（%）", "attendance_rate"),
        ("受理（件）", "cases_accepted"), ("期末在办（件）", "cases_open"), ("按期办结率（%）", "on_time_rate"),
    ):  # fmt: skip
        assert found[name][here] == monthly[code], name
    assert found["应到班次（班）"][-1] == sum(found["应到班次（班）"][:-1])


def test_windows_add_up_and_show_coverage_and_stability(worked: Run, tmp_path: Path) -> None:
    """The last row is the hall; stability is what the command about it says."""
    data = worked(*TERM, "--out", "t.xlsx").data
    found = table(tmp_path / "t.xlsx", "窗口")
    total = found.pop("合计")
    heads = found.pop("窗口")
    assert len(found) == 12
    assert total[0] == sum(row[0] for row in found.values()) == data["figures"]["due"]
    stable = worked("roster", "stability", "--term", "2026-2027-1", "--json").data
    assert total[heads.index("稳定率%")] == stable["stability_rate"]
    assert data["figures"]["stability_rate"] == stable["stability_rate"]
    assert 0 < data["figures"]["coverage_rate"] <= 100


def test_names_behind_deductions_are_for_the_department(worked: Run, tmp_path: Path) -> None:
    """The leaders' version counts; the department's also names."""
    for on in ("2026-11-10", "2026-11-12"):
        no = worked(
            "credit", "propose", "--staff", "0240601007", "--kind", "attitude", "--on", on,
            "--note", "言语生硬", "--json",
        ).data["entry_no"]  # fmt: skip
        worked("credit", "confirm", no)
    worked(*TERM, "--out", "l.xlsx")
    worked(*TERM, "--out", "d.xlsx", "--for", "department")
    leader, department = str(rows(tmp_path / "l.xlsx")), str(rows(tmp_path / "d.xlsx"))
    assert "确认扣分2次、共7分" in leader
    assert "确认扣分2次、共7分" in department
    assert "0240601007" not in leader
    assert "贾七巧" not in leader
    assert ["0240601007", "贾七巧", 2, 93, "正常"] in rows(tmp_path / "d.xlsx")


def test_complaints_meetings_and_praise_are_counted(worked: Run, tmp_path: Path) -> None:
    """Complaints by kind without anybody's name, meetings by kind with presence."""
    worked(
        "complaint", "open", "--channel", "phone", "--kind", "attitude", "--window", "W01",
        "--matter", "等了很久", "--name", "艾一鸣", "--contact", "199-0000-0001",
        "--at", "2026-11-10T10:00",
    )  # fmt: skip
    worked("meeting", "add", "--on", "2026-11-06", "--topic", "月会", "--all")
    data = worked(*TERM, "--out", "t.xlsx").data
    assert (data["figures"]["meetings"], data["figures"]["complaints_received"]) == (1, 1)
    assert table(tmp_path / "t.xlsx", "类别")["服务态度"] == [1, 0, 0, 1, 0.0]
    assert "艾一鸣" not in str(rows(tmp_path / "t.xlsx"))
    found = [row for row in rows(tmp_path / "t.xlsx") if row[:1] == ["会议"]]
    assert found[0][1:4] == [1, 1, 0]
    assert found[0][-1] == 100.0


def test_a_year_stands_by_terms_and_by_months(worked: Run, tmp_path: Path) -> None:
    """Terms side by side first, the months on a page of their own; last year only when it was kept."""
    worked("term", "add", "2026-2027-2", "--week1", "2027-03-01", "--weeks", "18")
    data = worked(*YEAR, "--out", "y.xlsx", now="2027-09-10T09:00").data
    assert (data["year"], data["from_on"], data["to_on"], data["draft"]) == (
        "2026-2027", "2026-09-01", "2027-08-31", False,
    )  # fmt: skip
    terms = table(tmp_path / "y.xlsx", "指标")
    assert terms["指标"] == ["2026-2027-1", "2026-2027-2", "全学年"]
    months = table(tmp_path / "y.xlsx", "指标", "各月")
    assert len(months["指标"]) == 13
    assert months["受理（件）"][-1] == sum(months["受理（件）"][:-1]) == terms["受理（件）"][-1]
    again = worked("report", "annual", "2027", "--out", "z.xlsx", "--json", now="2028-09-10T09:00")
    assert again.data["figures"]["due"] == 0
    assert table(tmp_path / "z.xlsx", "指标")["指标"] == ["全学年", "上学年"]


def test_review_flags_of_the_year_are_counted(worked: Run, tmp_path: Path) -> None:
    """As the annual review itself flags people."""
    for n in range(4):
        no = worked(
            "credit", "propose", "--staff", "0240601007", "--kind", "attitude", "--on",
            f"2026-11-{10 + n}", "--note", "言语生硬", "--json",
        ).data["entry_no"]  # fmt: skip
        worked("credit", "confirm", no)
    worked("policy", "set", "appraise.weights", '{"attendance": 100}', "--from", "2026-11-01")
    worked("appraise", "week", "2026-W46", "--publish")
    flags = [
        flag
        for line in worked("appraise", "annual", "2026", "--json").data
        for flag in line["flags"]
    ]
    assert sorted(flags) == ["below_line", "third_violation"]
    worked(*YEAR, "--out", "y.xlsx")
    said = str(rows(tmp_path / "y.xlsx"))
    assert "纳入年度考核：低于辞退线1人、扣分满三次1人。" in said
    assert "期末低于辞退线或已辞退1人" in said


@pytest.mark.parametrize("kind", ["term", "annual"])
def test_a_total_that_does_not_add_up_never_leaves_the_house(
    worked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """The writer counts months and windows itself; what differs is named and nothing is written."""
    from hallctl.office.reporting import long

    true = long._report

    def wrong(*args: Any, **more: Any) -> Any:
        found = true(*args, **more)
        return found._replace(figures={**found.figures, "due": found.figures["due"] + 1})

    monkeypatch.setattr(long, "_report", wrong)
    with pytest.raises(AssertionError, match="months due"):
        worked("report", kind, "this", "--out", "r.xlsx")
    assert not (tmp_path / "r.xlsx").exists()
