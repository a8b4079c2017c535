"""The counter as it is: a few keys, nameless counts, windows' day sheets out and in."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from openpyxl import load_workbook

from hallctl.commands.case import asking

SHEET = "窗口日报表"
NOW = "2026-12-01T17:40"


# --- tally ---------------------------------------------------------------------------------------


def test_counts_are_the_days_total_as_known_now(hall: Run) -> None:
    """A later total overtakes, the same again is fine, other kinds stay; an undo brings the first back."""
    first = hall("tally", "W01", "visit=12", "enquiry=30", "--json")
    assert (first.json["command"], first.data["counts"]) == ("tally", {"visit": 12, "enquiry": 30})
    assert hall("tally", "综合事务窗口", "visit=12", "--json").data["already"] is True
    assert hall("tally", "W01", "visit=14", "--json").data["counts"] == {"visit": 14, "enquiry": 30}
    listed = hall("tally", "list", "--from", "2026-12-01", "--json").data
    assert [(one["window_no"], one["kind"], one["total"]) for one in listed] == [
        ("W01", "enquiry", 30),
        ("W01", "visit", 14),
    ]
    hall("undo")
    assert hall("tally", "list", "--json").data[1]["total"] == 12
    assert hall("undo", "7", "--json", code=None).code in {0, 4, 5}
    assert hall("db", "check").out == ""


@pytest.mark.parametrize(("words", "code", "error"), [
    (("W01", "visit"), 2, "tally.bad_count"), (("W01", "visit=-1"), 2, "tally.bad_count"),
    (("W01", "walk=3"), 2, "tally.unknown_kind"), (("W99", "visit=3"), 4, "window.unknown"),
    (("W01", "visit=3", "--on", "2026-12-02"), 2, "tally.future"),
    (("W01", "visit=3", "--on", "2026-08-31"), 3, "regulation.not_yet_in_force"),
])  # fmt: skip
def test_what_is_no_count_is_said(hall: Run, words: tuple[str, ...], code: int, error: str) -> None:
    """Numbers, kinds, windows, days: each with its own error, and nothing is written."""
    assert hall("tally", *words, "--json", code=code).codes == [error]
    assert hall("tally", "list", "--json").data == []


def test_the_college_counts_what_it_likes(hall: Run) -> None:
    """A kind of its own from a day on."""
    hall("policy", "set", "tally.kinds", '["visit", "校友来访"]', "--from", "2026-12-01")
    assert hall("tally", "W01", "校友来访=2", "--json").data["counts"] == {"校友来访": 2}
    assert hall("tally", "W01", "enquiry=2", "--json", code=2).codes == ["tally.unknown_kind"]


# --- a few keys ----------------------------------------------------------------------------------


def test_an_item_by_its_initials(hall: Run) -> None:
    """The whole initials first, else a part of them; several are listed."""
    done = ("case", "done")
    assert hall(*done, "zdzm", "0250200001", "--json").data["item"] == "在读证明"
    assert hall(*done, "XJZM", "0250200002", "--json").data["item"] == "学籍证明"
    ran = hall(*done, "zm", "0250200003", "--json", code=2)
    assert ran.codes == ["item.ambiguous"]
    assert "在读证明" in ran.json["errors"][0]["message"]
    assert hall(*done, "qqq", "0250200003", "--json", code=4).codes == ["item.unknown"]
    assert hall(
        "case", "open", "--item", "tzyzm", "--applicant-no", "1", "--json", code=4
    ).codes == ["item.unknown"]


def test_the_applicant_is_recalled_from_the_number(hall: Run) -> None:
    """Name and phone of the newest earlier case; another name is pointed out; a corrected number is not it."""
    words = ("case", "open", "--item", "SX045", "--all-materials", "--json", "--applicant-no")
    hall(*words, "0250200001", "--applicant", "艾一鸣", "--phone", "199-0000-0001")
    assert hall("case", "done", "zdzm", "0250200001", "--json").data["applicant"] == "艾一鸣"
    assert hall("case", "show", "2", "--json").data["phone"] == "199-0000-0001"
    assert "case.other_name" in hall(*words, "0250200001", "--applicant", "艾二", "--json").codes
    hall("case", "correct", "1", "--applicant-no", "0250200009", "--note", "写错")
    hall("undo", "--dry-run")
    assert hall("case", "done", "zdzm", "0250200001", "--json").data["applicant"] == "艾二"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_left_out_is_asked_on_a_terminal(
    hall: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Item, number, and the name when the number is new; never in a pipe, with --json or --stdin."""
    for words in (("case", "done"), ("case", "done", "zdzm")):
        assert "is missing" in hall(*words, code=2).err
    with monkeypatch.context() as patched:
        patched.setattr(asking, "can_ask", lambda desk: desk.form != "json" and not desk.many)
        patched.setattr("hallctl.commands.case.done.can_ask", asking.can_ask)
        hall("case", "done", stdin="zdzm\n0250200001\n艾一鸣\n")
        hall("case", "done", "xjzm", stdin="0250200001\n")
        hall("case", "done", stdin="zdzm\n\n", code=2)
        hall("case", "done", "--json", stdin="zdzm\n1\n", code=2)
        hall("case", "done", "--stdin", stdin='{"item": "zdzm"}\n', code=2)
    listed = hall("case", "list", "--json").data
    assert [(one["item"], one["applicant"]) for one in listed] == [
        ("在读证明", "艾一鸣"),
        ("学籍证明", "艾一鸣"),
    ]


