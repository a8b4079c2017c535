"""``report monthly --check``: does a workbook on disk still match the hall file?"""

from pathlib import Path

import pytest
from conftest import Run
from openpyxl import load_workbook

WRITE = ("report", "monthly", "2026-11", "--out", "r.xlsx", "--json")
CHECK = ("report", "monthly", "2026-11", "--check", "r.xlsx")


def test_a_report_just_written_matches(worked: Run, tmp_path: Path) -> None:
    """Quiet and 0, and the file is not touched."""
    worked(*WRITE)
    before = (tmp_path / "r.xlsx").read_bytes()
    ran = worked(*CHECK)
    assert (ran.out, ran.err) == ("", "")
    assert (tmp_path / "r.xlsx").read_bytes() == before


def test_later_entries_that_leave_the_month_alone_are_no_difference(worked: Run) -> None:
    """The audit head moved on, the month did not."""
    worked(*WRITE)
    worked("policy", "set", "attendance.grace_minutes", "5", "--from", "2026-12-03")
    assert worked(*CHECK, "--json").data["findings"] == []


def test_a_figure_typed_over_is_found(worked: Run, tmp_path: Path) -> None:
    """Which cell, what the file says, what the hall file says; exit 8."""
    worked(*WRITE)
    book = load_workbook(tmp_path / "r.xlsx")
    sheet = book["指标口径与审计"]
    cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "应到班次")
    true, cell.value = cell.value, 1
    book.save(tmp_path / "r.xlsx")
    found = worked(*CHECK, "--json", code=8).data["findings"]
    assert found == [
        {
            "code": "report.cell_differs",
            "sheet": "指标口径与审计",
            "where": cell.coordinate,
            "in_file": "1",
            "in_hall": str(true),
        }
    ]
    assert cell.coordinate in worked(*CHECK, code=8).out


def test_rows_taken_out_and_put_in_are_found(worked: Run, tmp_path: Path) -> None:
    """The rows below them moved, and are no difference."""
    worked(*WRITE)
    book = load_workbook(tmp_path / "r.xlsx")
    gone = str(book["办件台账"].cell(6, 1).value)
    book["办件台账"].delete_rows(6)
    book["办件台账"].insert_rows(9)
    book["办件台账"].cell(9, 1).value = "2026-99999"
    book.save(tmp_path / "r.xlsx")
    found = worked(*CHECK, "--json", code=8).data["findings"]
    assert [(one["code"], one["where"]) for one in found] == [
        ("report.row_gone", "6"),
        ("report.row_foreign", "9"),
    ]
    assert found[0]["in_hall"].startswith(gone)
    assert found[1]["in_file"] == "2026-99999"


def test_empty_rows_say_nothing(worked: Run, tmp_path: Path) -> None:
    """Styled but empty rows that a spreadsheet program leaves below are no difference."""
    worked(*WRITE)
    book = load_workbook(tmp_path / "r.xlsx")
    sheet = book["办件台账"]
    sheet.cell(sheet.max_row + 2, 1).number_format = "@"
    book.save(tmp_path / "r.xlsx")
    assert worked(*CHECK, "--json").data["findings"] == []


def test_sheets_taken_out_and_put_in_are_found(worked: Run, tmp_path: Path) -> None:
    """A register somebody removed, a sheet somebody added."""
    worked(*WRITE)
    book = load_workbook(tmp_path / "r.xlsx")
    del book["异常"]
    book.create_sheet("另附")
    book.save(tmp_path / "r.xlsx")
    found = worked(*CHECK, "--json", code=8).data["findings"]
    assert [(one["code"], one["sheet"]) for one in found] == [
        ("report.sheet_gone", "异常"),
        ("report.sheet_foreign", "另附"),
    ]


def test_a_month_that_changed_since_is_found(worked: Run) -> None:
    """A case recorded afterwards into the month no longer matches what was reported."""
    worked(*WRITE)
    worked(
        *("case", "done", "SX005", "0250200001", "甄大同", "--at", "2026-11-16T09:00"),
        *("--handler", "T1001"),
    )
    found = worked(*CHECK, "--json", code=8).data["findings"]
    assert {"领导摘要", "办件台账", "指标口径与审计"} <= {one["sheet"] for one in found}
    register = [one for one in found if one["sheet"] == "办件台账"]
    assert any("甄*" in one["in_hall"] for one in register)


def test_an_audit_head_of_another_chain_is_found(worked: Run, tmp_path: Path) -> None:
    """The digest on paper is compared with the chain, not only the number."""
    worked(*WRITE)
    book = load_workbook(tmp_path / "r.xlsx")
    sheet = book["指标口径与审计"]
    cell = next(
        cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("审计链")
    )
    cell.value = str(cell.value).replace("摘要 ", "摘要 0")
    book.save(tmp_path / "r.xlsx")
    found = worked(*CHECK, "--json", code=8).data["findings"]
    assert cell.coordinate in [one["where"] for one in found]


@pytest.mark.parametrize("name", ["empty.xlsx", "r.csv", "none.xlsx"])
def test_what_is_no_workbook_cannot_be_checked(hall: Run, tmp_path: Path, name: str) -> None:
    """Said as such, not as a hundred differences."""
    if name == "empty.xlsx":
        (tmp_path / name).write_bytes(b"PK\x03\x04 no archive")
    if name == "r.csv":
        (tmp_path / name).write_text("应到班次,1\n", encoding="utf-8")
    ran = hall("report", "monthly", "2026-11", "--check", name, "--json", code=6)
    assert ran.codes[0].startswith("sheet.")


def test_checking_and_writing_exclude_each_other(hall: Run) -> None:
    """Nobody closes a month by looking at it."""
    for more in (["--final"], ["--out", "x.xlsx"], ["--final", "--accept-open"]):
        ran = hall(*CHECK, *more, "--json", code=2)
        assert ran.codes == ["usage.check_writes_nothing"]


def test_a_path_may_name_the_month(worked: Run, tmp_path: Path) -> None:
    """One line of a crontab for every month: {month} in the folder or the file."""
    data = worked("report", "monthly", "--out", "月报/{month}.xlsx", "--json").data
    assert data["path"] == "月报/2026-11.xlsx"
    assert (tmp_path / "月报" / "2026-11.xlsx").is_file()
    data = worked("report", "monthly", "2026-10", "--out", "{month}", "--json").data
    assert data["path"] == "2026-10/hall-report-2026-10.xlsx"
