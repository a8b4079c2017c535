"""Devices' files and daily exports: found by header name, each punch once, each line accounted for."""

import sqlite3
from pathlib import Path

import pytest
from conftest import HALL, Run


def punches(db: Path, sources: tuple[str, ...]) -> list[tuple[str, ...]]:
    """(person, instant, direction, remark) of some sources, by time."""
    book = sqlite3.connect(db)
    marks = ",".join("?" * len(sources))
    rows = book.execute(
        f"SELECT staff_no, substr(at, 1, 19), direction, ifnull(remark, '') FROM punch"
        f" WHERE voided_by IS NULL AND source IN ({marks}) ORDER BY at, staff_no",
        sources,
    ).fetchall()
    book.close()
    return [tuple(row) for row in rows]


def test_a_dingtalk_daily_export(hall: Run, tmp_path: Path) -> None:
    """Two pairs a day, missing ones left out, 次日 is the day after, 外勤 and 补卡 are marked."""
    ran = hall("attendance", "import", HALL / "dingtalk_daily.xlsx", "--json")
    assert (ran.data["rows"], ran.data["added"], ran.data["rejected"]) == (9, 9, 0)
    assert ran.codes == ["attendance.outside", "attendance.made_up"]
    assert punches(tmp_path / "hall.db", ("dingtalk",)) == [
        ("T1003", "2026-11-25T08:20:00", "in", "outside"),
        ("0240601001", "2026-11-25T08:25:00", "in", ""),
        ("0240601002", "2026-11-25T08:41:00", "in", ""),
        ("0240601001", "2026-11-25T12:03:00", "out", ""),
        ("T1003", "2026-11-25T12:10:00", "out", "made_up"),
        ("0240601001", "2026-11-25T14:00:00", "in", ""),
        ("0240601001", "2026-11-25T17:31:00", "out", ""),
        ("T1004", "2026-11-26T18:00:00", "in", ""),
        ("T1004", "2026-11-27T00:10:00", "out", ""),
    ]
    assert hall("attendance", "import", HALL / "dingtalk_daily.xlsx", "--json").data["already"]


def test_a_wecom_daily_export(hall: Run, tmp_path: Path) -> None:
    """Accounts that are nobody's are named once with all their lines; a map makes them known."""
    words = ("attendance", "import", HALL / "wecom_daily.xlsx", "--device", "企业微信", "--json")
    ran = hall(*words, code=6)
    assert ran.codes == ["attendance.unknown_pin"]
    message = ran.json["errors"][0]["message"]
    assert "2 lines: 6-7" in message
    assert "attendance device 企业微信 --map zhen.liuhe=" in message
    left = hall(*words, "--skip-bad", "--dry-run").data
    assert (left["added"], left["rejected"]) == (2, 2)
    hall("attendance", "device", "企业微信", "--map", "zhen.liuhe=T1006", "--on", "2026-11-01")
    assert hall(*words).data["added"] == 5
    assert punches(tmp_path / "hall.db", ("wecom",))[0] == (
        "0240601005", "2026-11-25T08:28:00", "in", "",
    )  # fmt: skip


def test_the_order_of_columns_does_not_matter(hall: Run, tmp_path: Path) -> None:
    """One header row, columns moved about, several times in a cell: still by name."""
    (tmp_path / "d.csv").write_text(
        "下班1打卡结果,下班1打卡时间,日期,上班1打卡时间,工号,姓名\n"
        "正常,12:01,2026-11-25,08:20(外勤),T1001,甄一鸣\n"
        ",25:99,2026-11-25,--,T1002,甄二白\n"
        ",,不是日期,08:20,T1002,甄二白\n",
        encoding="utf-8",
    )
    ran = hall("attendance", "import", "d.csv", "--json", code=6)
    assert [(one["row"], one["column"]) for one in ran.json["errors"]] == [
        (3, "下班1打卡时间"), (4, "日期"),
    ]  # fmt: skip
    assert hall("attendance", "import", "d.csv", "--skip-bad", "--json").data["added"] == 2
    assert punches(tmp_path / "hall.db", ("dingtalk",)) == [
        ("T1001", "2026-11-25T08:20:00", "in", "outside"),
        ("T1001", "2026-11-25T12:01:00", "out", ""),
    ]
    bad = hall("attendance", "import", HALL / "windows.csv", "--layout", "wecom", "--json", code=6)
    assert bad.codes == ["sheet.no_daily_form"]