# --- day sheets ----------------------------------------------------------------------------------


def write(hall: Run, folder: str = "sheets", *more: str) -> list[Path]:
    data = hall("template", "daysheet", *(more or ("--all",)), "--out", folder, "--json").data
    return [Path(one["path"]) for one in data]


def fill(
    path: Path,
    *rows: dict[str, Any],
    counts: dict[str, Any] | None = None,
    keys: dict[int, str] | None = None,
) -> None:
    """Write rows by the columns' titles, from the first free row on."""
    book = load_workbook(path)
    sheet = book[SHEET]
    head = next(row for row in range(1, 15) if sheet.cell(row, 1).value == "时间")
    titles = {sheet.cell(head, n).value: n for n in range(1, 12)}
    for place, row in enumerate(rows, head + 1):
        for title, value in row.items():
            sheet.cell(place, titles[title]).value = value
    for n, key in (keys or {}).items():
        sheet.cell(head + 1 + n, 11).value = key
    labels = next(row for row in range(1, 15) if sheet.cell(row, 1).value == "来访咨询计数")
    for n in range(3, 11):
        if (counts or {}).get(sheet.cell(labels, n).value) is not None:
            sheet.cell(labels + 1, n).value = (counts or {})[sheet.cell(labels, n).value]
    book.save(path)


def row(at: str, number: str, item: str, result: str, **more: str) -> dict[str, Any]:
    return {"时间": at, "学号/工号": number, "事项": item, "办理结果": result, **more}


def test_a_sheet_per_window_with_its_items_and_people(worked: Run, tmp_path: Path) -> None:
    """Who is on duty, drop-downs of the window's own items, keys hidden; the same again, the same bytes."""
    paths = write(worked)
    assert len(paths) == 12
    book = load_workbook(next(path for path in paths if "W02" in path.name))
    sheet, lists = book[SHEET], book["选项"]
    head = [cell.value for cell in sheet[3]] + [cell.value for cell in sheet[2]]
    assert "W02" in head
    assert "贾三思" in str(head)
    assert "在读证明" in [cell.value for cell in lists["A"]]
    assert (lists.sheet_state, sheet.column_dimensions["K"].hidden) == ("hidden", True)
    assert len(sheet.data_validations.dataValidation) == 2
    first = paths[0].read_bytes()
    write(worked, "sheets")
    assert paths[0].read_bytes() == first
    assert worked("template", "daysheet", "--json", code=2).codes == ["day.one_or_all"]
    assert worked("template", "daysheet", "--window", "W77", "--json", code=4).codes == [
        "window.unknown"
    ]


