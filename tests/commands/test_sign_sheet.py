"""The paper sign-in sheet: printed, filled in by hand, read back."""

import hashlib
import sqlite3
from pathlib import Path

from conftest import Run
from openpyxl import load_workbook

DAY = "2026-12-02"


def test_a_sheet_is_filled_in_and_read_back(worked: Run, tmp_path: Path) -> None:
    """Rows are those on duty; times typed into it become punches of the source paper."""
    made = worked("template", "signin", "--on", DAY, "--out", "s.xlsx", "--json").data
    assert (made["days"], made["rows"]) == (1, 24)
    assert made["sha256"] == hashlib.sha256((tmp_path / "s.xlsx").read_bytes()).hexdigest()
    again = worked("template", "signin", "--on", DAY, "--out", "t.xlsx", "--json").data
    assert again["sha256"] == made["sha256"]
    book = load_workbook(tmp_path / "s.xlsx")
    sheet = book.active
    head = next(row for row in sheet.iter_rows() if row[0].value == "日期")
    assert [cell.value for cell in head][3:] == [
        "学号/工号",
        "姓名",
        "签到时间",
        "签名",
        "签退时间",
        "签名",
    ]
    first = head[0].row + 1
    numbers = [sheet.cell(first + n, 4).value for n in range(24)]
    sheet.cell(first, 6).value, sheet.cell(first, 8).value = "8:25", "12:01"
    sheet.cell(first + 1, 6).value = "08:41"
    spare = first + 24
    for column, value in ((1, DAY), (4, "A0001"), (6, "09:00")):
        sheet.cell(spare, column).value = value
    book.save(tmp_path / "s.xlsx")
    ran = worked("attendance", "import", "s.xlsx", "--json", now="2026-12-03T09:00")
    assert (ran.data["added"], ran.codes) == (4, [])
    db = sqlite3.connect(tmp_path / "hall.db")
    rows = db.execute(
        "SELECT staff_no, substr(at, 1, 16), direction FROM punch WHERE source = 'paper' ORDER BY at"
    ).fetchall()
    db.close()
    assert rows == [
        (numbers[0], f"{DAY}T08:25", "in"), (numbers[1], f"{DAY}T08:41", "in"),
        ("A0001", f"{DAY}T09:00", "in"), (numbers[0], f"{DAY}T12:01", "out"),
    ]  # fmt: skip
    text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "0000" not in text.replace("0240601", "")
    again_read = worked("attendance", "import", "s.xlsx", "--json", now="2026-12-03T09:00")
    assert again_read.data["already"] is True


def test_an_empty_sheet_says_nothing(worked: Run) -> None:
    """Nobody signed: no punch, no fault."""
    worked("template", "signin", "--on", DAY, "--out", "s.xlsx")
    found = worked("attendance", "import", "s.xlsx", "--json").data
    assert (found["added"], found["rejected"]) == (0, 0)


def test_a_week_has_a_page_per_day(worked: Run, tmp_path: Path) -> None:
    """Days without duty have none; one window alone is possible."""
    made = worked("template", "signin", "--week", "2026-W48", "--out", ".", "--json").data
    assert made["days"] == 5
    assert load_workbook(tmp_path / "signin-2026-W48.xlsx").sheetnames[0] == "11月23日"
    one = worked("template", "signin", "--on", DAY, "--window", "W02", "--out", "w.xlsx", "--json")
    assert one.data["rows"] == 2
    assert worked("template", "signin", "--on", "2026-12-05", "--json", code=4).codes == [
        "template.nobody_on_duty"
    ]
    both = worked("template", "signin", "--on", DAY, "--week", "this", "--json", code=2)
    assert both.codes == ["template.day_or_week"]
