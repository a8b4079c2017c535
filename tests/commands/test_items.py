"""The item catalogue: sent by several departments, versioned by date, checked, looked at."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, HALL, Run
from openpyxl import Workbook

from hallctl import messages

HEAD = ("事项编码", "事项名称", "类别", "窗口", "办件类型", "承诺时限", "涉及部门", "设定依据", "申办条件", "申报材料",
        "办理程序", "收费依据", "收费标准")  # fmt: skip
GOOD = {
    "事项编码": "N1", "事项名称": "活动备案", "类别": "综合事务", "窗口": "W01", "办件类型": "承诺件", "承诺时限": "3",
    "设定依据": "活动管理办法", "申办条件": "社团成员", "办理程序": "收件→审核→办结", "收费标准": "不收费",
}  # fmt: skip
PAPERS = ("事项编码", "材料名称", "必需", "份数", "原件/复印件", "要求", "获取途径")
PAPER = ("N1", "活动方案", "是", "2", "原件", "盖章", "大厅网站下载")


def sent(
    path: Path, *items: dict[str, object], papers: tuple[tuple[object, ...], ...] = (PAPER,)
) -> Path:
    """A file as a department sends it: GOOD with some cells changed, one row for each item."""
    book = Workbook()
    book.active.append(HEAD)
    for one in items or ({},):
        told = {**GOOD, **one}
        book.active.append([told.get(name) for name in HEAD])
    if papers:
        sheet = book.create_sheet("材料清单")
        sheet.append(PAPERS)
        for paper in papers:
            sheet.append(paper)
    book.save(path)
    return path


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def found(run: Run, *words: object, code: int = 8) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = run("item", "check", *words, "--json", code=code).data[
        "findings"
    ]
    return findings


def test_everything_article_9_asks_for_is_kept(hall: Run, tmp_path: Path) -> None:
    """Basis, conditions, papers with copies, form, standard and source, procedure, fee."""
    papers = (PAPER, ("N1", "预算表", "否", "一式两份", "复印件", "", ""))
    hall("item", "import", sent(tmp_path / "a.xlsx", papers=papers))
    item = hall("item", "show", "N1", "--json").data
    assert {key: item[key] for key in ("basis", "conditions", "procedure", "fee_standard")} == {
        "basis": "活动管理办法", "conditions": "社团成员", "procedure": "收件→审核→办结", "fee_standard": "不收费",
    }  # fmt: skip
    assert item["materials"] == [
        {"name": "活动方案", "required": True, "copies": 2, "form": "原件", "standard": "盖章", "obtain": "大厅网站下载"},
        {"name": "预算表", "required": False, "copies": 2, "form": "复印件"},
    ]  # fmt: skip
    text = hall("item", "show", "N1").out
    assert "活动方案 × 2" in text
    assert "(optional)" in text
    assert "Last checked: never" in text


def test_a_complete_item_that_was_looked_at_is_quiet(hall: Run, tmp_path: Path) -> None:
    """Nothing to say, exit 0; the joint items are named beside the findings."""
    hall("item", "import", sent(tmp_path / "a.xlsx"))
    hall("item", "check", "N1", "--mark")
    ran = hall("item", "check", "N1")
    assert (ran.out, ran.err) == ("", "")
    data = hall("item", "check", "N1", "转专业", "--json", code=8).data
    assert (data["items"], data["joint"]) == (2, ["SX018"])
    assert {one["item_code"] for one in data["findings"]} == {"SX018"}


@pytest.mark.parametrize(
    ("cells", "papers", "finding"),
    [
        ({"设定依据": None, "申办条件": " "}, (PAPER,), {"code": "item.unexplained", "article": "9", "fields": ["basis", "conditions"]}),
        ({"办理程序": None}, (), {"code": "item.unexplained", "article": "9", "fields": ["materials", "procedure"]}),
        ({"收费标准": "20元"}, (PAPER,), {"code": "item.unexplained", "article": "9", "fields": ["fee_basis"]}),
        ({"申报材料": "活动方案、预算表"}, (), {"code": "item.no_way_to_get", "article": "25", "materials": ["活动方案", "预算表"]}),
        ({"承诺时限": "9个工作日"}, (PAPER,), {"code": "item.asks_too_much", "article": "34", "asked": 9, "cap": 5}),
        ({"涉及部门": "甲处(2)→乙处(2)"}, (PAPER,), {"code": "item.steps_too_long", "article": "8", "days": 4, "promise_days": 3}),
        ({"办件类型": "即办件", "承诺时限": "当场", "涉及部门": "甲处、乙处、丙处"}, (PAPER,),
         {"code": "item.joint_on_the_spot", "article": "8", "departments": 3}),
        ({"类别": "图书借阅"}, (PAPER,), {"code": "item.other_category", "article": "4", "category": "图书借阅"}),
        ({"事项名称": "在读证明"}, (PAPER,), {"code": "item.same_name", "article": "9", "items": ["SX005"]}),
    ],
)  # fmt: skip
def test_what_a_check_finds(
    hall: Run,
    tmp_path: Path,
    cells: dict[str, object],
    papers: tuple[tuple[object, ...], ...],
    finding: dict[str, object],
) -> None:
    """One thing wrong is one finding, with its article and both values where two disagree; exit 8."""
    hall("item", "import", sent(tmp_path / "a.xlsx", cells, papers=papers))
    hall("item", "check", "N1", "--mark")
    (one,) = found(hall, "N1")
    assert one == {"item_code": "N1", "name": cells.get("事项名称", "活动备案"), **finding}
    assert "N1" in hall("item", "check", "N1", code=8).out


@pytest.mark.parametrize(
    "cells",
    [
        {"收费标准": "20元", "收费依据": "收费许可"}, {"收费标准": "免费"}, {"收费标准": None},
        {"涉及部门": "甲处(1)→乙处(2)"}, {"涉及部门": "甲处(3)、乙处(3)"}, {"涉及部门": "甲处→乙处"},
        {"承诺时限": "5"}, {"承诺时限": "5个工作日内"}, {"承诺时限": None}, {"办件类型": "上报件", "承诺时限": "30"},
    ],
)  # fmt: skip
def test_what_a_check_lets_pass(hall: Run, tmp_path: Path, cells: dict[str, object]) -> None:
    """The last good value of each kind."""
    hall("item", "import", sent(tmp_path / "a.xlsx", cells))
    hall("item", "check", "N1", "--mark")
    assert found(hall, "N1", code=0) == []


@pytest.mark.parametrize("said", ["无", "无需材料", "不需要。"])
def test_no_papers_is_something_an_item_can_say(hall: Run, tmp_path: Path, said: str) -> None:
    """无 is not the same as an empty cell."""
    hall("item", "import", sent(tmp_path / "a.xlsx", {"申报材料": said}, papers=()))
    assert hall("item", "show", "N1", "--json").data["no_materials"] is True
    hall("item", "check", "N1", "--mark")
    assert found(hall, "N1", code=0) == []


def test_a_window_that_is_gone(hall: Run, tmp_path: Path) -> None:
    """Article 17: an item is accepted at a window that exists; one that does not is found, and stops nothing."""
    with closing(sqlite3.connect(tmp_path / "hall.db")) as db, db:
        db.execute("UPDATE window_version SET voided_by = 1 WHERE window_no = 'W11'")
    gone = [one for one in found(hall) if one["code"] == "item.window_gone"]
    assert {one["item_code"] for one in gone} == {"SX040", "SX041", "SX042", "SX043"}
    assert (gone[0]["article"], gone[0]["window_no"]) == ("17", "W11")
    assert len(hall("item", "list", "--json").data) == EXPECTED["items"]["count"]
    assert hall("item", "show", "SX040", "--json").data["window"] == ""
    for words in ((), ("--html",)):
        hall("item", "export", "SX040", *words)


def test_in_the_officers_language(hall: Run, tmp_path: Path) -> None:
    """Findings, looks and versions in Chinese, each with its article."""
    hall(
        "item",
        "import",
        sent(tmp_path / "a.xlsx", {"设定依据": None, "承诺时限": "9", "涉及部门": "甲处(6)"}),
    )
    hall("item", "import", sent(tmp_path / "b.xlsx", {"承诺时限": "2"}), "--on", "2026-11-01")
    messages.use("zh_CN")
    assert hall("item", "check", "N1", "--on", "2026-10-01", code=8).out.splitlines() == [
        "N1 活动备案：缺 设定依据。（第9条）",
        "N1 活动备案：要求9个工作日，以大厅时限5个工作日为准。（第34条）",
        "N1 活动备案：各步骤依次共需6个工作日，超过承诺的5个工作日。（第8条）",
        "1个事项从未核对：N1。核对后：hallctl item check 编码… --mark。（第9条）",
    ]
    assert hall("item", "check", "N1", "--mark").err == "已登记2026-12-01核对1个事项。\n"
    text = hall("item", "show", "N1", "--history").out
    assert "承诺工作日：5 → 2；设定依据；涉及部门；原要求工作日：9 → —" in text
    assert "即办件，当场办结" in hall("item", "show", "在读证明").out
    assert hall("item", "list", "--window", "W11").out.split()[:2] == ["事项编码", "事项"]


def test_looking_at_items(hall: Run, tmp_path: Path) -> None:
    """Recorded for a day, shown in the list, due again after a year or what the college decided."""
    before = len(found(hall))
    assert hall("item", "check", "SX001", "--mark", "--dry-run", "--json").data["marked"] == 1
    data = hall("item", "check", "SX001", "在读证明", "--mark", "--json").data
    assert data == {"checked_on": "2026-12-01", "items": ["SX001", "SX005"], "marked": 2}
    assert hall("item", "check", "SX001", "--mark", "--json").data["already"] is True
    assert len(found(hall)) == before - 2
    listed = {one["item_code"]: one for one in hall("item", "list", "--json").data}
    assert listed["SX001"]["last_checked_on"] == "2026-12-01"
    assert "last_checked_on" not in listed["SX002"]
    hall("item", "check", "--mark-all", "--on", "2026-09-02")
    assert "item.never_checked" not in {one["code"] for one in found(hall)}
    assert hall("item", "show", "SX001", "--json").data["last_checked_on"] == "2026-12-01"
    hall("policy", "set", "item.check_days", "90", "--from", "2026-12-01", "--note", "例会")
    late = [one for one in found(hall) if one["code"] == "item.checked_long_ago"]
    assert late == []
    late = [
        one
        for one in found(hall, "--on", "2026-12-02", code=8)
        if one["code"] == "item.checked_long_ago"
    ]
    assert len(late) == len(listed) - 2
    assert late[0]["last_checked_on"] == "2026-09-02"
    assert hall("db", "check", "--json").data["findings"] == []


def test_who_may_look_and_when(hall: Run) -> None:
    """The officer only, not tomorrow, not before the regulation; and it must be said what."""
    words = ("item", "check", "SX001", "--mark", "--json")
    assert hall("--actor", "T1001", *words, code=3).codes == ["actor.not_the_officer"]
    assert hall(*words, "--on", "2026-12-02", code=2).codes == ["item.checked_in_future"]
    assert hall(*words, "--on", "2026-08-31", code=3).codes == ["regulation.not_yet_in_force"]
    assert hall("item", "check", "--mark", "--json", code=2).codes == ["item.mark_which"]
    assert hall("item", "check", "SX001", "--mark-all", "--json", code=2).codes == [
        "item.mark_which"
    ]
    assert hall("item", "check", "登月", "--json", code=4).codes == ["item.unknown"]


def test_a_look_is_undone(hall: Run) -> None:
    """As any act; and an import on which a look rests is not undone before it."""
    hall("item", "check", "--mark-all")
    entries = hall("audit", "log", "--json").data
    imported = next(one["entry_no"] for one in entries if one["command"] == "item import")
    assert "undo.rested_on" in hall("undo", imported, "--json", code=5).codes
    hall("undo")
    assert "item.never_checked" in {one["code"] for one in found(hall)}
    assert "last_checked_on" not in hall("item", "show", "SX001", "--json").data
    assert hall("item", "check", "SX001", "--mark", "--json").data["marked"] == 1


def test_versions_by_date(hall: Run, tmp_path: Path) -> None:
    """A change counts from --on or its own day; what was true before stays readable; history tells both."""
    hall("item", "import", sent(tmp_path / "a.xlsx", {"承诺时限": "4"}))
    change = sent(tmp_path / "b.xlsx", {"承诺时限": "2", "申办条件": "在校生"})
    assert hall("item", "import", change, "--on", "2027-03-01", "--json").data["changed"] == 1
    assert hall("item", "import", change, "--on", "2027-03-01", "--json").data["already"] is True
    assert hall("item", "show", "N1", "--json").data["promise_days"] == 4
    later = hall("item", "show", "N1", "--on", "2027-03-01", "--history", "--json").data
    assert (later["promise_days"], later["from_on"]) == (2, "2027-03-01")
    first, second = later["versions"]
    assert (first["from_on"], first["changes"]) == ("2026-09-01", [])
    assert second["from_on"] == "2027-03-01"
    assert second["changes"] == [
        {"field": "promise_days", "old": 4, "new": 2},
        {"field": "conditions", "old": "社团成员", "new": "在校生"},
    ]
    assert "4 → 2; Conditions" in hall("item", "show", "N1", "--history").out
    dated = written(
        tmp_path / "c.csv",
        "事项编码,事项名称,办件类型,承诺时限,生效日期\nN1,活动备案,承诺件,1,2026-11-01\n",
    )
    hall("item", "import", dated)
    for day, days in (("2026-10-31", 4), ("2026-11-01", 1), ("2027-03-01", 2)):
        shown = [one for one in hall("item", "list", "--on", day, "--json").data if one["item_code"] == "N1"]  # fmt: skip
        assert shown[0]["promise_days"] == days
    history = hall("item", "show", "N1", "--history", "--json").data["versions"]
    assert [one["from_on"] for one in history] == ["2026-09-01", "2026-11-01", "2027-03-01"]
    hall("undo")
    assert hall("item", "show", "N1", "--json").data["promise_days"] == 4


def test_a_rows_own_day_goes_before_the_files(hall: Run, tmp_path: Path) -> None:
    """生效日期 is for its row; --on for the others, new items included."""
    text = "事项编码,事项名称,窗口,办件类型,生效日期\nN1,甲事,W01,即办件,2026-10-08\nN2,乙事,W01,即办件,\n"
    hall("item", "import", written(tmp_path / "a.csv", text), "--on", "2026-11-02")
    assert hall("item", "show", "N1", "--json").data["from_on"] == "2026-10-08"
    assert hall("item", "show", "N2", "--json").data["from_on"] == "2026-11-02"


def test_a_list_of_papers_wins_over_the_cell(hall: Run, tmp_path: Path) -> None:
    """Over 无 too, and where the file has no column for papers at all."""
    hall("item", "import", sent(tmp_path / "a.xlsx", {"申报材料": "无"}))
    item = hall("item", "show", "N1", "--json").data
    assert [one["name"] for one in item["materials"]] == ["活动方案"]
    assert "no_materials" not in item
    items = written(tmp_path / "b.csv", "事项编码,事项名称,办件类型\nN1,活动备案,承诺件\n")
    papers = written(tmp_path / "c.csv", "事项编码,材料名称\nN1,总结\n")
    hall("item", "import", items, papers)
    assert [one["name"] for one in hall("item", "show", "N1", "--json").data["materials"]] == [
        "总结"
    ]


def test_two_files_that_list_other_papers(hall: Run, tmp_path: Path) -> None:
    """A shorter list is another list; with --skip-bad the item stays out."""
    longer = sent(tmp_path / "a.xlsx", papers=(PAPER, ("N1", "预算表")))
    shorter = sent(tmp_path / "b.xlsx")
    words = ("item", "import", longer, shorter, "--json")
    assert "sheet.double_differs" in hall(*words, code=6).codes
    assert hall(*words, "--skip-bad").data["added"] == 0


def test_an_absent_column_keeps_an_empty_cell_clears(hall: Run, tmp_path: Path) -> None:
    """A short file about one thing does not wipe out the rest."""
    hall("item", "import", sent(tmp_path / "a.xlsx", {"涉及部门": "甲处(1)", "承诺时限": "9"}))
    kept = hall("item", "show", "N1", "--json").data
    assert (kept["promise_days"], kept["asked_days"]) == (5, 9)
    short = written(tmp_path / "b.csv", "事项编码,事项名称,办件类型\nN1,活动备案,承诺件\n")
    assert hall("item", "import", short, "--json").data["already"] is True
    cleared = written(
        tmp_path / "c.csv", "事项编码,事项名称,办件类型,申办条件,申报材料\nN1,活动备案,承诺件,,\n"
    )
    assert hall("item", "import", cleared, "--json").data["changed"] == 1
    now = hall("item", "show", "N1", "--json").data
    assert "conditions" not in now
    assert now["materials"] == []
    for key in ("window_no", "basis", "departments", "promise_days", "asked_days", "category"):
        assert now[key] == kept[key], key


def test_another_kind_forgets_the_old_limit(hall: Run, tmp_path: Path) -> None:
    """Without a limit of its own, an item of another kind has that kind's."""
    hall("item", "import", sent(tmp_path / "a.xlsx"))
    hall("item", "import", written(tmp_path / "b.csv", "事项编码,事项名称,办件类型\nN1,活动备案,校级研究件\n"))  # fmt: skip
    assert hall("item", "show", "N1", "--json").data["promise_days"] == 7


