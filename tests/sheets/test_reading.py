"""Reading what people really send, and refusing what would do harm."""

import contextlib
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hallctl.errors import BadInput
from hallctl.model import SHANGHAI
from hallctl.sheets import guard
from hallctl.sheets.cells import parse_date, parse_instant, parse_minute
from hallctl.sheets.headers import Fields, find_table, plain_header
from hallctl.sheets.items import split_departments, split_materials
from hallctl.sheets.items.words import tiers_of_steps
from hallctl.sheets.punches import read_punches
from hallctl.sheets.read import read_book, text_of
from hallctl.sheets.roster import parse_roster

FIELDS = Fields(
    {"staff_no": ("学号", "工号"), "name": ("姓名",), "phone": ("手机", "联系电话")},
    ("staff_no", "name"),
)


def book(path: Path, *rows: list[object]) -> Path:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read_book(path)
    return caught.value.code


def test_a_far_cell_is_refused_before_any_reader_sees_it(tmp_path: Path) -> None:
    """One cell in the last corner would take the process down."""
    made = Workbook()
    made.active["A1"] = made.active["XFD1048576"] = "学号"
    made.save(tmp_path / "far.xlsx")
    assert refused(tmp_path / "far.xlsx") == "sheet.far_cell"


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what the archive claims, without unpacking it; and by the file's own size."""
    monkeypatch.setattr(guard, "MAX_UNPACKED", 10_000)
    path = book(tmp_path / "a.xlsx", ["学号"], *(["1"] for _n in range(2000)))
    assert refused(path) == "sheet.zip_bomb"
    monkeypatch.setattr(guard, "MAX_BYTES", 100)
    assert refused(path) == "sheet.too_large"


def test_entities_are_refused(tmp_path: Path) -> None:
    """A document type has no place in a spreadsheet."""
    source = book(tmp_path / "a.xlsx", ["学号"])
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/"):
                text = b'<!DOCTYPE x [<!ENTITY a "b">]>' + text
            new.writestr(name, text)
    assert refused(tmp_path / "b.xlsx") == "sheet.damaged"


