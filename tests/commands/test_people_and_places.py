"""Windows, items and rosters, in the forms that offices send."""

from pathlib import Path

import pytest
from conftest import EXPECTED, HALL, Run
from openpyxl import Workbook

HEAD = "学号,姓名,岗位,窗口\n"


def counts(data: dict[str, object]) -> tuple[object, ...]:
    return tuple(data[name] for name in ("rows", "added", "changed", "unchanged", "rejected"))


def test_the_made_up_hall_is_complete(hall: Run) -> None:
    """As many windows, items and people as the generator wrote, and nothing to complain about."""
    assert len(hall("window", "list", "--json").data) == EXPECTED["roster"]["windows"]
    items = hall("item", "list", "--json").data
    assert len(items) == EXPECTED["items"]["count"]
    assert sum(one["joint"] for one in items) == EXPECTED["items"]["joint"]
    people = hall("roster", "list", "--json").data
    assert len(people) == EXPECTED["roster"]["people"]
    assert {one["staff_no"] for one in people} >= {"A0001", "T1001", "0240601001", "0240601024"}
    assert hall("roster", "check", "--json").data["findings"] == []


def test_names_and_phones_are_made_plain(hall: Run) -> None:
    """Inner spaces and full-width digits go, leading zeros stay."""
    people = {one["staff_no"]: one for one in hall("roster", "list", "--json").data}
    assert all(" " not in one["name"] for one in people.values())
    assert people["0240601007"]["phone"] == "199-0000-0206"
    assert people["0240601001"]["class_name"].endswith("班")


@pytest.mark.parametrize("words", [
    ("window", "import", HALL / "windows.csv"), ("item", "import", HALL / "items.xlsx"),
    ("item", "import", HALL / "items_finance.csv"), ("roster", "import", HALL / "roster_leaders.xls"),
    ("roster", "import", HALL / "roster_students.xlsx"),
], ids=lambda words: words[2].name)  # fmt: skip
def test_importing_twice_changes_nothing(hall: Run, words: tuple[object, ...]) -> None:
    """The same file again is exit 0, already, and leaves no audit entry."""
    before = hall("audit", "log", "--json").data
    data = hall(*words, "--json").data
    assert data["already"] is True
    assert (data["added"], data["changed"], data["unchanged"]) == (0, 0, data["rows"])
    assert hall("audit", "log", "--json").data == before


def test_a_roster_update(hall: Run) -> None:
    """A changed phone and a move; the rest stay and are named; the move counts from its day."""
    words = ("roster", "import", HALL / "roster_update.csv", "--on", "2026-11-02", "--json")
    rehearsed = hall(*words, "--dry-run").data
    assert rehearsed["dry_run"] is True
    data = hall(*words).data
    assert counts(data) == counts(rehearsed) == (2, 0, 2, 0, 0)
    assert set(data["changes"]) == {"0240601001", "0240601002"}
    assert len(data["not_in_file"]) == 35
    moved = hall("roster", "show", "0240601002", "--json").data
    assert [one["window_no"] for one in moved["assignments"]] == ["W01", "W02"]
    assert (moved["window_no"], moved["started_on"]) == ("W02", "2026-11-02")
    assert hall("roster", "show", "0240601001", "--json").data["phone"] == "199-0000-0999"
    assert "W01" in hall("roster", "check", code=8).out


def test_all_bad_rows_are_reported_at_once(hall: Run) -> None:
    """Seven ways to be wrong, each with sheet, row, column, value and reason; nothing is written."""
    before = hall("roster", "list", "--all", "--json").data
    ran = hall("roster", "import", HALL / "roster_bad.xlsx", "--json", code=6)
    errors = ran.json["errors"]
    assert len(errors) == EXPECTED["roster"]["bad_rows"]
    assert {one["code"] for one in errors} == {
        "sheet.double_differs", "sheet.lost_digits", "sheet.required", "sheet.unknown_role",
        "imports.unknown_window", "sheet.bad_date", "roster.second_officer",
    }  # fmt: skip
    for one in errors:
        assert one["sheet"] == "花名册"
        assert one["row"] > 2
        assert one["message"]
    assert [one["row"] for one in errors] == sorted(one["row"] for one in errors)
    assert hall("roster", "list", "--all", "--json").data == before
    skipped = hall("roster", "import", HALL / "roster_bad.xlsx", "--skip-bad", "--json")
    assert skipped.data["rejected"] == 7
    assert skipped.data["added"] == 2
    assert skipped.codes.count("imports.left_out") == 7