def test_several_departments_at_once(hall: Run, tmp_path: Path) -> None:
    """One list out of several files; an item alike in two of them is remarked, one that differs is bad."""
    first, other = sent(tmp_path / "甲处.xlsx"), sent(tmp_path / "乙处.xlsx", {}, {"事项编码": "N2", "事项名称": "场地备案"}, papers=(PAPER, ("N2", *PAPER[1:])))  # fmt: skip
    ran = hall("item", "import", first, other, "--json")
    assert (ran.data["rows"], ran.data["added"]) == (2, 2)
    assert ran.codes.count("sheet.double_alike") == 2
    hall("undo")
    for change, column in (({"申办条件": "全体学生"}, "N1"), ({}, "活动方案")):
        papers = ((*PAPER[:3], "1", *PAPER[4:]),) if not change else (PAPER,)
        third = sent(tmp_path / "丙处.xlsx", change, papers=papers)
        ran = hall("item", "import", first, third, "--json", code=6)
        assert "sheet.double_differs" in ran.codes
        culprit = next(one for one in ran.json["errors"] if one["code"] == "sheet.double_differs")
        assert culprit["sheet"].startswith("丙处.xlsx:")
        assert culprit["value"] == column
    assert "N1" not in {one["item_code"] for one in hall("item", "list", "--json").data}


