"""The kiosk: an hour of taps in a real terminal, a busy file, bad cards, a power cut."""

import shutil
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from conftest import Run

if sys.platform == "win32":
    pytest.fail("these tests need a terminal of the Unix kind")

from kiosk_terminal import DAY, Terminal, an_hour_of_taps, locked

STAFF = [f"0240601{n:03d}" for n in range(1, 25)]


def punches(db: Path) -> list[tuple[str, str, str]]:
    """(instant, person, direction) of every punch of the day, by time."""
    book = sqlite3.connect(db)
    rows = book.execute(
        "SELECT at, staff_no, direction FROM punch WHERE voided_by IS NULL AND at LIKE ?"
        " ORDER BY at, staff_no",
        (f"{DAY}%",),
    ).fetchall()
    book.close()
    return [(row[0][:19], row[1], row[2]) for row in rows]


def test_an_hour_of_taps_with_a_busy_file_and_a_changing_window(
    worked: Run, tmp_path: Path
) -> None:
    """Nothing is lost, nothing is double, each punch has its own time; the terminal is left as it was."""
    db = tmp_path / "hall.db"
    taps = an_hour_of_taps(STAFF)
    kiosk = Terminal(db)
    kiosk.wait_for("接下来")

    def send(part: list[object]) -> None:
        for tap in part:
            kiosk.type(f"@{tap.at.isoformat()} {tap.said}\r")  # type: ignore[attr-defined]

    sizes = ((120, 40), (40, 10), (20, 5), (90, 26))
    third = len(taps) // 3
    for place, size in enumerate(sizes[:2]):
        send(taps[place * third // 2 : (place + 1) * third // 2])  # type: ignore[arg-type]
        kiosk.resize(*size)
    with locked(db):
        send(taps[third : third + 12])  # type: ignore[arg-type]
        kiosk.resize(*sizes[2])
        kiosk.resize(*sizes[3])
        kiosk.wait_for("已记下，稍后写入")
        kiosk.wait_for("数据文件空闲后立即写入")
        time.sleep(1)
    send(taps[third + 12 :])  # type: ignore[arg-type]
    kiosk.type("quit\r")
    status, said = kiosk.ended()
    assert status == 0, said
    assert "签到屏已退出" in said
    wanted = sorted((tap.at.isoformat(), tap.said) for tap in taps if tap.counts)
    assert [row[:2] for row in punches(db)] == wanted
    assert kiosk.before == kiosk.after
    assert kiosk.said.rstrip().endswith(b"\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l")
    assert worked("db", "check", "--json").data["findings"] == []
    text = kiosk.said.decode(errors="replace")
    assert "199-0000" not in text
    assert "1990000" not in text


def test_control_c_leaves_the_terminal_as_it_was(worked: Run, tmp_path: Path) -> None:
    """Interrupted: exit 130, the other screen gone, keys echoed again."""
    kiosk = Terminal(tmp_path / "hall.db")
    kiosk.wait_for("请刷卡")
    kiosk.interrupt()
    status, _said = kiosk.ended()
    assert status == 130
    assert kiosk.before == kiosk.after
    assert b"\x1b[?1049l" in kiosk.said


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_power_cut_loses_no_tap_that_was_answered(worked: Run, tmp_path: Path, kind: str) -> None:
    """What was noted while the file was busy is written when the next reader starts, once."""
    db = tmp_path / "hall.db"
    kiosk = Terminal(db)
    kiosk.wait_for("接下来")
    with locked(db, kind):
        kiosk.type("@08:25:05 0240601002\r@08:26:10 T1002\r")
        kiosk.wait_for("2 次刷卡已记下")
        kiosk.kill()
        kiosk.ended()
    ran = worked("signin", "--kiosk", stdin="", now=f"{DAY}T09:30", code=0)
    assert "2 taps recorded" in ran.err
    assert punches(db) == [
        (f"{DAY}T08:25:05", "0240601002", "in"), (f"{DAY}T08:26:10", "T1002", "in"),
    ]  # fmt: skip
    worked("signin", "--kiosk", stdin="")
    assert len(punches(db)) == 2


def test_a_hall_file_that_is_away_for_a_while(worked: Run, tmp_path: Path) -> None:
    """Taps are noted while somebody moves the file, and written when it is back."""
    db = tmp_path / "hall.db"
    kiosk = Terminal(db)
    kiosk.wait_for("接下来")
    shutil.move(db, tmp_path / "away.db")
    kiosk.type("@08:25:05 0240601002\r")
    kiosk.wait_for("1 次刷卡已记下")
    shutil.move(tmp_path / "away.db", db)
    kiosk.wait_for("08:25:05  贾二白 签到 准时")
    kiosk.type("quit\r")
    assert kiosk.ended()[0] == 0
    assert punches(db) == [(f"{DAY}T08:25:05", "0240601002", "in")]


def test_what_the_kiosk_answers(worked: Run) -> None:
    """On time, late by how much, already, out, early by how much, no duty, nobody; forced by a prefix."""
    lines = {
        "@08:20:00 0240601002": "Good morning, 贾二白  Signed in at 08:20:00  right on time",
        "@08:20:30 0240601002": "贾二白  Already signed in at 08:20:00",
        "@08:41:05 T1002": "Good morning, 甄二白  Signed in at 08:41:05  11 minutes late",
        "@11:50:00 T1002": "Goodbye, 甄二白  Signed out at 11:50:00  10 minutes before the end",
        "@12:01:00 0240601002": "Goodbye, 贾二白  Signed out at 12:01:00",
        "@12:02:00 A0001": "Good day, 甄大同  Signed in at 12:02:00  you are not on duty now",
        "@12:30:00 A0001": "Goodbye, 甄大同  Signed out at 12:30:00  you are not on duty now",
        "@12:31:00 12345678": "Card not recognised  Not known: 12345678",
        "@12:32:00 -T1003": "Goodbye, 甄三思  Signed out at 12:32:00",
        "@12:33:00 签到 T1004": "Good day, 甄四维  Signed in at 12:33:00",
        "@12:34:00 ；T1005？": "Goodbye, 甄五味  Signed out at 12:34:00",
    }
    ran = worked("signin", "--kiosk", stdin="\n".join(lines) + "\n", now=f"{DAY}T08:00")
    said = ran.out.splitlines()
    for wanted, got in zip(lines.values(), said, strict=True):
        assert got[9:].startswith(wanted), (wanted, got)
    assert "综合事务窗口" in said[0]
    assert "hallctl roster card NO 12345678" in ran.err
