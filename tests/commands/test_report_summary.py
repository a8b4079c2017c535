"""The summary of the monthly report: six figures, charts, matters, two editions (Art. 23)."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import HALL, Run
from openpyxl import load_workbook

NOVEMBER = ("report", "monthly", "2026-11", "--out", "r.xlsx", "--json")
LEADER = (*NOVEMBER, "--for", "leader")
RATED = tuple(
    ("case", "rate", number, level, "--by", "anonymous", "--channel", "link", "--recorder", "T1001",
     "--at", "2026-11-30T17:40")
    for number, level in (("370", 5), ("371", 4), ("372", 5), ("373", 1))
)  # fmt: skip


def summary(tmp_path: Path) -> Any:
    return load_workbook(tmp_path / "r.xlsx")["领导摘要"]


def said(sheet: Any) -> list[str]:
    """The first cell of every row that has one."""
    return [str(row[0].value) for row in sheet.iter_rows() if row[0].value is not None]


def part(sheet: Any, title: str) -> list[str]:
    """What stands under a heading, up to the next one."""
    texts = said(sheet)
    first = next(n for n, text in enumerate(texts) if title in text) + 1
    last = next((n for n, text in enumerate(texts[first:], first) if "、" in text[:2]), len(texts))
    return texts[first:last]


def six(sheet: Any) -> list[list[Any]]:
    """The rows of the six large figures: names, values, and one row for each month compared with."""
    rows = [[cell.value for cell in row[::2]] for row in sheet.iter_rows()]
    first = next(n for n, row in enumerate(rows) if row[0] == "出勤率")
    last = next(n for n, row in enumerate(rows) if str(row[0]).startswith("口径"))
    return rows[first:last]


def test_six_figures_with_their_change(worked: Run, tmp_path: Path) -> None:
    """Numbers in cells; beside them last month with the difference, rates in points."""
    for words in RATED:
        worked(*words)
    figures = worked(*NOVEMBER).data["figures"]
    before = worked("report", "monthly", "2026-10", "--out", "o.xlsx", "--json").data["figures"]
    names, values, last = six(summary(tmp_path))
    assert names == ["出勤率", "受理办件", "办结办件", "按期办结率", "满意率", "收到投诉"]
    codes = ("attendance_rate", "cases_accepted", "cases_completed", "on_time_rate", "satisfaction_rate",
             "complaints_received")  # fmt: skip
    assert values == [figures[code] for code in codes]
    assert values[4] == 75.0
    moved = figures["attendance_rate"] - before["attendance_rate"]
    assert last[0] == f"上月{before['attendance_rate']:.1f}%（{moved:+.1f}）"
    more = figures["cases_accepted"] - before["cases_accepted"]
    assert last[1] == f"上月{before['cases_accepted']}件（{more:+d}）"
    assert last[4:] == ["上月—", "上月0件（持平）"]


def test_no_empty_columns_in_the_first_month_and_year(worked: Run, tmp_path: Path) -> None:
    """September kept nothing: October is compared with nothing, and nothing with last year."""
    worked("report", "monthly", "2026-10", "--out", "r.xlsx")
    assert len(six(summary(tmp_path))) == 2
    cells = {cell for row in summary(tmp_path).iter_rows(values_only=True) for cell in row}
    assert not {"上月", "去年同月", "增减"} & cells
    assert not any("比上月" in str(cell) for cell in cells)
    worked(*NOVEMBER)
    cells = {cell for row in summary(tmp_path).iter_rows(values_only=True) for cell in row}
    assert "上月" in cells
    assert "去年同月" not in cells


def test_the_same_month_of_last_year(run: Run, tmp_path: Path) -> None:
    """Once it was kept, it stands beside last month in the figures and in the text."""
    run("init", "--effective-from", "2025-09-01", "--college", "云溪航空职业学院")
    run("window", "import", HALL / "windows.csv")
    run("item", "import", HALL / "items.xlsx")
    run("roster", "import", HALL / "roster_leaders.xls", "--on", "2025-09-01")
    for day in ("2025-11-10", "2026-11-10", "2026-11-11"):
        run(
            "case",
            "done",
            "在读证明",
            "0250400001",
            "贾九如",
            "--handler",
            "T1001",
            "--at",
            f"{day}T09:00",
        )
    run(*NOVEMBER)
    _names, _values, year = six(summary(tmp_path))
    assert year[1] == "去年同月1件（+1）"
    assert "受理2件，比去年同月多1件" in "".join(part(summary(tmp_path), "基本情况"))


def test_an_open_month_compares_rates_only(worked: Run, tmp_path: Path) -> None:
    """Half a month against a whole one would show a fall that is none."""
    worked("report", "monthly", "2026-11", "--out", "r.xlsx", now="2026-11-18T09:00")
    _names, _values, last = six(summary(tmp_path))
    assert re.fullmatch(r"上月\d+件", last[1])
    assert "（" in last[0]
    assert "比上月多" not in "".join(part(summary(tmp_path), "基本情况"))


def test_an_open_month_is_a_draft_on_every_page(worked: Run, tmp_path: Path) -> None:
    """Over, but not closed: each sheet that prints says so; once it is closed none does."""
    for more in ((), ("--for", "leader")):
        assert worked(*NOVEMBER, *more).data["draft"] is True
        shown = [one for one in load_workbook(tmp_path / "r.xlsx") if one.sheet_state == "visible"]
        assert shown
        assert {one.oddHeader.right.text for one in shown} == {"草　稿"}
        assert all("（草稿）" in said(one)[0] for one in shown if one.title == "领导摘要")
    assert worked(*NOVEMBER, "--final", "--accept-open").data["draft"] is False
    assert {one.oddHeader.right.text for one in load_workbook(tmp_path / "r.xlsx")} == {None}
    assert worked(*LEADER).data["draft"] is False


def test_a_month_without_duty_needs_no_closing(hall: Run) -> None:
    """There is nothing to close once it is over."""
    data = hall("report", "monthly", "2026-10", "--out", "r.xlsx", "--json").data
    assert data["draft"] is False


def test_three_charts_and_a_sentence_for_one_without_data(worked: Run, tmp_path: Path) -> None:
    """Attendance, weeks with a line on an axis of its own that is not smoothed, ratings."""
    worked(*NOVEMBER)
    assert len(summary(tmp_path)._charts) == 2
    assert "本月没有可画的数据，未画图：评价分布。" in said(summary(tmp_path))
    for words in RATED:
        worked(*words)
    worked(*NOVEMBER)
    sheet = summary(tmp_path)
    windows, weeks, ratings = sheet._charts
    assert not any("未画图" in text for text in said(sheet))
    (line,) = [one for one in weeks._charts if one.tagname == "lineChart"]
    assert line.y_axis.axId != weeks.y_axis.axId
    assert line.series[0].smooth is False
    assert all(
        series.dLbls.showVal for chart in (windows, weeks, ratings) for series in chart.series
    )
    data = load_workbook(tmp_path / "r.xlsx")["图表数据"]
    assert [row[1].value for row in data.iter_rows(min_row=2, max_row=6, min_col=9)] == [
        2,
        1,
        0,
        0,
        1,
    ]


def test_charts_stand_on_the_first_or_second_page(worked: Run, tmp_path: Path) -> None:
    """With what follows them: at most one page break before, and no page of their own."""
    worked(*NOVEMBER)
    sheet = summary(tmp_path)
    rows = {chart.anchor._from.row + 1 for chart in sheet._charts}
    assert len(rows) == 1
    breaks = [one.id for one in sheet.row_breaks.brk]
    at = rows.pop()
    assert sum(one < at for one in breaks) <= 1
    under = next(
        row[0].row for row in sheet.iter_rows(min_row=at) if "服务与管理" in str(row[0].value)
    )
    assert not any(at <= one < under for one in breaks)


def stuck(hall: Run) -> None:
    """A joint case that two departments leave lying, and a referral nobody answers."""
    hall(
        *(
            "case",
            "open",
            "--item",
            "休学申请",
            "--applicant-no",
            "0250300525",
            "--applicant",
            "梅七巧",
        ),
        *("--all-materials", "--at", "2026-11-02T10:00"),
    )
    hall(
        *(
            "case",
            "refer",
            "--matter",
            "路灯坏了",
            "--applicant-no",
            "0250200007",
            "--applicant",
            "艾七巧",
        ),
        *(
            "--window",
            "W01",
            "--reported-to",
            "甄校长",
            "--department",
            "后勤处",
            "--note",
            "请修理",
        ),
        *("--at", "2026-11-02T11:00"),
    )
    hall(
        *(
            "complaint",
            "open",
            "--channel",
            "phone",
            "--window",
            "W01",
            "--on",
            "2026-11-02",
            "--anonymous",
        ),
        *("--matter", "无人应答", "--at", "2026-11-02T15:00"),
    )


def test_matters_lead_to_their_rows(hall: Run, tmp_path: Path) -> None:
    """The oldest overdue case is one click away in the register of cases; each matter cites its article."""
    stuck(hall)
    hall(*NOVEMBER)
    book = load_workbook(tmp_path / "r.xlsx")
    matters = part(book["领导摘要"], "请领导审定事项（截至11月30日）")
    assert matters
    assert all(re.search(r"第.{1,4}条", text) for text in matters)
    links = [row[0] for row in book["领导摘要"].iter_rows() if row[0].hyperlink]
    assert links
    for cell in links:
        sheet, _hash, place = cell.hyperlink.location.partition("!")
        assert book[sheet.strip("'")][place].value in cell.value


def test_departments_that_keep_joint_cases_waiting_are_named(hall: Run, tmp_path: Path) -> None:
    """With how many and how long, each linked to the oldest case; the referral and the complaint too."""
    stuck(hall)
    hall(*NOVEMBER)
    found = part(summary(tmp_path), "请领导审定事项")
    departments = [text for text in found if "联办件逾期未审定（第八条）" in text]
    assert departments
    assert all(
        re.search(r"有1件联办件.*2026-000001.*已逾期\d+个工作日", text) for text in departments
    )
    assert any("1件转办事项逾期未回复（第二十八条）" in text and "后勤处" in text for text in found)
    assert any("1件投诉逾期未答复（第三十三条）" in text for text in found)
    assert not any("梅七巧" in text or "艾七巧" in text for text in found)


def test_matters_are_those_of_the_last_day(hall: Run, tmp_path: Path) -> None:
    """What was settled in the next month still stood then: the report says so, and still matches."""
    stuck(hall)
    hall(*NOVEMBER)
    matters = part(summary(tmp_path), "请领导审定事项")
    hall("case", "decide", "1", "学生工作部", now="2026-12-03T09:00")
    hall(
        "case", "feedback", "2", "--answered-by", "甄师傅", "--note", "已修", now="2026-12-03T10:00"
    )
    hall(*NOVEMBER, now="2026-12-04T09:00")
    assert part(summary(tmp_path), "请领导审定事项") == matters


def test_what_else_is_to_be_known(worked: Run, tmp_path: Path) -> None:
    """Tallies, busy hours and items, meetings, praise, each from its records."""
    worked("tally", "W01", "visit=12", "enquiry=30", "--on", "2026-11-10")
    worked("tally", "W02", "visit=8", "--on", "2026-11-11")
    worked("meeting", "add", "--topic", "例会", "--on", "2026-11-04", "--all")
    worked("appraise", "praise", "0240601002", "--on", "2026-11-18", "--note", "家长来信致谢")
    worked(*NOVEMBER)
    cells = [
        str(cell) for row in summary(tmp_path).iter_rows(values_only=True) for cell in row if cell
    ]
    assert "共50人次：来访20、咨询30。" in cells
    assert any(re.fullmatch(r"会议1次（应到\d+人次，实到\d+人次）。", cell) for cell in cells)
    assert any("（家长来信致谢）" in cell for cell in cells)
    assert any(re.match(r"收件\d+件，最多的是\d+—\d+时\d+件", cell) for cell in cells)
    top = [row for row in summary(tmp_path).iter_rows(values_only=True) if row[0] in range(1, 11)]
    counts = [row[5] for row in top]
    assert len(top) == 10
    assert counts == sorted(counts, reverse=True)


def test_the_leaders_edition_names_no_student(worked: Run, tmp_path: Path) -> None:
    """One sheet; nobody who was penalised, praised or applied is named, and no audit head is printed."""
    worked("appraise", "praise", "0240601002", "--on", "2026-11-18", "--note", "家长来信致谢")
    for n in range(4):
        number = worked(
            *("credit", "propose", "--staff", "0240601007", "--kind", "attitude", "--json"),
            *("--on", f"2026-11-1{n}", "--note", "不耐烦"),
        ).data["entry_no"]
        worked("credit", "confirm", number)
    people = worked("roster", "list", "--json").data
    students = [one for one in people if one["role"] == "student"]
    assert students
    worked(*NOVEMBER)
    assert any("0240601007" in text for text in part(summary(tmp_path), "请领导审定事项"))
    worked(*LEADER)
    book = load_workbook(tmp_path / "r.xlsx")
    assert [one.title for one in book if one.sheet_state == "visible"] == ["领导摘要"]
    text = " ".join(
        str(cell) for one in book for row in one.iter_rows(values_only=True) for cell in row
    )
    assert not [one["name"] for one in students if one["name"] in text]
    assert not [one["staff_no"] for one in students if one["staff_no"] in text]
    assert "1名窗口工作人员信誉分低于辞退线" in text
    assert "审计" not in " ".join(said(book["领导摘要"]))
    assert not book["领导摘要"].oddFooter.left.text


def test_the_college_may_name_who_is_praised(worked: Run, tmp_path: Path) -> None:
    """A dated setting of the college."""
    worked("appraise", "praise", "0240601002", "--on", "2026-11-18", "--note", "家长来信致谢")
    worked("policy", "set", "report.praise_names", "true", "--from", "2026-11-01")
    worked(*LEADER)
    cells = [str(cell) for row in summary(tmp_path).iter_rows(values_only=True) for cell in row]
    assert any("家长来信致谢" in cell for cell in cells)


def test_the_leaders_edition_has_two_pages_whatever_happened(hall: Run, tmp_path: Path) -> None:
    """What does not fit is counted and left to the department's edition."""
    for n in range(12):
        hall("report", "plan", "2026-12", "--add", f"第{n}项工作安排，" + "内容很长" * 20)
    stuck(hall)
    hall(*LEADER)
    sheet = summary(tmp_path)
    assert len(sheet.row_breaks.brk) == 1
    at = sheet.row_breaks.brk[0].id
    height = sheet.row_dimensions
    pages = [range(1, at + 1), range(at + 1, sheet.max_row + 1)]
    assert all(sum(height[n].height or 15 for n in rows) <= 494 for rows in pages)
    assert any(re.fullmatch(r"另有\d+项，见部门版。", text) for text in said(sheet))
    hall(*NOVEMBER)
    assert "12．第11项" in " ".join(said(summary(tmp_path)))