def test_the_list_of_papers_may_be_a_file_of_its_own(hall: Run, tmp_path: Path) -> None:
    """A csv file has one sheet only."""
    items = written(tmp_path / "a.csv", "事项编码,事项名称,窗口,办件类型\nN1,活动备案,W01,承诺件\n")
    papers = written(tmp_path / "b.csv", "事项编码,材料名称,获取途径\nN1,活动方案,自备\n")
    hall("item", "import", items, papers)
    assert hall("item", "show", "N1", "--json").data["materials"] == [
        {"name": "活动方案", "required": True, "copies": 1, "obtain": "自备"}
    ]


@pytest.mark.parametrize(
    ("cells", "papers", "code", "column"),
    [
        ({"窗口": "没有这个窗口"}, (PAPER,), "imports.unknown_window", "窗口"),
        ({"窗口": None}, (PAPER,), "sheet.required", "窗口"),
        ({"办件类型": "急件"}, (PAPER,), "sheet.unknown_tier", "办件类型"),
        ({"办件类型": None}, (PAPER,), "sheet.required", "办件类型"),
        ({"事项名称": None}, (PAPER,), "sheet.required", "事项名称"),
        ({"承诺时限": "很快"}, (PAPER,), "sheet.bad_days", "承诺时限"),
        ({"承诺时限": "当场"}, (PAPER,), "sheet.on_the_spot_not_instant", "承诺时限"),
        ({"承诺时限": "0"}, (PAPER,), "sheet.on_the_spot_not_instant", "承诺时限"),
        ({"办件类型": "即办件", "承诺时限": "1"}, (PAPER,), "sheet.instant_with_days", "承诺时限"),
        ({"申报材料": "方案、预算、方案"}, (PAPER,), "sheet.paper_twice", "申报材料"),
        ({"涉及部门": "甲处(0)"}, (PAPER,), "sheet.step_without_days", "涉及部门"),
        ({"涉及部门": "甲处、乙处、甲处"}, (PAPER,), "sheet.department_twice", "涉及部门"),
        ({}, (("N1", "", "是"),), "sheet.required", "材料名称"),
        ({}, (("N1", "方案", "也许"),), "sheet.bad_yes_no", "必需"),
        ({}, (("N1", "方案", "是", 0),), "sheet.bad_copies", "份数"),
        ({}, (("N1", "方案", "是", -1),), "sheet.bad_copies", "份数"),
        ({}, (("N1", "方案", "是", "1.5"),), "sheet.bad_copies", "份数"),
        ({}, (PAPER, ("N8", "方案", "是")), "sheet.papers_of_no_item", "事项编码"),
        ({}, (PAPER, (*PAPER[:3], "3", *PAPER[4:])), "sheet.double_differs", None),
    ],
)  # fmt: skip
def test_a_bad_row_is_named(
    hall: Run,
    tmp_path: Path,
    cells: dict[str, object],
    papers: tuple[tuple[object, ...], ...],
    code: str,
    column: str | None,
) -> None:
    """With its column and reason; nothing of the file is written."""
    path = sent(tmp_path / "a.xlsx", cells, {"事项编码": "N9", "事项名称": "另一事"}, papers=papers)
    ran = hall("item", "import", path, "--json", code=6)
    culprit = next(one for one in ran.json["errors"] if one["code"] == code)
    assert culprit.get("column") == column
    assert "N9" not in {one["item_code"] for one in hall("item", "list", "--json").data}