@pytest.fixture
def gates(tmp_path: Path) -> tuple[Path, Path]:
    """Two devices that give the same number to different people; the second clock is 90 s fast."""
    first, second = tmp_path / "a.dat", tmp_path / "b.dat"
    first.write_text("12\t2026-11-25 08:20:00\tA\t0\t1\t0\r\n", encoding="utf-8")
    second.write_text("12\t2026-11-25 08:31:30\tB\t0\t1\t0\r\n", encoding="utf-8")
    return first, second


def test_two_devices_with_the_same_number(
    hall: Run, tmp_path: Path, gates: tuple[Path, Path]
) -> None:
    """Each device has its own map and its own clock; the device's time is kept beside the real one."""
    ran = hall("attendance", "import", gates[0], "--json", code=6)
    assert "device A --map 12=" in ran.json["errors"][0]["message"]
    told = hall("attendance", "device", "A", "--map", "12=T1001", "--on", "2026-11-01", "--json")
    assert told.data["pins"][0]["staff_no"] == "T1001"
    (tmp_path / "pins.csv").write_text("登记号码,学号\n12,T1002\n", encoding="utf-8")
    words = (
        "attendance",
        "device",
        "B",
        "--map",
        "pins.csv",
        "--offset",
        "90",
        "--on",
        "2026-11-01",
    )
    assert hall(*words, "--json").data["clocks"][0]["offset_seconds"] == 90
    assert hall(*words, "--json").data["already"] is True
    for path in gates:
        assert hall("attendance", "import", path, "--json").data["added"] == 1
    assert punches(tmp_path / "hall.db", ("device",)) == [
        ("T1001", "2026-11-25T08:20:00", "in", ""), ("T1002", "2026-11-25T08:30:00", "in", ""),
    ]  # fmt: skip
    book = sqlite3.connect(tmp_path / "hall.db")
    assert book.execute(
        "SELECT raw_at, offset_seconds, device FROM punch WHERE staff_no = 'T1002'"
    ).fetchall() == [("2026-11-25T08:31:30+08:00", 90, "B")]
    book.close()
    hall("attendance", "device", "B", "--offset", "60", "--on", "2026-11-01")
    assert hall("attendance", "import", gates[1], "--json").data["already"] is True
    assert hall("db", "check", "--json").data["findings"] == []


def test_a_map_counts_from_its_day_on(hall: Run, gates: tuple[Path, Path]) -> None:
    """A number that went to somebody else keeps its earlier owner; undo takes the new one back."""
    hall("attendance", "device", "A", "--map", "12=T1001", "--on", "2026-11-01")
    hall("attendance", "device", "A", "--map", "12=T1002", "--on", "2026-11-26")
    hall("attendance", "import", gates[0])
    shown = hall("attendance", "device", "A", "--json").data[0]["pins"]
    assert [one["staff_no"] for one in shown] == ["T1002", "T1001"]
    log = hall("audit", "log", "--json").data
    hall("undo", [one["entry_no"] for one in log if one["command"] == "attendance device"][-1])
    assert len(hall("attendance", "device", "A", "--json").data[0]["pins"]) == 1
    assert "A: 12 = T1001" in hall("attendance", "device").out


def test_devices_are_told_apart(hall: Run) -> None:
    """Unknown people and a missing name are mistakes; nothing is written."""
    assert hall("attendance", "device", "A", "--map", "1=x", "--json", code=6).codes == [
        "attendance.pin_of_nobody"
    ]
    assert hall("attendance", "device", "--offset", "5", "--json", code=2).codes == [
        "attendance.which_device"
    ]
    assert hall("attendance", "device", "--json").data == []


def test_overlapping_files_give_each_punch_once(hall: Run, tmp_path: Path) -> None:
    """The first file again with more at its end adds only what is new."""
    one = "T1001\t2026-11-25 08:20:00\t1\t0\t1\t0\r\n"
    more = one + "T1001\t2026-11-25 12:00:00\t1\t1\t1\t0\r\n"
    (tmp_path / "a.dat").write_text(one, encoding="utf-8")
    (tmp_path / "b.dat").write_text(more, encoding="utf-8")
    assert hall("attendance", "import", "a.dat", "--json").data["added"] == 1
    found = hall("attendance", "import", "b.dat", "--json").data
    assert (found["added"], found["unchanged"]) == (1, 1)
