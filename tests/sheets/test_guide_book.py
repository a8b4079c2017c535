"""The printed guide: contents with links, one item to a page, the same bytes for the same data."""

from datetime import date
from pathlib import Path

import pytest
from conftest import EXPECTED, Run
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hallctl.guide import Counter, Guide, GuideItem, Paper
from hallctl.reports import Fonts
from hallctl.sheets.forms import lines_of
from hallctl.sheets.guide import pieces, sheet_names, write_guide

ITEM = GuideItem(
    "N1", "活动备案", "综合事务", Counter("W01", "综合事务窗口", "党政办公室", (1, 2, 3), ((510, 720),)), "promised", 3, False,
    [], [], False, "办法", "社团成员", "收件→办结", None, "不收费",
)  # fmt: skip


def printed(hall: Run, folder: Path, *words: object) -> Path:
    path = folder / "guide.xlsx"
    hall("item", "export", *words, "--out", path)
    return path


def cells(sheet: object) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]  # type: ignore[attr-defined]


def test_contents_lead_to_every_item_and_back(hall: Run, tmp_path: Path) -> None:
    """One sheet for each item, in the order of the windows, each portrait and one page wide."""
    book = load_workbook(printed(hall, tmp_path))
    contents, *sheets = book.worksheets
    assert len(sheets) == EXPECTED["items"]["count"]
    links = [
        cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink
    ]
    assert links == [f"'{sheet.title}'!A1" for sheet in sheets]
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
        assert sheet.page_setup.fitToWidth == 1
    back = [cell for row in sheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert [cell.hyperlink.location for cell in back] == ["'目录'!A1"]
    assert back[0].coordinate not in sheets[0].print_area


def test_an_item_is_explained_on_its_page(hall: Run, tmp_path: Path) -> None:
    """Every field of Article 9, the papers with how to get them, the ways to complain, the day."""
    book = load_workbook(printed(hall, tmp_path, "转专业"))
    assert book.sheetnames == ["目录", "SX018"]
    found = cells(book["SX018"])
    for text in ("转专业申请办事指南", "校级研究件", "7个工作日内办结", "W05 学籍管理窗口", "教务处", "设定依据", "申办条件",
                 "办理程序", "收费依据", "收费标准", "转专业申请表", "2份", "教务处领取", "教务处→学生工作部、财务处",
                 "投诉电子信箱", "内容截至2026年12月1日。以大厅的解释为准。"):  # fmt: skip
        assert text in found, text


def test_a_window_prints_its_own_guide(hall: Run, tmp_path: Path) -> None:
    """Its items only, with hours of its own; an unknown window or nothing at all is not found."""
    hall(
        "window",
        "hours",
        "W11",
        "--from",
        "9:00",
        "--to",
        "16:00",
        "--days",
        "1-4",
        "--authority",
        "财务处通知",
    )
    path = tmp_path / "guide.xlsx"
    assert (
        hall("item", "export", "--window", "财务收费窗口", "--out", path, "--json").data["items"]
        == 4
    )
    assert "周一至周四 9:00—12:00、14:00—16:00" in cells(load_workbook(path)["SX040"])
    words = ("item", "export", "--out", path, "--json")
    assert hall(*words, "--window", "W99", code=4).codes == ["window.unknown"]
    assert hall(*words, "转专业", "--window", "W11", code=4).codes == ["item.nothing_to_print"]
    assert hall(*words, "登月", code=4).codes == ["item.unknown"]


def test_the_order_and_the_day_of_a_guide(hall: Run, tmp_path: Path) -> None:
    """By window, then by code; up to the newest version that it prints, never after the day asked for."""
    text = "事项编码,事项名称,窗口,办件类型\nA1,甲事,W12,即办件\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    hall("item", "import", "a.csv", "--on", "2027-03-01")
    words = ("--on", "2027-03-05", "--json")
    path = tmp_path / "guide.xlsx"
    assert hall("item", "export", "--out", path, *words).data["up_to"] == "2027-03-01"
    assert load_workbook(path).sheetnames[-3:] == ["A1", "SX044", "SX045"]


def test_the_same_data_give_the_same_bytes(hall: Run, tmp_path: Path) -> None:
    """At any hour; a dry run and a full disk leave the old file."""
    path = printed(hall, tmp_path)
    before = path.read_bytes()
    hall("item", "export", "--out", path, now="2026-12-01T17:00")
    assert path.read_bytes() == before
    path.write_bytes(b"old")
    hall("item", "export", "--out", path, "--dry-run")
    assert path.read_bytes() == b"old"
    ran = hall("item", "export", "--out", path / "in" / "a.xlsx", "--json", code=6)
    assert ran.codes[:1] == ["sheet.not_written"]


def test_where_the_guide_goes(hall: Run, tmp_path: Path) -> None:
    """Its usual name in a folder, or the file that was named; the kind goes by --html."""
    for words, name in (((), "hall-guide.xlsx"), (("--html",), "hall-guide.html"),
                        (("--out", "new"), "new/hall-guide.xlsx"), (("--html", "--out", "x.html"), "x.html")):  # fmt: skip
        assert hall("item", "export", *words, "--json").data["path"] == name
        assert (tmp_path / name).is_file()


def test_what_the_guide_lacks_is_pointed_out(hall: Run, tmp_path: Path) -> None:
    """Items that do not say everything (Art. 9), and no way to complain (Art. 33)."""
    ran = hall("item", "export", "--json")
    assert {one["code"]: one["article"] for one in ran.json["warnings"]} == {
        "item.guide_gaps": "9", "item.no_complaint_lines": "33",
    }  # fmt: skip
    assert hall("item", "export", "--on", "2026-08-31", "--json", code=3).codes == [
        "regulation.not_yet_in_force"
    ]


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["A1", "a1"], ["A1", "2-a1"]), (["A/1", "A:1"], ["A-1", "2-A-1"]), (["目录"], ["1-目录"]),
        (["x" * 40, "x" * 41], ["x" * 31, "2-" + "x" * 29]),
    ],
)  # fmt: skip
def test_sheets_have_names_a_workbook_can_hold(codes: list[str], names: list[str]) -> None:
    """Short enough, without forbidden signs, never twice."""
    assert sheet_names(codes) == names