def test_half_a_list_of_papers_is_never_taken(hall: Run, tmp_path: Path) -> None:
    """With --skip-bad an item waits for its bad papers, lest the one notice be incomplete (Art. 25)."""
    path = sent(tmp_path / "a.xlsx", papers=(PAPER, ("N1", "预算表", "是", 0)))
    ran = hall("item", "import", path, "--skip-bad", "--json")
    assert (ran.data["added"], ran.data["rejected"]) == (0, 2)
    assert "item.unknown" in hall("item", "show", "N1", "--json", code=4).codes


def test_files_with_nothing_in_them(hall: Run, tmp_path: Path) -> None:
    """An empty file, a header alone, a header that lacks the kind: each is said."""
    for name, text, code in (
        ("a.csv", "", "sheet.empty"), ("b.csv", "事项编码,事项名称,办件类型\n", "sheet.no_rows"),
        ("c.csv", "事项编码,事项名称\nN1,某事\n", "sheet.no_header"),
    ):  # fmt: skip
        assert hall("item", "import", written(tmp_path / name, text), "--json", code=6).codes == [
            code
        ]


def test_unknown_columns_of_both_sheets_are_named(hall: Run, tmp_path: Path) -> None:
    """Nothing is left aside in silence."""
    book = Workbook()
    book.active.append(["事项编码", "事项名称", "窗口", "办件类型", "星级"])
    book.active.append(["N1", "某事", "W01", "即办件", "五"])
    sheet = book.create_sheet("材料清单")
    sheet.append(["事项编码", "材料名称", "颜色"])
    sheet.append(["N1", "申请表", "蓝"])
    book.save(tmp_path / "a.xlsx")
    ran = hall("item", "import", tmp_path / "a.xlsx", "--json")
    assert "imports.columns_ignored" in ran.codes
    message = ran.json["warnings"][0]["message"]
    assert "星级" in message
    assert "颜色" in message


