"""Official forms: said as data, as wide and as high as their text, right on paper without colours."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hallctl.reports import Fonts
from hallctl.sheets import forms
from hallctl.sheets.forms.page import POINTS, points_wide

FONTS = Fonts("方正小标宋简体", "黑体", "仿宋")
COLUMNS = (forms.Column("姓名", 8), forms.Column("经过", 10, 20))
LONG = "对来访学生态度生硬" * 6


def laid(*blocks: forms.Block, fonts: Fonts = FONTS, **more: Any) -> Any:
    return forms.lay(
        forms.new_book(), forms.Sheet("表", (12, 24), blocks, **more), fonts
    ).sheet  # fmt: skip


def test_a_sheet_is_its_blocks_from_the_top() -> None:
    """Title, unit and period, heading, table, text, signatures; the print area ends with the last."""
    sheet = laid(
        forms.Title("周考核表", "云溪学院", ["2026-11-16 至 2026-11-22"]),
        forms.Heading("一、情况"),
        forms.Table(COLUMNS, [["甄一鸣", "好"], ["贾二白", "好"]]),
        forms.Gap(),
        forms.Text("完"),
        forms.SignOff("甄大同"),
    )
    assert [sheet.cell(n, 1).value for n in range(1, 11)] == [
        "周考核表", "填报单位：云溪学院　　2026-11-16 至 2026-11-22", "一、情况", "姓名", "甄一鸣", "贾二白",
        None, "完", None, "制表人：甄大同　　审核人：＿＿＿＿＿＿",
    ]  # fmt: skip
    assert (
        sheet.cell(11, 1).value == "分管领导（签字）：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日"
    )
    assert sheet.print_area == "'表'!$A$1:$B$11"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.freeze_panes == "A5"


def test_an_unsigned_form_has_room_for_every_name() -> None:
    """Without an officer the line waits for one."""
    assert str(laid(forms.SignOff("")).cell(2, 1).value).startswith("制表人：＿＿＿＿＿＿　")


@pytest.mark.parametrize(
    ("right", "verdict"), [([("实到", 5), ("缺勤", 1)], "相符"), ([("实到", 5)], "不符")]
)
def test_the_self_check_is_reckoned(right: list[tuple[str, int]], verdict: str) -> None:
    """It says that the sides agree only when they do."""
    text = laid(forms.Check([("应到", 6)], right)).cell(1, 1).value
    assert text.startswith("自检：应到6 ＝ 实到5")
    assert text.endswith(f"，{verdict}。")


def test_legend_and_definitions_are_one_paragraph_each() -> None:
    """Marks with meanings, and names with formulas."""
    sheet = laid(
        forms.Legend([("√", "出勤"), ("×", "缺勤")], "空白 无班"),
        forms.Definitions([("出勤率", "实到÷应到")], "“—”为无可计算。"),
    )
    assert sheet["A1"].value == "图例：√ 出勤　× 缺勤　空白 无班"
    assert sheet["A2"].value == "口径：出勤率＝实到÷应到。“—”为无可计算。"


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    """54 characters in a column of 9 take six or seven lines, and all of them are seen."""
    sheet = laid(forms.Table(COLUMNS, [["甄一鸣", "好"], ["贾二白", LONG]]))
    assert sheet.row_dimensions[2].height == 18
    assert sheet.row_dimensions[3].height in {18 + 5 * 14, 18 + 6 * 14}


def test_a_break_begins_a_new_page() -> None:
    """It stands after the row above it."""
    sheet = laid(forms.Text("一"), forms.NewPage(), forms.Text("二"))
    assert [one.id for one in sheet.row_breaks.brk] == [1]


@given(st.text("学生服务 abc19-，\n", max_size=60), st.integers(2, 40))
def test_lines_are_enough_and_not_lavish(text: str, room: int) -> None:
    """Never fewer than the width needs; wider columns never take more lines."""
    lines = forms.lines_of(text, room)
    assert lines * room >= sum(forms.width_of(part) for part in text.split("\n")) - lines
    assert lines >= 1 + text.count("\n")
    assert forms.lines_of(text, room + 4) <= lines


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [("", 10, 1), ("学生服务", 8, 1), ("学生服务", 7, 2), ("甲 2026-000001", 12, 2),
     ("甲 2026-000001", 14, 1), ("2026-000001", 6, 2), ("一\n二", 10, 2)],
)  # fmt: skip
def test_chinese_breaks_anywhere_and_numbers_stay_whole(text: str, room: int, lines: int) -> None:
    """A number that does not fit goes to the next line; one longer than a line is cut."""
    assert forms.lines_of(text, room) == lines


@pytest.mark.parametrize(
    ("page", "paper", "orientation"),
    [(forms.LANDSCAPE_A4, 9, "landscape"), (forms.PORTRAIT_A4, 9, "portrait"),
     (forms.A5, 11, "portrait")],
)  # fmt: skip
def test_kinds_of_pages(page: forms.Page, paper: int, orientation: str) -> None:
    """Paper, orientation, one page wide, numbered; a page of equal columns is filled, not exceeded."""
    sheet = laid(forms.Text("一"), page=page, one_page=True, draft=True, footer="编号1")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (paper, orientation)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.oddFooter.left.text == "编号1"
    assert sheet.oddHeader.right.text == "草　稿"
    printable = (page.width_mm / 25.4 - 2 * page.side) * POINTS
    assert 12 * points_wide(page.share(12)) == pytest.approx(printable)


def test_a_font_that_is_set_to_nothing_is_the_common_one() -> None:
    """宋体 is on every office machine; the character set helps a program that lacks the font."""
    cell = laid(forms.Title("题"), fonts=Fonts("", "", ""))["A1"]
    assert (cell.font.name, cell.font.charset) == ("宋体", 134)
    assert laid(forms.Title("题"))["A1"].font.name == "方正小标宋简体"


def test_nothing_is_said_by_colour(worked: Run, tmp_path: Path) -> None:
    """Every fill and font of the monthly workbook is black, white or grey."""
    worked("report", "monthly", "2026-11", "--out", "r.xlsx")
    for sheet in load_workbook(tmp_path / "r.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.fill.fill_type:
                    red, green, blue = (cell.fill.fgColor.rgb[n : n + 2] for n in (2, 4, 6))
                    assert red == green == blue
                assert cell.font.color is None or cell.font.color.theme == 1  # the text colour


# --- pages and second tables --------------------------------------------------------------------


def paged(heights: list[int], starts: list[int], *, repeated: int = 0) -> list[int]:
    """The last rows of all pages but the last, for rows of these heights and groups at ``starts``."""
    form = forms.Form(forms.new_book(), "表", FONTS, columns=1)
    form.widths([20])
    for height in heights:
        form.next_row(height)
    if repeated:
        form.sheet.print_title_rows = f"1:{repeated}"
    forms.keep_groups(form, starts, len(heights))
    return [one.id for one in form.sheet.row_breaks.brk]


def test_a_group_is_not_cut_where_little_is_lost() -> None:
    """A page of 474 points would hold the first row of the second group: it goes to the next page whole."""
    assert paged([100, 100, 100, 100, 50, 50], [1, 5]) == [4]
    assert paged([100, 100, 100, 100, 50, 50], [1]) == [5]
    assert paged([100] * 4, [1, 3]) == []


def test_a_group_is_cut_where_a_page_would_stay_empty_or_could_not_hold_it() -> None:
    """After two rows more than a fifth of the page would be lost; five rows fit no page."""
    assert paged([100] * 6, [1, 3]) == [4]
    assert paged([100] * 9, [1, 5]) == [4, 8]


def test_repeated_heads_take_their_room() -> None:
    """With a head of 150 points again on each page, three rows follow it."""
    assert paged([150] + [100] * 9, [2], repeated=1) == [4, 7]


def test_a_second_table_stands_over_the_columns_of_the_first() -> None:
    """Its cells are merged and bordered whole, a link leads from the first, long text gets its lines."""
    sheet = laid(
        forms.Wide(
            [forms.Part("日期", 1), forms.Part("原因", 1)], [["11-02", "缺勤" * 40]], {0: "'表'!A1"}
        )
    )
    assert [sheet.cell(1, n).value for n in (1, 2)] == ["日期", "原因"]
    assert sheet.cell(2, 1).hyperlink.location == "'表'!A1"
    assert sheet.row_dimensions[2].height > 60
    wide = laid(forms.Wide([forms.Part("事项", 2)], [["x"]]))
    assert sorted(str(one) for one in wide.merged_cells.ranges) == ["A1:B1", "A2:B2"]
    assert wide.cell(2, 2).border.right.style == "thin"