def test_the_windows_day_comes_in_with_one_command(hall: Run) -> None:
    """Done, accepted, missing papers, supplied, completed, refused, withdrawn; counts; one entry; twice nothing."""
    paths = write(hall)
    two, one = (next(path for path in paths if no in path.name) for no in ("W02", "W01"))
    fill(two,
         row("8:40", "0250200001", "在读证明", "当场办结", 姓名="艾 一鸣", 联系电话="199-0000-0001"),
         row("9:05", "0250200002", "请假备案", "受理", 缺少或补来的材料="请假条=未签字"),
         row("11:00", "0250200002", "请假备案", "补齐"),
         row("15:00", "0250200002", "请假备案", "办结"),
         row("15:10", "0250200003", "请假备案", "不予办理", 说明="不符合条件"),
         counts={"来访": 12, "咨询": "30"})  # fmt: skip
    fill(
        one,
        row("10:00", "0250200004", "SX002", "受理"),
        row("16:00", "0250200004", "证明材料盖章", "撤回", 说明="不办了"),
    )
    before = len(hall("audit", "log", "--json").data)
    found = hall("day", "import", "sheets", "--json", now=NOW).data
    assert (
        found["rows"],
        found["added"],
        found["unchanged"],
        found["rejected"],
        len(found["files"]),
    ) == (7, 7, 0, 0, 12)
    assert len(hall("audit", "log", "--json").data) == before + 1
    cases = hall("case", "list", "--json", now=NOW).data
    assert [(c["state"], c["window_no"], c.get("applicant")) for c in cases] == [
        ("withdrawn", "W01", None), ("completed", "W02", "艾一鸣"), ("completed", "W02", None), ("refused", "W02", None)]  # fmt: skip
    assert [(t["kind"], t["total"]) for t in hall("tally", "list", "--json", now=NOW).data] == [
        ("enquiry", 30),
        ("visit", 12),
    ]
    assert hall("day", "import", "sheets", "--json", now=NOW).data["already"] is True
    assert hall("db", "check").out == ""
    hall("undo", now=NOW)
    assert hall("case", "list", "--json").data == []
    assert hall("tally", "list", "--json").data == []


def test_a_sheet_sent_again_adds_only_what_is_new(hall: Run) -> None:
    """Rows without a key or with a copied one are told apart by what they say; a changed row is refused."""
    path = write(hall, "sheets", "--window", "W02")[0]
    first = row("8:40", "0250200001", "在读证明", "当场办结")
    fill(path, first)
    hall("day", "import", path, now=NOW)
    key = "W02-20261201-01"
    copied = row("9:00", "0250200002", "在读证明", "当场办结")
    fill(
        path,
        first,
        copied,
        row("9:30", "0250200003", "在读证明", "当场办结"),
        copied,
        keys={1: key, 2: "", 3: ""},
    )
    found = hall("day", "import", path, "--json", now=NOW).data
    assert (found["added"], found["unchanged"]) == (2, 1)  # the same words twice are one
    assert hall("day", "import", path, "--json", now=NOW).data["already"] is True
    fill(path, row("8:41", "0250200001", "在读证明", "当场办结"))
    ran = hall("day", "import", path, "--json", code=6, now=NOW)
    assert [(one["code"], one["row"]) for one in ran.json["errors"]] == [("day.row_changed", 7)]
    assert "2026-000001" in ran.json["errors"][0]["message"]
    assert len(hall("case", "list", "--json", now=NOW).data) == 3


def test_every_bad_row_of_every_file_is_named(hall: Run, tmp_path: Path) -> None:
    """Nothing is written until all are good, or --skip-bad leaves them out and says which."""
    paths = write(hall)
    two, one = (next(path for path in paths if no in path.name) for no in ("W02", "W01"))
    fill(two, row("8:40", "0250200001", "在读证明", "已办"), row("", "0250200002", "在读证明", "当场办结"),
         row("9:00", "0250200002", "无此事项", "当场办结"), row("9:10", "0250200003", "请假备案", "补齐"),
         row("9:20", "0250200004", "在读证明", "当场办结"), row("18:00", "0250200005", "在读证明", "当场办结"),
         row("2026-11-30 9:20", "0250200006", "在读证明", "当场办结"), counts={"来访": "很多"})  # fmt: skip
    fill(one, row("9:00", "0250200004", "SX002", "不予办理"))
    (tmp_path / "sheets" / "z.xlsx").write_bytes(b"nothing")
    ran = hall("day", "import", "sheets", "--json", code=6, now=NOW)
    found = {(one["sheet"][:3], one.get("row")): one["code"] for one in ran.json["errors"]}
    assert found == {
        ("W02", 7): "day.unknown_result", ("W02", 8): "sheet.required", ("W02", 9): "item.unknown",
        ("W02", 10): "day.no_open_case", ("W02", 12): "case.future", ("W02", 13): "day.other_day",
        ("W02", 4): "sheet.bad_number", ("W01", 7): "case.refusal_needs_reason", ("z.x", None): "day.no_day_sheet",
    }  # fmt: skip
    assert hall("case", "list", "--json").data == []
    found = hall("day", "import", "sheets", "--skip-bad", "--json", now=NOW).data
    assert (found["added"], len(hall("case", "list", "--json", now=NOW).data)) == (1, 1)