def test_days_before_the_regulation(hall: Run, tmp_path: Path) -> None:
    """Article 36 comes first: as a bad row, and as a refusal of --on."""
    path = written(tmp_path / "a.csv", "事项编码,事项名称,窗口,办件类型,生效日期\nN1,某事,W01,即办件,2026-08-31\n")  # fmt: skip
    ran = hall("item", "import", path, "--json", code=6)
    assert ran.codes == ["regulation.not_yet_in_force"]
    words = ("item", "import", HALL / "items.xlsx", "--on", "2026-08-31", "--json")
    assert hall(*words, code=3).codes == ["regulation.not_yet_in_force"]


def test_which_items_are_listed(hall: Run) -> None:
    """By window's number or name, by category; an unknown window is not found."""
    assert len(hall("item", "list", "--window", "W11", "--json").data) == 4
    assert len(hall("item", "list", "--window", "财务收费窗口", "--json").data) == 4
    assert len(hall("item", "list", "--category", "财务收费", "--json").data) == 4
    assert hall("item", "list", "--category", "综合事务", "--window", "W11", "--json").data == []
    assert hall("item", "list", "--window", "W99", "--json", code=4).codes == ["window.unknown"]


def test_what_a_step_may_take(hall: Run, tmp_path: Path) -> None:
    """A limit in brackets is kept with its department, and shown."""
    hall("item", "import", sent(tmp_path / "a.xlsx", {"涉及部门": "教务处(2)、保卫处→财务处（1个工作日）"}))  # fmt: skip
    assert hall("item", "show", "N1", "--json").data["departments"] == [
        {"step": 1, "department": "教务处", "days": 2}, {"step": 1, "department": "保卫处"},
        {"step": 2, "department": "财务处", "days": 1},
    ]  # fmt: skip
    text = hall("item", "show", "N1").out
    assert "教务处 (2 working days), 保卫处 → 财务处 (1 working days)" in text


