"""The monthly report."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPECTED, Run
from openpyxl import Workbook, load_workbook

SHEETS = ["领导摘要", "图表数据", "考勤表", "值班明细", "异常", "人员汇总", "空岗", "服务情况", "办件统计",
          "超期清单", "办件台账", "投诉分析", "指标口径与审计"]  # fmt: skip
REGISTERS = {"值班明细", "异常"}
"""Narrow and long: they lie upright."""
REPORT = ("report", "monthly", "2026-11", "--out", "r.xlsx", "--json")


def rows(book: Any, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


@pytest.mark.parametrize("month", ["2026-10", "2026-11"])
def test_the_figures_are_what_was_made_up(worked: Run, month: str) -> None:
    """Attendance and cases of both months agree with the generator's own count."""
    data = worked("report", "monthly", month, "--out", "r.xlsx", "--json").data
    figures = data["figures"]
    for name, value in EXPECTED["attendance"]["total"][month].items():
        assert figures[name] == value, name
    truth = EXPECTED["cases"]["month"][month]
    for name in ("cases_accepted", "cases_completed", "cases_refused"):
        assert figures[name] == truth.get(name, 0), name
    total = EXPECTED["attendance"]["total"][month]
    assert figures["attendance_rate"] == pytest.approx(
        100 * total["attended"] / total["due"], abs=0.05
    )
    assert data["month"] == month
    assert len(data["sha256"]) == 64


def test_the_workbook_adds_up(worked: Run, tmp_path: Path) -> None:
    """Counted here from the sheets alone: the grid's marks, the detail and the exceptions agree."""
    figures = worked(*REPORT).data["figures"]
    book = load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames == SHEETS
    grid = rows(book, "考勤表")
    last = next(n for n, row in enumerate(grid) if row[0] == "合计")
    marks = [str(cell) for row in grid[4:last] for cell in row[2:32] if cell]
    assert sum("×" in mark for mark in marks) == figures["absent"]
    assert sum("迟" in mark for mark in marks) == figures["late"]
    assert sum("退" in mark for mark in marks) == figures["early"]
    assert sum("未签" in mark for mark in marks) == figures["missing"]
    assert grid[last][32:39] == [
        figures[name] for name in ("due", "attended", "late", "early", "missing", "absent", "leave")
    ]
    assert any("相符" in str(row[0]) for row in grid)
    detail = [row for row in rows(book, "值班明细") if row[9] not in {None, "认定"}]
    assert sum(row[9] not in {"未到时点", "换出"} for row in detail) == figures["due"]
    assert sum(row[12] for row in detail) == figures["minutes_served"]
    exceptions = [row for row in book["异常"].iter_rows(min_row=4) if row[0].hyperlink]
    for row in exceptions:
        target = book["值班明细"][row[0].hyperlink.location.partition("!")[2]]
        assert (target.value, target.offset(0, 3).value) == (row[0].value, row[3].value)
    assert sum("缺勤" in row[9].value for row in exceptions) == figures["absent"]


def test_applicants_are_masked(worked: Run, tmp_path: Path) -> None:
    """Surname and star, first and last digits; identifiers are text."""
    worked(*REPORT)
    cases = [
        row
        for row in rows(load_workbook(tmp_path / "r.xlsx"), "办件台账")
        if str(row[0]).startswith("2026-")
    ]
    assert cases
    for row in cases:
        assert row[3].endswith("*")
        assert len(row[3]) == 2
        assert "****" in row[4]
    book = load_workbook(tmp_path / "r.xlsx")
    staff = [row[3] for row in book["值班明细"].iter_rows(min_row=4) if row[3].value]
    assert {cell.data_type for cell in staff} == {"s"}
    assert "0240601001" in {cell.value for cell in staff}


def test_the_same_data_give_the_same_bytes(worked: Run, tmp_path: Path) -> None:
    """Written twice, byte for byte alike; the digest is that of the file."""
    import hashlib

    first = worked(*REPORT).data["sha256"]
    content = (tmp_path / "r.xlsx").read_bytes()
    assert hashlib.sha256(content).hexdigest() == first
    assert worked(*REPORT, now="2026-12-03T17:00").data["sha256"] == first
    assert (tmp_path / "r.xlsx").read_bytes() == content


