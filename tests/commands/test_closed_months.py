"""The month (Art. 23): closed, protected, opened again, and what the next report says of it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from conftest import HALL, Run

NOW = "2026-12-02T09:00"
ONE, LEADER = "0240601001", "T1001"


def half_punched(run: Run) -> None:
    """Somebody who was absent in November turns out to have signed out, and nothing more."""
    absent = exceptions(run, "2026-11", "absent")[0]
    run("signout", absent["staff_no"], "--at", f"{absent['on']}T{absent['end']}")


@pytest.fixture
def desk(worked: Run) -> Run:
    """The worked hall on 2 December, October closed."""

    def later(*words: object, **more: Any) -> Any:
        return worked(*words, **{"now": NOW, **more})

    later("attendance", "close", "2026-10", "--accept-open")
    return later


def exceptions(run: Run, month: str, only: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(
        "attendance", "show", "--month", month, "--only", only, "--json"
    ).data
    return found


def test_a_month_is_closed_once_it_is_over_and_settled(worked: Run) -> None:
    """Not before its last shift is settled, only by the officer, and not while sign-ins are missing."""
    close = ("attendance", "close", "2026-11", "--json")
    assert worked(*close, code=3, now="2026-11-30T23:00").codes == ["attendance.month_not_over"]
    assert worked("--actor", LEADER, *close, code=3).codes == ["actor.not_the_officer"]
    half_punched(worked)
    still_open = exceptions(worked, "2026-11", "missing_in")
    assert still_open
    ran = worked(*close, code=3)
    assert set(ran.codes) == {"attendance.open_missing", "attendance.still_open"}
    assert len(ran.json["errors"]) >= len(still_open)
    assert still_open[0]["shift_no"] in str(ran.json["errors"])
    done = worked(*close, "--accept-open").data
    assert (done["state"], done["accepted_open"]) == ("closed", len(still_open))
    assert worked(*close).data["already"] is True
    shown = worked("attendance", "show", "--on", still_open[0]["on"], "--json").data
    one = next(row for row in shown if row["shift_no"] == still_open[0]["shift_no"])
    assert (one["status"], one["marks"][0]) == ("absent", "missing_in")
    assert exceptions(worked, "2026-11", "missing_in") == []


def test_a_corrected_sign_in_is_not_absent(worked: Run) -> None:
    """What a witness vouched for does not stop the closing."""
    half_punched(worked)
    for one in exceptions(worked, "2026-11", "missing_in"):
        worked("attendance", "correct", one["staff_no"], "--shift", one["shift_no"], "--in", one["start"],
               "--reason", "设备故障", "--witness", "T1012" if one["staff_no"] != "T1012" else "T1011")  # fmt: skip
    assert worked("attendance", "close", "2026-11", "--json").data["accepted_open"] == 0


def closed_acts(run: Run) -> list[tuple[object, ...]]:
    """One act of every kind of fact, all about October."""
    shift = run("attendance", "show", "--month", "2026-10", "--only", "absent", "--json").data[0]
    on, no, who = shift["on"], shift["shift_no"], shift["staff_no"]
    witness = "T1012" if who != "T1012" else "T1011"
    return [
        ("signin", who, "--at", f"{on}T{shift['start']}"),
        ("duty", "leave", who, "--kind", "sick", "--reason", "x", "--from", f"{on}T08:00", "--to", f"{on}T18:00"),
        ("duty", "leave", who, "--kind", "sick", "--reason", "x", "--from", "2026-09-30T08:00", "--to", "2026-11-30T18:00"),
        ("duty", "swap", who, witness, "--shift", no, "--reason", "x"),
        ("attendance", "correct", who, "--shift", no, "--as-rostered", "--reason", "x", "--witness", witness),
        ("attendance", "excuse", no, "--reason", "x"),
        ("attendance", "check", who, "--at", f"{on}T{shift['start']}", "--witness", witness),
        ("calendar", "override", "special_hours", "--from", on, "--hours", "09:00-16:00"),
        ("calendar", "override", "closure", "--from", "2026-10-31", "--to", "2026-11-01"),
        ("policy", "set", "attendance.grace_minutes", "5", "--from", "2026-10-15"),
        ("duty", "import", "october.csv"),
    ]  # fmt: skip


def test_nothing_is_added_to_a_closed_month(desk: Run, tmp_path: Path) -> None:
    """Punches, leave, swaps, corrections, checks, excuses, local days, settings, shifts: all name the month."""
    (tmp_path / "october.csv").write_text(
        "日期,开始,结束,窗口,学号\n2026-10-30,18:00,19:00,W01,T1001\n", encoding="utf-8"
    )
    acts = closed_acts(desk)
    for words in acts:
        ran = desk(*words, "--json", code=3)
        assert ran.codes[:1] == ["attendance.month_closed"], words
        error = ran.json["errors"][0]
        assert error["article"] == "23"
        assert "attendance reopen 2026-10" in error["message"]
    desk("attendance", "reopen", "2026-10", "--reason", "漏报一班")
    for words in acts:
        assert "attendance.month_closed" not in desk(*words, "--json", code=None).codes, words


def test_nothing_of_a_closed_month_is_undone(desk: Run) -> None:
    """Undo is no way round: neither of the facts nor of the closing itself."""
    log = desk("audit", "log", "--json").data
    punches = next(one for one in log if one["command"] == "attendance import")
    assert desk("undo", punches["entry_no"], "--json", code=3).codes == ["attendance.month_closed"]
    leave = next(one for one in log if one["command"] == "duty leave")
    assert desk("undo", leave["entry_no"], "--json", code=3).codes == ["attendance.month_closed"]
    ran = desk("undo", log[-1]["entry_no"], "--json", code=3)
    assert ran.codes == ["attendance.closing_stands"]
    desk("attendance", "reopen", "2026-10", "--reason", "漏报")
    assert desk("undo", "--json", code=3).codes == ["attendance.closing_stands"]
    desk("undo", leave["entry_no"])
    assert desk("db", "check", "--json").data["findings"] == []


def test_nothing_goes_round_the_program(desk: Run, tmp_path: Path) -> None:
    """The file itself refuses: no row of a closed month is added, voided or deleted by any other hand."""
    db = sqlite3.connect(tmp_path / "hall.db")
    try:
        for sql in (
            "INSERT INTO punch (entry_no, staff_no, at, direction, source)"
            " VALUES (1, 'T1001', '2026-10-15T08:30:00+08:00', 'in', 'typed')",
            "UPDATE punch SET voided_by = 1 WHERE at LIKE '2026-10%'",
            "UPDATE duty_shift SET voided_by = 1 WHERE on_date LIKE '2026-10%'",
            "UPDATE leave_span SET voided_by = 1 WHERE from_at LIKE '2026-10%'",
            "UPDATE shift_swap SET voided_by = 1 WHERE duty_shift_id IN"
            " (SELECT id FROM duty_shift WHERE on_date LIKE '2026-10%')",
            "UPDATE month_close SET voided_by = 1",
            "DELETE FROM punch WHERE at LIKE '2026-10%'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(sql)
    finally:
        db.close()


def test_other_months_go_on(desk: Run) -> None:
    """November and what follows are recorded as before."""
    desk("signin", "T1001", "--at", "2026-12-02T08:30")
    desk("calendar", "override", "special_hours", "--from", "2026-11-23", "--hours", "09:00-16:00")
    desk("policy", "set", "attendance.grace_minutes", "5", "--from", "2026-11-01")


def test_a_late_device_file(desk: Run, tmp_path: Path) -> None:
    """Lines of the closed month are reported, the others written with --skip-bad; known lines are no news."""
    assert desk("attendance", "import", HALL / "attlog_gate1.dat", "--json").data["already"] is True
    (tmp_path / "late.dat").write_bytes(
        b"T1001\t2026-10-15 07:00:00\t1\t0\t1\t0\r\nT1001\t2026-11-15 07:00:00\t1\t0\t1\t0\r\n"
    )
    ran = desk("attendance", "import", "late.dat", "--json", code=6)
    assert [(one["code"], one["row"]) for one in ran.json["errors"]] == [
        ("attendance.row_of_a_closed_month", 1)
    ]
    data = desk("attendance", "import", "late.dat", "--skip-bad", "--json").data
    assert (data["added"], data["rejected"]) == (1, 1)


def test_a_punch_after_midnight_belongs_to_the_month_before(worked: Run, tmp_path: Path) -> None:
    """A shift across the month's end is closed with its last punch."""
    (tmp_path / "n.csv").write_text(
        "日期,开始,结束,窗口,学号\n2026-11-30,22:00,24:00,W01,T1001\n", encoding="utf-8"
    )
    worked("duty", "import", "n.csv", now=NOW)
    worked("attendance", "close", "2026-11", "--accept-open", now=NOW)
    worked("signin", "T1001", "--at", "2026-12-01T00:30", now=NOW)