def test_a_joint_item_counts_as_high_as_its_highest_step(hall: Run, tmp_path: Path) -> None:
    """One step that a superior body decides: 30 working days may be promised, and no case is filed lower."""
    (tmp_path / "a.csv").write_text(
        "事项编码,事项名称,窗口,办件类型,承诺时限,涉及部门\n"
        "J1,联办甲,W01,承诺件,20,教务处、财务处(3)→校办(上报件)\nJ2,联办乙,W01,承诺件,5,教务处→校办(上报件)\n",
        encoding="utf-8",
    )
    ran = hall("item", "import", "a.csv", "--json")
    assert "item.tier_raised" in ran.codes
    shown = hall("item", "show", "J1", "--json").data
    assert (shown["tier"], shown["promise_days"]) == ("superior", 20)
    assert hall("item", "show", "J2", "--json").data["tier"] == "promised"
    assert hall("item", "import", "a.csv", "--json").data["already"] is True
    words = ("case", "open", "--item", "J1", "--applicant-no", "1", "--all-materials", "--json")
    ran = hall(*words, "--tier", "college", code=3)
    assert (ran.codes[0], ran.json["errors"][0]["article"]) == ("case.joint_tier", "8")
    assert hall(*words, "--promise-days", "30").data["tier"] == "superior"