def test_what_is_no_spreadsheet(tmp_path: Path) -> None:
    """Another archive, an encrypted book, an empty file, a folder, bytes without meaning."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refused(tmp_path / "a.xlsx") == "sheet.unknown_format"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    (tmp_path / "b.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert refused(tmp_path / "b.xlsx") == "sheet.encrypted"
    (tmp_path / "c.xls").write_bytes(ole)
    assert refused(tmp_path / "c.xls") == "sheet.damaged"
    (tmp_path / "d.csv").write_bytes(b"")
    assert refused(tmp_path / "d.csv") == "sheet.empty"
    (tmp_path / "e.csv").write_bytes(b"a,b\n\xff\xff\xff\n")
    assert refused(tmp_path / "e.csv") == "sheet.unknown_format"
    assert refused(tmp_path) == "sheet.missing_file"


@given(st.binary(max_size=300), st.sampled_from(["", "PK\x03\x04", "学号,姓名\n"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, head: str) -> None:
    """Nothing but BadInput ever comes out."""
    path = tmp_path / "x.csv"
    path.write_bytes(head.encode() + content)
    for reader in (
        read_book,
        lambda one: parse_roster([one]),
        lambda path: read_punches(path, "attlog", {}),
        lambda path: read_punches(path, "table", {}),
        lambda path: read_punches(path, "auto", {}),
    ):
        with contextlib.suppress(BadInput):
            reader(path)


def test_row_numbers_are_those_of_the_program(tmp_path: Path) -> None:
    """Empty rows above and between count, trailing ones are dropped."""
    path = book(
        tmp_path / "a.xlsx", [None], ["标题"], ["学号", "姓名"], [None], ["1", "甄一"], [None, ""]
    )
    sheet = read_book(path).sheets[0]
    table = find_table(sheet, FIELDS)
    assert table is not None
    assert [(record.row, record.values["name"]) for record in table.records] == [(5, "甄一")]
    assert sheet.rows[-1].number == 5


def test_headers_in_two_rows_with_alternatives(tmp_path: Path) -> None:
    """Merged groups above, 学号/工号 in one cell, spaces inside, a column nobody knows, one never kept."""
    made = Workbook()
    sheet = made.active
    sheet.append(["花名册"])
    sheet.append(["学号/工号", "姓 名", "联系方式", None, "身份证号", "备注"])
    sheet.append([None, None, "手机（本人）", "邮箱", None, None])
    for span in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"):
        sheet.merge_cells(span)
    sheet.append(["007", "甄一", "199", "a@b", "000", "x"])
    made.save(tmp_path / "a.xlsx")
    table = find_table(read_book(tmp_path / "a.xlsx").sheets[0], FIELDS)
    assert table is not None
    assert table.records[0].values == {"staff_no": "007", "name": "甄一", "phone": "199"}
    assert (table.ignored, table.not_kept) == (["邮箱", "备注"], ["身份证号"])
    assert table.records[0].headers["staff_no"] == "学号/工号"


def test_legacy_workbooks(tmp_path: Path) -> None:
    """An .xls is read like an .xlsx, whatever its name says."""
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("表")
    for n, row in enumerate((("学号", "姓名"), ("0012", "甄一"), (240001, "贾二"))):
        for column, value in enumerate(row):
            sheet.write(n, column, value)
    made.save(str(tmp_path / "a.xlsx"))
    table = find_table(read_book(tmp_path / "a.xlsx").sheets[0], FIELDS)
    assert table is not None
    assert [text_of(record.values["staff_no"]) for record in table.records] == ["0012", "240001"]


def test_delimiters_of_csv(tmp_path: Path) -> None:
    """Comma, semicolon, tab; quoted line breaks keep their row together."""
    for delimiter in (",", ";", "\t"):
        path = tmp_path / "a.csv"
        path.write_text(f'学号{delimiter}姓名\n1{delimiter}"甄\n一"\n', encoding="utf-8")
        assert find_table(read_book(path).sheets[0], FIELDS)


def test_formulas_come_as_their_last_value(tmp_path: Path) -> None:
    """A formula without a stored value is an empty cell, never its text."""
    path = book(tmp_path / "a.xlsx", ["学号", "姓名"], ["1", "=A2"])
    table = find_table(read_book(path).sheets[0], FIELDS)
    assert table is not None
    assert table.records[0].values["name"] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01", date(2026, 3, 1)), ("2026/3/1", date(2026, 3, 1)), ("2026.3.1", date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1)), ("2026年 3月 1日", date(2026, 3, 1)), ("20260301", date(2026, 3, 1)),
        ("46082", date(2026, 3, 1)), ("2026-03-01 00:00:00", date(2026, 3, 1)), ("2026-13-01", None), ("3月1日", None),
        ("20261301", None), ("soon", None),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text: str, expected: date | None) -> None:
    """Serials, Chinese dates, dots and slashes; nothing is guessed."""
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("8:30", 510),
        ("08：30", 510),
        ("24:00", 1440),
        ("24:01", None),
        ("8", None),
        ("12:60", None),
    ],
)
def test_clock_times(text: str, minute: int | None) -> None:
    """Minutes after midnight."""
    assert parse_minute(text) == minute


def test_instants() -> None:
    """With a date of their own or on a given day; a date alone is its midnight."""
    at = datetime(2026, 3, 1, 8, 30, 5, tzinfo=SHANGHAI)
    assert parse_instant("2026-03-01 08:30:05") == parse_instant("2026年3月1日 8:30:05") == at
    assert parse_instant("2026-03-01T08:30:05") == parse_instant("08:30:05", date(2026, 3, 1)) == at
    assert parse_instant("2026-03-01") == datetime(2026, 3, 1, tzinfo=SHANGHAI)
    assert parse_instant("08:30") is None
    assert parse_instant("2026-03-01 25:00") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("申请表、学生证", ["申请表", "学生证"]), ("1.申请表\n2.学生证、照片", ["申请表", "学生证、照片"]),
        ("申请表；学生证", ["申请表", "学生证"]), ("（1）申请表（2）学生证", ["申请表", "学生证"]),
        ("1、申请表 2、2.5寸照片", ["申请表", "2.5寸照片"]), ("", []),
    ],
)  # fmt: skip
def test_materials_in_one_cell(text: str, names: list[str]) -> None:
    """By line, ； or number; by 、 only when there is nothing else."""
    assert split_materials(text) == names


def test_departments_in_order() -> None:
    """、 is side by side, → is one after the other; a number in brackets is a limit of its own."""
    assert split_departments("学工处、财务处→教务处") == [
        (1, "学工处", None),
        (1, "财务处", None),
        (2, "教务处", None),
    ]
    assert split_departments("教务处（2）、保卫处(3个工作日)→财务处(1天)、学院(系)") == [
        (1, "教务处", 2),
        (1, "保卫处", 3),
        (2, "财务处", 1),
        (2, "学院(系)", None),
    ]
    assert split_departments("教务处（2，校级研究件）、校办(上报件)→财务处") == [
        (1, "教务处", 2),
        (1, "校办", None),
        (2, "财务处", None),
    ]
    assert tiers_of_steps("教务处（2，校级研究件）、校办(上报件)→财务处、学院(系)") == [
        "college",
        "superior",
    ]


def test_headers_are_compared_plainly() -> None:
    """Full-width letters, spaces, brackets and capitals do not matter."""
    assert plain_header("姓　名（必填）") == plain_header("姓名") == "姓名"
    assert plain_header("ＳＴＡＦＦ_No") == "staffno"


def test_attlog_layouts(tmp_path: Path) -> None:
    """Six fields have a device column, five or seven have none; padded numbers, lone line ends."""
    path = tmp_path / "a.dat"
    path.write_bytes(
        b"      0012\t2026-11-02 08:29:59\t3\t0\t1\t0\r\n0012\t2026-11-02 12:00:01\t1\t1\t0\n"
        b"0012\t2026-11-02 13:00:00\t255\t1\t0\t0\t0\r\n\r\n\x1a"
    )
    layout, parsed = read_punches(path, "auto", {})
    assert [(one.staff_no, one.direction, one.device) for one in parsed.rows] == [
        ("0012", "in", "3"), ("0012", "out", None), ("0012", "?", None)]  # fmt: skip
    assert parsed.errors == []
    assert layout == "attlog"


def test_tables_of_punches(tmp_path: Path) -> None:
    """One time with a direction, or a sign-in and a sign-out per row; -- is no punch."""
    path = book(tmp_path / "a.xlsx", ["学号", "日期", "时间", "签到/签退"], ["1", date(2026, 11, 2), time(8, 30, 5), "签到"],
                ["1", "2026年11月2日", "12:00", ""])  # fmt: skip
    rows = read_punches(path, "table", {})[1].rows
    assert [(one.at.strftime("%d %H:%M:%S"), one.direction) for one in rows] == [
        ("02 08:30:05", "in"),
        ("02 12:00:00", "?"),
    ]
    path = book(
        tmp_path / "b.xlsx",
        ["工号", "日期", "签到时间", "签退时间"],
        ["1", "2026-11-02", "08:30", "--"],
    )
    layout, parsed = read_punches(path, "auto", {})
    assert [(one.at.hour, one.direction) for one in parsed.rows] == [(8, "in")]
    assert layout == "table"