def test_reopening_needs_the_officer_and_a_month_that_was_closed(desk: Run) -> None:
    """Open months are not opened, and the list keeps every closing with its digest."""
    words = ("--reason", "漏报", "--json")
    assert desk("attendance", "reopen", "2026-11", *words, code=4).codes == [
        "attendance.never_closed"
    ]
    assert desk("--actor", LEADER, "attendance", "reopen", "2026-10", *words, code=3).codes == [
        "actor.not_the_officer"
    ]
    first = desk("attendance", "closed", "--json").data
    assert [(one["month"], one["state"]) for one in first] == [("2026-10", "closed")]
    assert desk("attendance", "reopen", "2026-10", *words).data["state"] == "reopened"
    assert desk("attendance", "reopen", "2026-10", *words).data["already"] is True
    again = desk("attendance", "close", "2026-10", "--accept-open", "--json").data
    assert again["digest"] == first[0]["digest"]
    assert [one["state"] for one in desk("attendance", "closed", "--json").data] == [
        "reopened",
        "closed",
    ]


def test_the_reminder(worked: Run) -> None:
    """Quiet until the day has passed, exit 8 afterwards, quiet again once everything is closed."""
    assert worked("attendance", "due", "--json", now="2026-11-05T18:00").data[0]["overdue"] is False
    ran = worked("attendance", "due", "--json", code=8, now="2026-12-07T18:00")
    assert [(one["month"], one["report_due_on"], one["overdue"]) for one in ran.data] == [
        ("2026-10", "2026-11-05", True), ("2026-11", "2026-12-07", False),
    ]  # fmt: skip
    told = worked("attendance", "due", code=8, now="2026-12-08T08:00")
    assert len(told.out.splitlines()) == 2
    assert "attendance close 2026-10" in told.out
    board = worked("status", "--json", now="2026-12-08T08:00").data
    assert [one["month"] for one in board["unreported"]] == ["2026-10", "2026-11"]
    for month in ("2026-10", "2026-11"):
        worked("attendance", "close", month, "--accept-open", now="2026-12-08T08:00")
    assert worked("attendance", "due", now="2026-12-08T08:00").out == ""
    assert worked("status", "--json", now="2026-12-08T08:00").data["unreported"] == []