def test_an_item_is_retired_and_restored(hall: Run, tmp_path: Path) -> None:
    """From its day on no case is opened; open ones go on; lists, guide and checks leave it out."""
    number = hall("case", "open", "--item", "证明材料盖章", "--applicant-no", "0250200001",
                  "--all-materials", "--at", "2026-11-27T09:00", "--json").data["case_no"]  # fmt: skip
    code = hall("item", "show", "证明材料盖章", "--json").data["item_code"]

    def listed(*words: str) -> dict[str, Any]:
        return {one["item_code"]: one for one in hall("item", "list", *words, "--json").data}

    def opened(on: str, **more: Any) -> Any:
        return hall("case", "open", "--item", code, "--applicant-no", "0250200002",
                    "--all-materials", "--at", f"{on}T09:00", "--json", **more)  # fmt: skip

    retire = ("item", "retire", code, "--reason", "学校停办", "--json")
    ran = hall(*retire, "--on", "2026-11-27", code=5)
    assert (ran.codes, number in ran.out) == (["item.used_since"], True)
    assert hall("--actor", "T1001", *retire, code=3).codes == ["actor.not_the_officer"]
    before = len(listed())
    done = hall(*retire, "--on", "2026-11-30").data
    assert (done["offered"], done["from_on"]) == (False, "2026-11-30")
    assert hall(*retire, "--on", "2026-12-01").data["already"] is True
    assert (code in listed(), len(listed())) == (False, before - 1)
    assert listed("--retired")[code]["retired_on"] == "2026-11-30"
    assert code in listed("--on", "2026-11-29")
    assert hall("item", "show", code, "--json").data["reason"] == "学校停办"
    assert "学校停办" in hall("item", "show", code).out
    ran = opened("2026-11-30", code=3, now="2026-12-01T09:00")
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["item.retired"], "9")
    assert code not in hall("item", "check", "--json", code=None).out
    opened("2026-11-29", now="2026-12-01T09:00")
    hall("case", "close", number, "--result", "granted", now="2026-12-01T10:00")
    hall("item", "restore", code, "--reason", "恢复办理", "--on", "2026-12-02")
    opened("2026-12-02", now="2026-12-02T10:00")
    assert opened("2026-12-01", code=3, now="2026-12-02T10:00").codes == ["item.retired"]


