"""What a report says of its own past (Art. 23), and the reckoning behind one shift."""

from pathlib import Path
from typing import Any

import pytest
from conftest import HALL, Run
from openpyxl import load_workbook

NOW = {"now": "2026-12-02T09:00"}


def sheet(path: Path, name: str) -> list[list[Any]]:
    """Every row of a sheet of a workbook."""
    book = load_workbook(path)
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


def text(rows: list[list[Any]]) -> str:
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def first(run: Run, month: str, only: str) -> dict[str, Any]:
    found: dict[str, Any] = run(
        "attendance", "show", "--month", month, "--only", only, "--json", **NOW
    ).data[0]
    return found


def other_than(who: str) -> str:
    return "T1012" if who != "T1012" else "T1011"


def as_rostered(run: Run, one: dict[str, Any], reason: str) -> None:
    run("attendance", "correct", "--shift", one["shift_no"], "--as-rostered", "--reason", reason,
        "--witness", other_than(one["staff_no"]), **NOW)  # fmt: skip


def test_the_final_report_closes_the_month(worked: Run, tmp_path: Path) -> None:
    """One command closes and writes; the workbook names the digest of what was kept."""
    final = (
        "report",
        "monthly",
        "2026-11",
        "--final",
        "--accept-open",
        "--out",
        "r.xlsx",
        "--json",
    )
    assert worked(*final, "--dry-run").data["dry_run"] is True
    assert worked("attendance", "closed", "--json").data == []
    figures = worked(*final).data["figures"]
    closed = worked("attendance", "closed", "--json").data[0]
    assert closed["digest"] in text(sheet(tmp_path / "r.xlsx", "指标口径与审计"))
    assert figures["due"] == closed["shifts"] - figures["swaps"]
    assert "更正表" not in load_workbook(tmp_path / "r.xlsx").sheetnames
    worked(*final)
    assert len(worked("attendance", "closed", "--json").data) == 1


def test_a_month_reported_anew_carries_its_corrections(worked: Run, tmp_path: Path) -> None:
    """Closed, opened with a reason, corrected: the report says reported → now, per shift and per total."""
    worked("attendance", "close", "2026-10", "--accept-open", **NOW)
    one = first(worked, "2026-10", "absent")
    worked("attendance", "reopen", "2026-10", "--reason", "补交证明", **NOW)
    as_rostered(worked, one, "当日在岗")
    worked("attendance", "close", "2026-10", "--accept-open", **NOW)
    worked("report", "monthly", "2026-10", "--out", "r.xlsx", **NOW)
    rows = sheet(tmp_path / "r.xlsx", "更正表")
    changed = [row for row in rows if row[2] == one["staff_no"]]
    assert [(row[0], row[5], row[6], row[8]) for row in changed] == [
        (one["on"], "缺勤", "出勤", 210)
    ]
    assert "补交证明" in text(rows)
    assert "缺勤" in text(rows)
    assert "共更正1班次" in text(rows)
    assert "当日在岗" in text(sheet(tmp_path / "r.xlsx", "异常"))
    assert "超出更正期限" in text(sheet(tmp_path / "r.xlsx", "异常"))


def test_the_next_report_carries_earlier_months(worked: Run, tmp_path: Path) -> None:
    """What became known of October before November's report stands in November's, and not again in December's."""
    worked("attendance", "close", "2026-10", "--accept-open", **NOW)
    one = first(worked, "2026-10", "absent")
    worked("attendance", "reopen", "2026-10", "--reason", "补交证明", **NOW)
    as_rostered(worked, one, "当日在岗")
    worked("report", "monthly", "2026-11", "--final", "--accept-open", "--out", "n.xlsx", **NOW)
    assert one["staff_no"] in text(sheet(tmp_path / "n.xlsx", "更正表"))
    worked("report", "monthly", "2026-12", "--out", "d.xlsx", now="2027-01-04T09:00")
    assert "更正表" not in load_workbook(tmp_path / "d.xlsx").sheetnames


def test_a_reopening_without_a_change_is_no_correction(worked: Run, tmp_path: Path) -> None:
    """A sign-in that is open again until the month is closed again is no change either."""
    absent = first(worked, "2026-11", "absent")
    worked("signout", absent["staff_no"], "--at", f"{absent['on']}T{absent['end']}", **NOW)
    worked("attendance", "close", "2026-11", "--accept-open", **NOW)
    worked("attendance", "reopen", "2026-11", "--reason", "误关", **NOW)
    worked("report", "monthly", "2026-11", "--out", "r.xlsx", **NOW)
    assert "更正表" not in load_workbook(tmp_path / "r.xlsx").sheetnames


DAY = "2026-11-20"
GIVER, TAKER, LEADER = "0240601001", "0240601002", "T1001"