def test_a_month_is_not_closed_over_taps_that_wait(worked: Run, tmp_path: Path) -> None:
    """Nobody is called absent for a tap that the file has not taken in; later taps stop nothing."""
    busy = sqlite3.connect(tmp_path / "hall.db", isolation_level=None)
    for at in ("2026-11-30T17:29", "2026-12-01T08:29"):
        busy.execute("BEGIN IMMEDIATE")
        worked("signin", "--kiosk", stdin=f"{ONE}\n", now=at, code=7)
        busy.execute("ROLLBACK")
    busy.close()
    close = ("attendance", "close", "2026-11", "--accept-open", "--json")
    ran = worked(*close, now=NOW, code=5)
    assert ran.codes == ["attendance.taps_waiting"]
    assert ran.json["errors"][0]["message"].count(" 1 ") == 1
    assert worked("status", "--json", now=NOW).data["taps_waiting"] == 2
    assert "hallctl signin --kiosk" in worked("status", now=NOW).out
    found = worked("day", "close", "--json", now=NOW, code=8).data["findings"]
    assert [one["number"] for one in found if one["code"] == "day.taps_waiting"] == [2]
    worked("signin", "--kiosk", stdin="", now=NOW)
    assert worked(*close, now=NOW).data["state"] == "closed"
    assert worked("status", "--json", now=NOW).data["taps_waiting"] == 0


def test_an_earlier_month_is_not_forgotten(worked: Run) -> None:
    """Closing November while October waits says so; in order nothing is said."""
    ran = worked("attendance", "close", "2026-11", "--accept-open", "--json", now=NOW)
    assert ran.codes == ["attendance.earlier_unreported"]
    ran = worked("attendance", "close", "2026-10", "--accept-open", "--json", now=NOW)
    assert ran.codes == []
