"""A slip on paper: one page with its counterfoil, whatever its texts, the same bytes for the same copy."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hallctl.model import SHANGHAI
from hallctl.papers import Field, Listing, Slip, slip_of
from hallctl.reports import Fonts
from hallctl.sheets.forms import lay, new_book
from hallctl.sheets.slips import layout
from hallctl.sheets.slips.layout import MANNERS, Copy, write_slip

FONTS = Fonts("方正小标宋简体", "黑体", "仿宋")
FIRST = Copy(1, datetime(2026, 11, 24, 9, 10, tzinfo=SHANGHAI))
PLAIN = Slip(
    "receipt", "2026-000001-S1", "受理回执", "云溪学院学生服务大厅", "2026年11月24日", "艾一鸣：现予受理。",
    (Field("申请人", "艾一鸣", True), Field("学号", "0250200001", True), Field("事项", "盖章")), None, (),
    ("经办人：甄一鸣", "申请人签收："), ("咨询：000",), "用微笑服务，让满意作答", (Field("编号", "2026-000001-S1"),),
    ("经办人：甄一鸣", "日期："), True,
)  # fmt: skip


def written(slip: Slip, folder: Path, copy: Copy = FIRST) -> Any:
    write_slip(slip, copy, folder / "s.xlsx", FONTS)
    return load_workbook(folder / "s.xlsx").worksheets[0]


def test_it_is_one_page_with_its_counterfoil(tmp_path: Path) -> None:
    """存根 above, the same number below, a dashed line between, the seal over the line and at the foot."""
    sheet = written(PLAIN, tmp_path)
    column = [sheet.cell(n, 1).value for n in range(1, sheet.max_row + 1)]
    assert column[0] == "受理回执（存根）"
    cut = next(n for n in range(1, sheet.max_row) if sheet.cell(n + 1, 1).value == "（骑缝章）")
    assert sheet.cell(cut, 1).value == "2026-000001-S1"
    assert {sheet.cell(cut, n).border.bottom.style for n in range(1, 13)} == {"mediumDashed"}
    assert column.index("受理回执") > cut
    assert sheet.cell(sheet.max_row - 2, 6).value == "（盖章）"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (11, "portrait")
    assert sheet.oddFooter.left.text == "2026-11-24 09:10打印"


def test_halves_share_a_line(tmp_path: Path) -> None:
    """Label and text of two short fields stand side by side, a lone one takes the whole line."""
    fields = (Field("甲", "一", True), Field("乙", "二"), Field("丙", "三", True), Field("丁", "四", True),
              Field("戊", "五", True))  # fmt: skip
    sheet = written(PLAIN._replace(fields=fields), tmp_path)
    rows = [
        [cell.value for cell in row if cell.value]
        for row in sheet.iter_rows()
        if row[0].value in {"甲", "乙", "丙", "戊"}
    ]
    assert rows == [["甲", "一"], ["乙", "二"], ["丙", "三", "丁", "四"], ["戊", "五"]]


def test_a_longer_slip_goes_to_a_larger_page_then_to_smaller_print(tmp_path: Path) -> None:
    """A5 while it fits, then A4, and a dozen long papers still on one page."""
    sizes = []
    for count in (0, 18, 30, 50):
        rows = tuple((str(n), "家庭经济情况证明" * 3, "1") for n in range(count))
        table = Listing((("序号", 1), ("材料", 9), ("份数", 2)), rows) if rows else None
        sheet = written(PLAIN._replace(listing=table), tmp_path)
        sizes.append((sheet.page_setup.paperSize, sheet["A2"].font.size))
        assert sheet.page_setup.fitToHeight == 1
    assert sizes[0] == (11, 9)
    assert [paper for paper, _size in sizes[1:]] == [9, 9, 9]
    assert [size for _paper, size in sizes[1:]] == sorted((s for _p, s in sizes[1:]), reverse=True)
    big = written(PLAIN._replace(small=False), tmp_path)
    assert (big.page_setup.paperSize, big["A2"].font.size) == (9, 12)


texts = st.text("学生服务大厅证明材料 abc 2026-，。（）\n", min_size=1, max_size=120)


@settings(deadline=None, max_examples=40)
@given(
    texts, st.lists(st.tuples(texts, texts, st.booleans()), max_size=8),
    st.lists(st.tuples(texts, texts), max_size=12),
)  # fmt: skip
def test_every_text_stands_on_the_page_it_was_laid_out_for(
    lead: str, fields: list[tuple[str, str, bool]], rows: list[tuple[str, str]]
) -> None:
    """Nothing is left out, and the first manner that fits is taken, or the last."""
    slip = PLAIN._replace(
        lead=lead, fields=tuple(Field(*one) for one in fields),
        listing=Listing((("材料", 6), ("要求", 6)), tuple(rows)),
    )  # fmt: skip
    form = lay(new_book(), layout._sheet(slip, FIRST, MANNERS[2]), FONTS)
    there = {str(cell.value) for row in form.sheet.iter_rows() for cell in row}
    assert {lead, *(one[1] for one in fields), *(text for row in rows for text in row)} <= there
    heights = [form.sheet.row_dimensions[n].height for n in range(1, form.row)]
    assert all(height and height >= 12 for height in heights)


def test_a_copy_says_so(tmp_path: Path) -> None:
    """补打 and its number, on counterfoil and slip."""
    sheet = written(PLAIN, tmp_path, FIRST._replace(number=3))
    assert [c.value for row in sheet.iter_rows() for c in row].count("补打　第3份") == 2


def test_the_same_copy_is_the_same_file(tmp_path: Path) -> None:
    """Also without being written; another copy is another file."""
    digest = write_slip(PLAIN, FIRST, tmp_path / "a.xlsx", FONTS)
    assert write_slip(PLAIN, FIRST, None, FONTS) == digest
    assert write_slip(PLAIN, FIRST._replace(number=2), None, FONTS) != digest
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("table", [None, Listing((("材料", 6), ("要求", 6)), (("一", "二"),))])
def test_a_slip_survives_its_keeping(table: Listing | None) -> None:
    """What JSON made of it becomes the same slip again."""
    import json

    slip = PLAIN._replace(listing=table, notes=("一", "二"))
    assert slip_of(json.loads(json.dumps(slip._asdict()))) == slip