@pytest.fixture
def desk(hall: Run, tmp_path: Path) -> Run:
    (tmp_path / "d.csv").write_text(
        f"日期,开始,结束,窗口,学号\n{DAY},08:30,12:00,W01,{GIVER}\n", encoding="utf-8"
    )

    def later(*words: object, **more: Any) -> Any:
        return hall(*words, **{"now": f"{DAY}T20:00", **more})

    later("duty", "import", "d.csv")
    return later


def why(run: Run, number: str) -> tuple[str, list[str]]:
    data = run("why", f"shift:{number}", "--json").data
    return data["because"], [one["because"] for one in data["steps"]]


def test_the_whole_reckoning_of_a_shift(desk: Run, tmp_path: Path) -> None:
    """Roster, special hours, raw punches with their source, merged taps, correction, check, excuse, closing."""
    (tmp_path / "p.dat").write_bytes(
        f"{GIVER}\t{DAY} 09:05:00\t1\t255\t1\t0\r\n{GIVER}\t{DAY} 09:05:20\t1\t255\t1\t0\r\n".encode()
    )
    desk("attendance", "import", "p.dat")
    desk(
        "calendar",
        "override",
        "special_hours",
        "--from",
        DAY,
        "--hours",
        "09:00-16:00",
        "--authority",
        "院办通知",
    )
    number = desk("duty", "list", "--from", DAY, "--json").data[0]["shift_no"]
    desk(
        "attendance",
        "correct",
        "--shift",
        number,
        "--out",
        "12:00",
        "--reason",
        "忘签退",
        "--witness",
        LEADER,
    )
    desk(
        "attendance",
        "check",
        GIVER,
        "--at",
        f"{DAY}T10:00",
        "--until",
        f"{DAY}T10:10",
        "--witness",
        LEADER,
    )
    desk("attendance", "excuse", number, "--reason", "送急件")
    because, steps = why(desk, number)
    assert "5 minutes late" in because
    told = "\n".join(steps)
    for said in (
        f"Rostered: {GIVER} at W01, {DAY} 08:30-12:00", "09:00-16:00 (院办通知)", "from 2026-11-20 07:00",
        "p.dat line 1", "p.dat line 2", "2 punches are 1 taps", "忘签退; witness T1001", "until 2026-11-20 10:10",
        "送急件", "Minutes served: 165; away: 10; also: left post, excused",
    ):  # fmt: skip
        assert said in told, told
    assert len(steps) == 10
    desk("attendance", "close", "2026-11", now="2026-12-01T09:00")
    assert why(desk, number)[1][-1].startswith("2026-11 is closed")


def test_the_reckoning_of_a_swap_and_of_leave(desk: Run) -> None:
    """Who gave what to whom, who approved it, and how the colleague is judged."""
    number = desk("duty", "list", "--from", DAY, "--json").data[0]["shift_no"]
    desk(
        "duty",
        "swap",
        GIVER,
        TAKER,
        "--shift",
        number,
        "--from",
        "08:30",
        "--to",
        "10:00",
        "--reason",
        "补考",
    )
    desk(
        "duty",
        "leave",
        GIVER,
        "--kind",
        "personal",
        "--reason",
        "家事",
        "--from",
        f"{DAY}T10:00",
        "--to",
        f"{DAY}T11:00",
    )
    _because, steps = why(desk, number)
    told = "\n".join(steps)
    assert f"{GIVER} gave 08:30-10:00 to {TAKER}, approved by A0001: 补考" in told
    assert f"{TAKER} is judged for that part: absent" in told
    assert "Leave 1 (personal leave)" in told


def test_an_unproven_sign_in_is_explained(desk: Run) -> None:
    """After the closing the reckoning says why a shift with a sign-out counts as absent."""
    desk("signout", GIVER, "--at", f"{DAY}T12:00")
    number = desk("duty", "list", "--from", DAY, "--json").data[0]["shift_no"]
    desk("attendance", "close", "2026-11", "--accept-open", now="2026-12-01T09:00")
    assert "nobody vouched for it" in why(desk, number)[0]


def test_a_class_keeps_a_colleague_from_a_shift(hall: Run, tmp_path: Path) -> None:
    """The timetable of the day counts, with the way between a class and the shift (Art. 6)."""
    hall("term", "periods", "import", HALL / "class_periods.csv")
    (tmp_path / "t.txt").write_text("星期四 1-2节 1-14周", encoding="utf-8")
    hall("roster", "timetable", "import", "t.txt", "--staff", TAKER)
    (tmp_path / "d.csv").write_text(
        f"日期,开始,结束,窗口,学号\n2026-12-03,10:14,12:00,W01,{GIVER}\n2026-12-03,14:00,17:30,W01,{GIVER}\n",
        encoding="utf-8",
    )
    hall("duty", "import", "d.csv")
    swap = (
        "duty",
        "swap",
        GIVER,
        TAKER,
        "--reason",
        "补考",
        "--json",
        "--shift",
        "2026-12-03T11:00",
    )
    ran = hall(*swap, code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["duty.taker_has_class"], "6")
    assert hall(*swap, "--from", "10:15", "--to", "12:00").data["state"] == "approved"