def test_what_is_no_day_sheet_is_said(hall: Run, tmp_path: Path) -> None:
    """An empty folder, another workbook, a day before the regulation."""
    (tmp_path / "none").mkdir()
    assert hall("day", "import", "none", "--json", code=6).codes == ["day.empty_folder"]
    other = write(hall, "sheets", "--window", "W02")[0]
    book = load_workbook(other)
    book[SHEET]["B3" if book[SHEET]["A3"].value == "窗口编号" else "B2"] = ""
    book.save(tmp_path / "other.xlsx")
    assert hall("day", "import", "other.xlsx", "--json", code=6).codes == ["day.no_day_sheet"]
    assert hall("template", "daysheet", "--all", "--on", "2026-08-31", "--json", code=3).codes == [
        "regulation.not_yet_in_force"
    ]


def test_two_open_cases_of_one_item_want_the_number(hall: Run) -> None:
    """The row says which: 办件编号."""
    for _n in range(2):
        hall(
            "case",
            "open",
            "--item",
            "请假备案",
            "--applicant-no",
            "0250200002",
            "--all-materials",
            "--at",
            "2026-11-30T09:00",
        )
    path = write(hall, "sheets", "--window", "W02")[0]
    fill(path, row("9:00", "0250200002", "请假备案", "办结"))
    assert hall("day", "import", path, "--json", code=6, now=NOW).codes == ["day.which_case"]
    fill(path, row("9:00", "0250200002", "请假备案", "办结", 办件编号="2026-000002"))
    assert hall("day", "import", path, "--json", now=NOW).data["added"] == 1
    assert [one["state"] for one in hall("case", "list", "--json", now=NOW).data] == [
        "accepted",
        "completed",
    ]


def test_going_home_without_a_day_sheet(worked: Run) -> None:
    """A hall that uses day sheets is told which windows on duty have not sent theirs; another is not."""

    def missing() -> set[str]:
        found = worked("day", "close", "--json", code=8, now=NOW).data["findings"]
        return {one["window_no"] for one in found if one["section"] == "sheets"}

    assert missing() == set()
    path = write(worked, "sheets", "--window", "W02")[0]
    worked("day", "import", path, now=NOW)
    on_duty = {
        one["window_no"]
        for one in worked(
            "duty", "list", "--from", "2026-12-01", "--to", "2026-12-01", "--json"
        ).data
    }
    assert missing() == on_duty - {"W02"}
    worked("undo")
    assert missing() == set()


def test_a_copy_above_the_recorded_row_does_not_take_its_key(hall: Run) -> None:
    """Of rows with one key the recorded one keeps it, wherever it stands; the copy is a new row."""
    path = write(hall, "sheets", "--window", "W02")[0]
    first = row("8:40", "0250200001", "在读证明", "当场办结")
    fill(path, first)
    hall("day", "import", path, now=NOW)
    key = "W02-20261201-01"
    fill(path, row("9:00", "0250200002", "在读证明", "当场办结"), first, keys={0: key, 1: key})
    found = hall("day", "import", path, "--json", now=NOW).data
    assert (found["added"], found["unchanged"]) == (1, 1)
    fill(path, first, row("9:00", "0250200002", "在读证明", "当场办结"))
    found = hall("day", "import", path, "--json", now=NOW).data
    assert (found["added"], found["unchanged"]) == (0, 2)
    assert len(hall("case", "list", "--json", now=NOW).data) == 2


def test_every_kind_that_is_counted_has_its_cell(hall: Run) -> None:
    """A college that counts more kinds than one line of the sheet holds gets another line."""
    own = [f"种类{n}" for n in range(1, 12)]
    kinds = json.dumps(["visit", *own], ensure_ascii=False)
    hall("policy", "set", "tally.kinds", kinds, "--from", "2026-12-01")
    path = write(hall, "sheets", "--window", "W02")[0]
    fill(path, counts={"来访": 3, "种类1": 1})
    book = load_workbook(path)
    sheet = book[SHEET]
    place = next(cell for line in sheet.iter_rows() for cell in line if cell.value == "种类11")
    sheet.cell(place.row + 1, place.column).value = 7
    book.save(path)
    hall("day", "import", path, now=NOW)
    found = hall("tally", "list", "--json", now=NOW).data
    assert {one["kind"]: one["total"] for one in found} == {"visit": 3, "种类1": 1, "种类11": 7}