def test_undo_of_a_retirement(hall: Run) -> None:
    """Each is undone in turn, the newest first."""
    code = hall("item", "list", "--json").data[0]["item_code"]
    hall("item", "retire", code, "--reason", "停办", "--on", "2026-11-30")
    entry = hall("audit", "log", "--json").data[-1]["entry_no"]
    hall("item", "restore", code, "--reason", "恢复", "--on", "2026-12-01")
    assert hall("undo", entry, "--json", code=5).codes == ["undo.rested_on"]
    hall("undo")
    hall("undo", entry)
    assert hall("item", "list", "--json").data[0]["item_code"] == code
    assert hall("item", "restore", code, "--reason", "恢复", "--json").data["already"] is True


def test_another_item_of_the_same_words(hall: Run, tmp_path: Path) -> None:
    """What replaced a retired item is found by the words that both bear."""
    for code, name in (("N1", "活动备案"), ("N2", "活动备案（新）")):
        hall("item", "import", sent(tmp_path / f"{code}.xlsx", {"事项编码": code, "事项名称": name},
                                    papers=()))  # fmt: skip
    hall("item", "retire", "N1", "--reason", "由新事项代替", "--on", "2026-11-30")
    assert hall("item", "show", "活动备", "--json").data["item_code"] == "N2"