def test_it_prints_right(worked: Run, tmp_path: Path) -> None:
    """A4, one page wide, repeated heads, numbered pages, two charts on the first sheet."""
    worked(*REPORT)
    book = load_workbook(tmp_path / "r.xlsx")
    for name in SHEETS:
        sheet = book[name]
        if sheet.sheet_state == "hidden":
            continue
        lies = "portrait" if name in REGISTERS else "landscape"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (lies, 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert "&P" in sheet.oddFooter.center.text
        assert sheet.print_area
    assert book["考勤表"].print_title_rows == "$1:$4"
    assert book["值班明细"].print_title_rows == "$1:$3"
    assert len(book["领导摘要"]._charts) == 2
    signed = [row for row in rows(book, "领导摘要") if "制表人：甄大同" in str(row[0])]
    assert signed
    assert "分管领导（签字）" in str(signed[0][0])
    assert any("审计链" in str(row[0]) for row in rows(book, "指标口径与审计"))


def test_fonts_are_settings(worked: Run, tmp_path: Path) -> None:
    """小标宋 is not on every machine: the college may choose, from a day on."""
    worked("policy", "set", "fonts.title", "宋体", "--from", "2026-11-30")
    worked("policy", "set", "fonts.body", "楷体", "--from", "2026-12-01")
    worked(*REPORT)
    sheet = load_workbook(tmp_path / "r.xlsx")["考勤表"]
    assert (sheet["A1"].font.name, sheet["A3"].font.name, sheet["B5"].font.name) == (
        "宋体",
        "黑体",
        "仿宋",
    )


def test_an_open_month_is_a_draft(worked: Run, tmp_path: Path) -> None:
    """On every page; a finished month is not."""
    assert worked("report", "monthly", "this", "--out", "r.xlsx", "--json").data["draft"] is True
    book = load_workbook(tmp_path / "r.xlsx")
    assert "草" in book["考勤表"].oddHeader.right.text
    assert worked(*REPORT).data["draft"] is False
    assert not load_workbook(tmp_path / "r.xlsx")["考勤表"].oddHeader.right.text


def test_the_default_month_and_path(worked: Run, tmp_path: Path) -> None:
    """Cron runs it without words: last month, in the current folder."""
    data = worked("--quiet", "report", "monthly", "--json").data
    assert (data["month"], data["path"]) == ("2026-11", "hall-report-2026-11.xlsx")
    assert (tmp_path / "hall-report-2026-11.xlsx").is_file()
    assert worked("report", "monthly", "--out", "reports/2026", "--json").data["path"] == (
        "reports/2026/hall-report-2026-11.xlsx"
    )
    ran = worked("--quiet", "report", "monthly")
    assert (ran.out, ran.err) == ("", "")


def test_a_month_without_anything(hall: Run, tmp_path: Path) -> None:
    """Zero shifts and cases: counts are zero, rates are null and print a dash."""
    figures = hall("report", "monthly", "2026-09", "--out", "r.xlsx", "--json").data["figures"]
    assert (figures["due"], figures["attendance_rate"], figures["on_time_rate"]) == (0, None, None)
    assert "—" in [
        cell for row in rows(load_workbook(tmp_path / "r.xlsx"), "领导摘要") for cell in row
    ]


def test_before_the_regulation_there_is_no_report(hall: Run) -> None:
    """Article 36; and a word that is no month."""
    assert hall("report", "monthly", "2026-08", "--json", code=3).codes == [
        "regulation.not_yet_in_force"
    ]
    assert hall("report", "monthly", "soon", "--json", code=2).codes == ["usage.bad_month"]


def test_text_never_becomes_a_formula(hall: Run, tmp_path: Path) -> None:
    """Names and items that begin like formulas stay text."""
    book = Workbook()
    book.active.append(["事项编码", "事项名称", "类别", "窗口", "办件类型"])
    book.active.append(["E1", "", "综合事务", "W01", "即办件"])
    cell = book.active.cell(2, 2)
    cell.value = "=1+1"
    cell.data_type = "s"
    book.save(tmp_path / "i.xlsx")
    hall("item", "import", "i.xlsx")
    hall(
        "case",
        "done",
        "E1",
        "0250200001",
        "@SUM(A1)",
        "--at",
        "2026-11-16T09:00",
        "--handler",
        "T1001",
    )
    hall(*REPORT)
    with zipfile.ZipFile(tmp_path / "r.xlsx") as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/"):
                assert b"<f>" not in archive.read(part)
    assert "=1+1" in [
        cell for row in rows(load_workbook(tmp_path / "r.xlsx"), "办件台账") for cell in row
    ]


def test_a_report_that_cannot_be_written_leaves_the_old_one(worked: Run, tmp_path: Path) -> None:
    """Through a temporary file: the old report stays whole, nothing is left beside it."""
    old = tmp_path / "r.xlsx"
    old.mkdir()
    (old / "hall-report-2026-11.xlsx").mkdir()
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert worked(*REPORT, code=6).codes == ["sheet.not_written"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_dry_report_writes_nothing(worked: Run, tmp_path: Path) -> None:
    """The figures, without a file."""
    assert worked(*REPORT, "--dry-run").data["figures"]["due"] > 0
    assert not (tmp_path / "r.xlsx").exists()