def test_both_editions_can_be_checked(worked: Run, tmp_path: Path) -> None:
    """The file says itself which edition it is; a later entry that leaves the month alone is none of it."""
    for edition in ("leader", "department"):
        worked(*NOVEMBER, "--for", edition)
        worked("window", "list")
        worked(
            "policy",
            "set",
            "attendance.grace_minutes",
            "5",
            "--from",
            f"2026-12-{len(edition):02d}",
        )
        check = ("report", "monthly", "2026-11", "--check", "r.xlsx", "--json")
        assert worked(*check).data["findings"] == []
    book = load_workbook(tmp_path / "r.xlsx")
    cell = next(row[0] for row in book["领导摘要"].iter_rows() if "受理" in str(row[0].value))
    cell.value = str(cell.value).replace("受理", "受理1")
    book.save(tmp_path / "r.xlsx")
    assert [one["where"] for one in worked(*check, code=8).data["findings"]] == [cell.coordinate]


def test_the_same_month_gives_the_same_bytes(worked: Run) -> None:
    """The leaders' edition too."""
    assert worked(*LEADER).data["sha256"] == worked(*LEADER, now="2026-12-02T11:00").data["sha256"]


def test_the_brief_comes_first_or_alone(worked: Run) -> None:
    """One line on stdout for chat groups; in JSON it is ``brief``."""
    data = worked(*NOVEMBER).data
    lines = worked("report", "monthly", "2026-11", "--out", "r.xlsx").out.splitlines()
    assert lines[0] == data["brief"]
    assert len(lines) > 1
    assert len(data["brief"]) <= 150
    alone = worked("--quiet", "report", "monthly", "2026-11", "--brief", "--out", "r.xlsx")
    assert (alone.out, alone.err) == (data["brief"] + "\n", "")
    for code in ("attendance_rate", "on_time_rate"):
        assert f"{data['figures'][code]:.1f}%" in data["brief"]
    assert f"受理{data['figures']['cases_accepted']}件" in data["brief"]


def test_each_edition_has_a_file_of_its_own(worked: Run) -> None:
    """Where no name is said; another reader is refused."""
    data = worked("report", "monthly", "--for", "leader", "--json").data
    assert (data["path"], data["edition"]) == ("hall-report-2026-11-leader.xlsx", "leader")
    assert worked("report", "monthly", "--for", "press", "--json", code=2).codes == [
        "report.unknown_reader"
    ]


@pytest.mark.parametrize("more", [("--for", "leader"), ("--brief",)])
def test_checking_writes_nothing(worked: Run, more: tuple[str, ...]) -> None:
    """A check has no other task beside it."""
    ran = worked("report", "monthly", "2026-11", "--check", "r.xlsx", *more, "--json", code=2)
    assert ran.codes == ["usage.check_writes_nothing"]