def test_several_files_are_one_list(run: Run, tmp_path: Path) -> None:
    """Taken together or not at all; the same person in two of them must be alike."""
    run("init", "--effective-from", "2026-09-01")
    run("window", "import", HALL / "windows.csv")
    files = ("roster", "import", HALL / "roster_leaders.xls", HALL / "roster_students.xlsx")
    assert run(*files, "--json").data["added"] == EXPECTED["roster"]["people"]
    ran = run(*files, HALL / "roster_update.csv", "--json", code=6)
    assert {one["code"] for one in ran.json["errors"]} == {"sheet.double_differs"}
    assert all(one["sheet"].startswith("roster_update.csv:") for one in ran.json["errors"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_every_encoding(hall: Run, tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without mark, and what Chinese Windows writes."""
    (tmp_path / "new.csv").write_text(
        HEAD + "0250601001,尤万里,学生,综合事务窗口\n", encoding=encoding
    )
    assert hall("roster", "import", "new.csv", "--json").data["added"] == 1
    assert hall("roster", "show", "0250601001", "--json").data["name"] == "尤万里"


def test_what_a_column_and_a_cell_say(hall: Run, tmp_path: Path) -> None:
    """An absent column keeps what is recorded, an empty cell clears what may be empty."""
    number = "0240601003"
    recorded = hall("roster", "show", number, "--json").data
    (tmp_path / "a.csv").write_text(f"学号,姓名\n{number},{recorded['name']}\n", encoding="utf-8")
    assert hall("roster", "import", "a.csv", "--json").data["already"]
    (tmp_path / "b.csv").write_text(
        f"学号,姓名,手机\n{number},{recorded['name']},\n", encoding="utf-8"
    )
    assert hall("roster", "import", "b.csv", "--json").data["changed"] == 1
    cleared = hall("roster", "show", number, "--json").data
    assert "phone" not in cleared
    assert cleared["class_name"] == recorded["class_name"]


def test_dates_of_a_post(hall: Run, tmp_path: Path) -> None:
    """A corrected first day replaces the post, a last day ends it, a new post begins beside the old."""
    number, name = "0240601003", hall("roster", "show", "0240601003", "--json").data["name"]

    def sent(columns: str, cells: str) -> dict[str, object]:
        (tmp_path / "a.csv").write_text(
            f"学号,姓名,{columns}\n{number},{name},{cells}\n", encoding="utf-8"
        )
        found: dict[str, object] = hall(
            "roster", "import", "a.csv", "--on", "2026-11-02", "--json"
        ).data
        return found

    def posts() -> list[tuple[str, str, object]]:
        shown = hall("roster", "show", number, "--json").data["assignments"]
        return [(one["window_no"], one["started_on"], one.get("ended_on")) for one in shown]

    assert sent("上岗日期", "2026年9月7日")["changed"] == 1
    assert posts() == [("W02", "2026-09-07", None)]
    assert sent("上岗日期", "2026年9月7日")["unchanged"] == 1
    assert sent("窗口,上岗日期", "W05,2026-10-12")["changed"] == 1
    assert posts() == [("W02", "2026-09-07", None), ("W05", "2026-10-12", None)]
    assert sent("离岗日期", "2026-11-20")["changed"] == 1
    assert posts()[-1] == ("W05", "2026-10-12", "2026-11-20")
    assert number not in {one["staff_no"] for one in hall("roster", "list", "--json").data}
    assert number in {one["staff_no"] for one in hall("roster", "list", "--all", "--json").data}
    (tmp_path / "a.csv").write_text(
        f"学号,姓名,上岗日期,离岗日期\n{number},{name},2026-11-02,2026-11-01\n", encoding="utf-8"
    )
    assert hall("roster", "import", "a.csv", "--json", code=6).codes == ["roster.ends_before_start"]
    assert hall("db", "check", "--json").data["findings"] == []


def test_who_is_listed(hall: Run) -> None:
    """By role, by window's number or name."""
    for words, count in ((("--role", "leader"), 12), (("--window", "W01"), 3), (("--window", "综合事务窗口"), 3),
                         (("--window", "W01", "--role", "student"), 2)):  # fmt: skip
        assert len(hall("roster", "list", *words, "--json").data) == count


def test_a_changed_name_is_pointed_out(hall: Run, tmp_path: Path) -> None:
    """The number alone says who it is; a new name is a change with a warning."""
    (tmp_path / "a.csv").write_text("学号,姓名\n0240601003,尤十全\n", encoding="utf-8")
    ran = hall("roster", "import", "a.csv", "--json")
    assert ran.data["changed"] == 1
    assert "roster.renamed" in ran.codes


def test_numbers_stored_as_numbers(hall: Run, tmp_path: Path) -> None:
    """A whole-number cell is taken with a warning about zeros; 16 digits are refused."""
    book = Workbook()
    book.active.append(["学号", "姓名", "岗位", "窗口"])
    book.active.append([250601009, "梅十全", "学生", "W01"])
    book.save(tmp_path / "a.xlsx")
    ran = hall("roster", "import", "a.xlsx", "--json")
    assert "sheet.number_as_identifier" in ran.codes
    assert hall("roster", "show", "250601009", "--json").data["name"] == "梅十全"
    book.active.append([1234567890123456, "梅九如", "学生", "W01"])
    book.save(tmp_path / "b.xlsx")
    assert (
        hall("roster", "import", "b.xlsx", "--json", code=6).json["errors"][0]["code"]
        == "sheet.lost_digits"
    )


def test_headers_of_ones_own(hall: Run, tmp_path: Path) -> None:
    """A header nobody knows is named by --map; without it the message says what is missing."""
    (tmp_path / "a.csv").write_text(
        "代码,姓名,岗位,窗口\n0250601001,尤万里,学生,W01\n", encoding="utf-8"
    )
    ran = hall("roster", "import", "a.csv", "--json", code=6)
    assert ran.codes == ["sheet.no_header"]
    assert "学号" in ran.json["errors"][0]["message"]
    assert hall("roster", "import", "a.csv", "--map", "代码=staff_no", "--json").data["added"] == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("broken.xlsx", "sheet.damaged"),
        ("not_a_sheet.xlsx", "sheet.no_header"),
        ("nowhere.xlsx", "sheet.missing_file"),
    ],
)
def test_files_that_cannot_be_read(hall: Run, name: str, code: str) -> None:
    """A broken, a false and a missing file each get their own message and exit 6."""
    assert hall("roster", "import", HALL / name, "--json", code=6).codes == [code]


def test_twenty_thousand_rows(hall: Run, tmp_path: Path) -> None:
    """A roster of a whole university works, and is one entry in the chain."""
    rows = "".join(f"09{n:08d},梅百川,学生,W{n % 12 + 1:02d}\n" for n in range(20_000))
    (tmp_path / "big.csv").write_text(HEAD + rows, encoding="utf-8")
    before = len(hall("audit", "log", "--json").data)
    assert hall("roster", "import", "big.csv", "--json").data["added"] == 20_000
    assert len(hall("audit", "log", "--json").data) == before + 1
    assert hall("roster", "import", "big.csv", "--json").data["already"]


def test_items_keep_their_papers_and_departments(hall: Run) -> None:
    """Materials come from their own sheet; 、 is side by side, → is in order."""
    item = hall("item", "show", "转专业", "--json").data
    assert [one["name"] for one in item["materials"]] == ["转专业申请表", "成绩单", "学院意见"]
    assert item["materials"][1]["copies"] == 2
    assert [(one["step"], one["department"]) for one in item["departments"]] == [
        (1, "教务处"),
        (2, "学生工作部"),
        (2, "财务处"),
    ]
    assert item["joint"] is True
    assert hall("item", "show", "在读证明", "--json").data["promise_days"] == 0
    assert hall("item", "show", "申请", "--json", code=2).codes == ["item.ambiguous"]
    assert hall("item", "show", "登月", "--json", code=4).codes == ["item.unknown"]


def test_a_longer_limit_gives_way_to_the_hall(hall: Run, tmp_path: Path) -> None:
    """Article 34: the hall's cap counts, and the conflict is reported."""
    text = "事项编码,事项名称,类别,窗口,办件类型,承诺时限\nX1,慢事,综合事务,W01,承诺件,9个工作日\n"
    (tmp_path / "i.csv").write_text(text, encoding="utf-8")
    ran = hall("item", "import", "i.csv", "--json")
    assert "item.over_cap" in ran.codes
    assert hall("item", "show", "X1", "--json").data["promise_days"] == 5


def test_a_category_beyond_the_nine(hall: Run, tmp_path: Path) -> None:
    """Article 4 has an open list: another category is taken and pointed out."""
    (tmp_path / "w.csv").write_text(
        "窗口编号,窗口名称,部门,业务类别\nW13,图书窗口,图书馆,图书借阅\n", encoding="utf-8"
    )
    assert "window.new_category" in hall("window", "import", "w.csv", "--json").codes