def test_nothing_is_cut_off(tmp_path: Path) -> None:
    """A long text goes on in the next row, long words about a paper stand under its row, a long name wraps."""
    long = "".join(f"第{n}句说明。" for n in range(1, 700))
    item = ITEM._replace(
        name="关于跨学院跨年级联合开展大型校园文化活动的备案与场地使用申请（试行）", conditions=long,
        papers=[Paper("方案", True, 1, None, long, None)],
    )  # fmt: skip
    path = tmp_path / "guide.xlsx"
    write_guide(
        Guide("", "服务大厅", None, None, date(2026, 12, 1), [item]), path, Fonts("", "", "")
    )
    sheet = load_workbook(path)["N1"]
    texts = cells(sheet)
    assert (
        "".join(text for text in texts if text.startswith("第") or "句说明" in text) == long + long
    )
    assert "申办条件（续）" in texts
    assert "1．要求" in texts
    assert "见下" in texts
    heights = [row.height for row in sheet.row_dimensions.values() if row.height]
    assert max(heights) < 409
    assert heights[0] > 50


@given(st.text("中文a b\n", max_size=400), st.integers(4, 40), st.integers(1, 5))
def test_pieces_are_the_whole(text: str, room: int, most: int) -> None:
    """Nothing is lost and nothing comes twice; no piece is longer than a row may be."""
    found = pieces(text, room, most)
    assert "".join(found).replace("\n", "") == text.replace("\n", "")
    assert all(lines_of(part, room) <= most for part in found)
