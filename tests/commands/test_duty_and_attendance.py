"""Rosters of duty, punches, and what each shift is called."""

import io
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from conftest import EXPECTED, HALL, Run

GRID = (
    "duty",
    "import",
    HALL / "duty_2026-11_grid.xlsx",
    "--from",
    "2026-11-02",
    "--to",
    "2026-12-04",
)


def test_both_forms_of_a_roster(worked: Run) -> None:
    """The list and the repeated grid give as many shifts as were made up."""
    files = EXPECTED["attendance"]["files"]
    october = worked("duty", "list", "--from", "2026-10-01", "--to", "2026-10-31", "--json").data
    given = sum("taken_from" in one for one in october)
    assert len(october) - given == files["duty_2026_10"]
    november = worked("duty", "list", "--from", "2026-11-02", "--to", "2026-12-04", "--json").data
    taken = sum("taken_from" in one for one in november)
    assert len(november) - taken == files["duty_2026_11_grid"] + files["extra"]
    assert {(one["start"], one["end"]) for one in october} == {
        ("08:30", "12:00"),
        ("14:00", "17:30"),
    }


@pytest.mark.parametrize("words", [
    GRID, ("duty", "import", HALL / "duty_2026-10.xlsx"), ("attendance", "import", HALL / "attlog_gate1.dat"),
    ("attendance", "import", HALL / "attlog_gate2.dat"), ("attendance", "import", HALL / "punches_table.xlsx"),
    ("case", "import", HALL / "cases.xlsx"),
], ids=lambda words: words[2].name)  # fmt: skip
def test_importing_twice_changes_nothing(worked: Run, words: tuple[object, ...]) -> None:
    """Shifts, punches and cases know themselves again."""
    assert worked(*words, "--json").data["already"] is True


def test_a_swap_is_not_lost_by_an_import(worked: Run, tmp_path: Path) -> None:
    """A new list that changes or withdraws a swapped shift is a conflict; nothing is written."""
    swapped = next(
        one
        for one in worked("duty", "list", "--from", "2026-11-10", "--json").data
        if "given_to" in one
    )
    (tmp_path / "a.csv").write_text(
        f"日期,开始,结束,窗口,学号\n{swapped['on']},{swapped['start']},11:30,{swapped['window_no']},{swapped['staff_no']}\n",
        encoding="utf-8",
    )
    assert worked("duty", "import", "a.csv", "--json", code=5).codes == ["duty.would_lose_swaps"]
    (tmp_path / "b.csv").write_text(
        f"日期,班次,窗口,学号\n{swapped['on']},上午,W01,T1001\n", encoding="utf-8"
    )
    assert worked("duty", "import", "b.csv", "--replace", "--json", code=5).codes == [
        "duty.would_lose_swaps"
    ]
    assert worked(
        "duty", "list", "--from", swapped["on"], "--staff", swapped["staff_no"], "--json"
    ).data[0]["given_to"]


def test_a_grid_needs_its_days(hall: Run) -> None:
    """Weekdays alone say nothing about dates."""
    assert hall("duty", "import", GRID[2], "--json", code=2).codes == ["duty.grid_needs_span"]


def test_a_grid_with_dates_of_its_own(hall: Run, tmp_path: Path) -> None:
    """Dates in the header need no span; names under a window's own sheet need no window."""
    (tmp_path / "g.csv").write_text(
        "时间,2026-11-02（周一）,2026年11月3日\n8:30-12:00,综合事务窗口：贾一鸣、贾二白,综合事务窗口：甄一鸣\n",
        encoding="utf-8",
    )
    assert hall("duty", "import", "g.csv", "--json").data["added"] == 3
    found = hall("duty", "list", "--from", "2026-11-02", "--to", "2026-11-03", "--json").data
    assert [(one["on"], one["staff_no"]) for one in found] == [
        ("2026-11-02", "0240601001"), ("2026-11-02", "0240601002"), ("2026-11-03", "T1001"),
    ]  # fmt: skip


def test_shifts_that_touch_are_no_conflict(hall: Run, tmp_path: Path) -> None:
    """From one window to the next at noon; a minute of overlap is two places at once."""
    head = "日期,开始,结束,窗口,学号\n2026-11-02,08:30,12:00,W01,T1001\n"
    (tmp_path / "a.csv").write_text(head + "2026-11-02,12:00,17:30,W02,T1001\n", encoding="utf-8")
    assert hall("duty", "import", "a.csv", "--json").data["added"] == 2
    (tmp_path / "b.csv").write_text(head + "2026-11-02,11:59,17:30,W02,T1001\n", encoding="utf-8")
    assert hall("duty", "import", "b.csv", "--json", code=6).codes == ["duty.two_places"]


def test_namesakes_are_told_apart_by_their_window(hall: Run, tmp_path: Path) -> None:
    """Two people of one name: at their own windows each is clear; at a third neither is."""
    head = "日期,班次,窗口,学号\n2026-11-02,上午,"
    for window, number in (("W03", "0240601005"), ("W12", "0240601024")):
        (tmp_path / "a.csv").write_text(f"{head}{window},贾五味\n", encoding="utf-8")
        hall("duty", "import", "a.csv")
        listed = hall("duty", "list", "--from", "2026-11-02", "--window", window, "--json").data
        assert [one["staff_no"] for one in listed] == [number]
    (tmp_path / "a.csv").write_text(f"{head}W05,贾五味\n", encoding="utf-8")
    assert hall("duty", "import", "a.csv", "--json", code=6).codes == ["duty.ambiguous_name"]


def test_bad_duties_are_reported_at_once(hall: Run, tmp_path: Path) -> None:
    """Unknown window, person and shift, an ambiguous name, two places at once, before the regulation."""
    (tmp_path / "d.csv").write_text(
        "日期,班次,窗口,学号\n2026-11-02,上午,没有窗口,T1001\n2026-11-02,上午,W01,没有人\n2026-11-02,半夜,W01,T1001\n"
        "2026-11-02,上午,W05,贾五味\n2026-11-03,上午,W01,T1001\n2026-11-03,上午,W02,T1001\n2026-08-31,上午,W01,T1001\n",
        encoding="utf-8",
    )
    errors = hall("duty", "import", "d.csv", "--json", code=6).json["errors"]
    assert [(one["row"], one["code"]) for one in errors] == [
        (2, "imports.unknown_window"), (3, "imports.unknown_person"), (4, "duty.unknown_shift"),
        (5, "duty.ambiguous_name"), (7, "duty.two_places"), (8, "duty.before_regulation"),
    ]  # fmt: skip
    assert (errors[1]["column"], errors[1]["value"]) == ("学号", "没有人")
    assert "0240601005" in errors[3]["message"]
    assert hall("duty", "list", "--on", "2026-11-02", "--json", code=2)
    assert hall("duty", "list", "--from", "2026-11-02", "--to", "2026-11-03", "--json").data == []


def test_replacing_a_roster(hall: Run, tmp_path: Path) -> None:
    """With --replace, shifts in the file's days that it no longer has are withdrawn."""
    head = "日期,班次,窗口,学号\n"
    first = "2026-11-02,上午,W01,T1001\n2026-11-03,上午,W01,0240601001\n"
    (tmp_path / "a.csv").write_text(head + first + "2026-11-04,上午,W01,T1001\n", encoding="utf-8")
    hall("duty", "import", "a.csv")
    (tmp_path / "b.csv").write_text(
        head + "2026-11-02,上午,W01,T1001\n2026-11-03,上午,W01,0240601002\n", encoding="utf-8"
    )
    ran = hall("duty", "import", "b.csv", "--replace", "--json")
    assert (ran.data["added"], ran.data["unchanged"]) == (1, 1)
    left = hall("duty", "list", "--from", "2026-11-01", "--to", "2026-11-30", "--json").data
    assert [(one["on"], one["staff_no"]) for one in left] == [
        ("2026-11-02", "T1001"), ("2026-11-03", "0240601002"), ("2026-11-04", "T1001"),
    ]  # fmt: skip


@pytest.mark.parametrize("month", ["2026-10", "2026-11"])
def test_attendance_is_what_was_made_up(worked: Run, month: str) -> None:
    """Every person's month comes out as the generator meant it, counted here from the shifts shown."""
    truth = EXPECTED["attendance"]["person"][month]
    counted: dict[str, Counter[str]] = {}
    for one in worked("attendance", "show", "--month", month, "--json").data:
        count = counted.setdefault(one["staff_no"], Counter())
        if one["status"] == "given_away":
            count["swaps"] += 1
            continue
        names = {one["status"], *one["marks"]}
        count["due"] += 1
        count["late"] += "late" in names
        count["early"] += "early" in names
        count["missing"] += bool(names & {"missing_in", "missing_out"})
        count["absent"] += "absent" in names
        count["leave"] += "leave" in names
        count["attended"] += not names & {"absent", "leave"}
    for number, expected in truth.items():
        found = {name: value for name, value in counted[number].items() if value}
        expected = {name: value for name, value in expected.items() if name != "substitutes"}
        assert found == expected, number
    assert set(counted) == set(truth)


def test_a_recount_from_the_raw_files(worked: Run) -> None:
    """Punches read here line by line, shifts bound by day and person, agree with what is shown."""
    punches: dict[tuple[str, str], list[datetime]] = {}
    for name in ("attlog_gate1.dat", "attlog_gate2.dat"):
        for line in (HALL / name).read_text().splitlines():
            number, at = re.match(r"\s*(\S+)\t(\S+ \S+)\t", line).groups()  # type: ignore[union-attr]
            punches.setdefault((number, at[:10]), []).append(datetime.fromisoformat(at))
    compared = 0
    for one in worked("attendance", "show", "--month", "2026-10", "--json").data:
        seen = sorted(set(punches.get((one["staff_no"], one["on"]), [])))
        if one["status"] in {"given_away", "leave"}:
            assert not seen
            continue
        compared += 1
        assert (one["status"] == "absent") == (not seen)
        if one["status"] in {"present", "late", "early"} and len(seen) == 2:
            start = datetime.fromisoformat(f"{one['on']}T{one['start']}")
            end = datetime.fromisoformat(f"{one['on']}T{one['end']}")
            late = int((seen[0].replace(second=0) - start).total_seconds()) // 60
            early = int((end - seen[1].replace(second=0)).total_seconds()) // 60
            assert (one["minutes_late"], one["minutes_early"]) == (max(0, late), max(0, early))
    total = EXPECTED["attendance"]["total"]["2026-10"]
    assert compared == total["due"] - total["leave"]


def test_bad_lines_of_a_device_are_reported_by_number(worked: Run) -> None:
    """Each line that cannot be used is named; the good one is written when the others may be left out."""
    words = ("attendance", "import", HALL / "attlog_bad.dat", "--json")
    errors = worked(*words, code=6).json["errors"]
    assert len(errors) == EXPECTED["attendance"]["files"]["attlog_bad"]
    assert [(one["row"], one["code"]) for one in errors] == [
        (2, "sheet.bad_instant"), (3, "sheet.attlog_fields"), (4, "attendance.unknown_pin"),
        (5, "sheet.attlog_status"), (6, "attendance.future"),
    ]  # fmt: skip
    data = worked(*words, "--skip-bad").data
    assert (data["rows"], data["added"], data["rejected"]) == (6, 1, 5)


def test_a_devices_own_numbers(worked: Run, tmp_path: Path) -> None:
    """--pin gives a device's number its staff number; both layouts are told apart by their fields."""
    (tmp_path / "a.dat").write_bytes(b"   77\t2026-11-23 08:00:00\t1\t0\t1\t0\r\n")
    assert worked("attendance", "import", "a.dat", "--json", code=6).codes == [
        "attendance.unknown_pin"
    ]
    assert worked("attendance", "import", "a.dat", "--pin", "77=T1001", "--json").data["added"] == 1
    (tmp_path / "b.dat").write_bytes(b"T1001\t2026-11-23 08:00:01\t255\t1\t0\r\n")
    assert worked("attendance", "import", "b.dat", "--json").data["added"] == 1
    assert worked("attendance", "import", "b.dat", "--layout", "ding", "--json", code=2).codes == [
        "attendance.unknown_layout"
    ]


SIGN = ("--at", "2026-12-01T08:31")


def test_signing_in_says_how_late(worked: Run) -> None:
    """A list of who, for which shift, how late; the same again is already so."""
    number = worked("duty", "list", "--window", "W01", "--json").data[0]["staff_no"]
    one = worked("signin", number, *SIGN, "--json").data[0]
    assert (one["status"], one["minutes_late"], one["shift"]) == ("late", 1, "08:30-12:00")
    assert one["at"] == "2026-12-01T08:31:00+08:00"
    assert worked("signin", number, *SIGN, "--json").data[0]["already"] is True
    out = worked(
        "signout", number, "--at", "2026-12-01T11:59", "--json", now="2026-12-01T12:30"
    ).data[0]
    assert (out["status"], out["minutes_early"]) == ("early", 1)


def test_an_unknown_number_does_not_stop_the_others(worked: Run) -> None:
    """Exit 4, the unknown one named, the known ones signed in."""
    ran = worked("signin", "999", "T1001", "nobody", *SIGN, "--json", code=4)
    assert [one["staff_no"] for one in ran.data] == ["T1001"]
    assert [one["code"] for one in ran.json["errors"]] == ["staff.unknown", "staff.unknown"]
    assert ran.json["ok"] is False


def test_signing_in_without_a_shift(worked: Run) -> None:
    """Recorded all the same, with a warning."""
    ran = worked("signin", "A0001", *SIGN, "--json")
    assert ran.data[0]["status"] == "no_shift"
    assert "signin.no_shift" in ran.codes


def test_signing_in_from_a_pipe(worked: Run) -> None:
    """--stdin reads a number per line; each line is a transaction of its own."""
    before = len(worked("audit", "log", "--json").data)
    ran = worked("signin", "--stdin", *SIGN, "--json", stdin="T1001\n\n T1002 \n")
    assert [one["staff_no"] for one in ran.data] == ["T1001", "T1002"]
    both = worked("signin", "A0001", "--stdin", *SIGN, "--json", stdin="T1003\nnobody\n", code=4)
    assert [one["staff_no"] for one in both.data] == ["A0001", "T1003"]
    assert [one["code"] for one in both.json["errors"]] == ["staff.unknown"]
    assert "signin.no_shift" in both.codes
    hall_log = worked("audit", "log", "--json").data
    worked("undo", hall_log[-1]["entry_no"])
    worked("undo", hall_log[-2]["entry_no"])
    before += 4
    assert len(worked("audit", "log", "--json").data) == before + 2
    assert worked("signin", "--json", code=2).codes == ["signin.nobody"]


def test_a_pipe_that_stays_open_looks_at_the_clock(
    worked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line is recorded when it comes, shown at once, and an unknown number stops nobody."""
    from hallctl import cli, clock
    from hallctl.model import SHANGHAI

    minutes = iter(range(60))

    def ticking(_said: str | None = None) -> datetime:
        return datetime(2026, 12, 1, 9, next(minutes), tzinfo=SHANGHAI)

    monkeypatch.setattr(clock, "now", ticking)
    shown: list[int] = []

    def lines() -> Iterator[str]:
        for number in ("T1001", "nobody", "T1002"):
            shown.append(len(said.getvalue().splitlines()))
            yield f"{number}\n"

    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", lines())
    monkeypatch.setattr("sys.stderr", said)
    assert cli.run(["--db", str(tmp_path / "hall.db"), "signin", "--stdin"]) == 4
    assert shown[0] == 0
    assert shown[1] < shown[2]
    monkeypatch.undo()
    db = sqlite3.connect(tmp_path / "hall.db")
    rows = db.execute(
        "SELECT staff_no, at FROM punch WHERE source = 'typed' ORDER BY id"
    ).fetchall()
    db.close()
    assert [row[0] for row in rows] == ["T1001", "T1002"]
    assert rows[0][1] < rows[1][1]


@pytest.mark.parametrize(
    ("at", "code", "status"),
    [
        ("2026-12-01T09:01", "signin.future", 2),
        ("2026-08-31T09:00", "regulation.not_yet_in_force", 3),
        ("noon", "usage.bad_instant", 2),
    ],
)
def test_wrong_times(worked: Run, at: str, code: str, status: int) -> None:
    """What has not come, what was before the regulation, and what is no time."""
    ran = worked("signin", "T1001", "--at", at, "--json", code=status)
    assert ran.codes == [code]


def test_names_that_are_not_unique(worked: Run) -> None:
    """A name works where one person bears it; two need the number."""
    assert worked("signin", "甄一鸣", *SIGN, "--json").data[0]["staff_no"] == "T1001"
    ran = worked("signin", "贾五味", *SIGN, "--json", code=2)
    assert ran.codes == ["staff.ambiguous"]
    assert "0240601005" in ran.json["errors"][0]["message"]


def test_closures_and_special_hours_change_shifts(worked: Run) -> None:
    """A closed day has no shifts to judge; special hours move their bounds (Art. 22)."""
    on = ("attendance", "show", "--on", "2026-11-23", "--json")
    before = worked(*on).data
    worked(
        "calendar", "override", "special_hours", "--from", "2026-11-23", "--hours", "09:00-16:00"
    )
    after = worked(*on).data
    assert {(one["start"], one["end"]) for one in after} == {("09:00", "12:00"), ("14:00", "16:00")}
    assert sum(one["minutes_late"] for one in after) <= sum(one["minutes_late"] for one in before)
    worked("calendar", "override", "closure", "--from", "2026-11-23")
    assert worked(*on).data == []
    assert (
        worked("signin", "T1001", "--at", "2026-11-23T08:30", "--json").data[0]["status"]
        == "no_shift"
    )


def test_what_was_typed_late_is_pointed_out(worked: Run, tmp_path: Path) -> None:
    """Allowed, warned about, and listed in the report as recorded late."""
    from openpyxl import load_workbook

    absent = worked("attendance", "show", "--month", "2026-11", "--only", "absent", "--json").data[
        0
    ]
    at = f"{absent['on']}T{absent['start']}"
    assert (
        "signin.recorded_late" in worked("signin", absent["staff_no"], "--at", at, "--json").codes
    )
    worked("report", "monthly", "2026-11", "--out", "r.xlsx")
    remarks = [
        row[13].value
        for row in load_workbook(tmp_path / "r.xlsx")["异常"].iter_rows()
        if row[3].value == absent["staff_no"]
    ]
    assert "事后补录" in remarks


def test_a_deputy_may_be_the_halls_head(worked: Run) -> None:
    """From the day the college names one, that person approves and the officer does not."""
    worked("policy", "set", "hall.head", "T1002", "--from", "2026-12-02")
    leave = (
        "duty",
        "leave",
        "T1003",
        "--kind",
        "sick",
        "--reason",
        "发热",
        "--json",
        "--to",
        "2026-12-03T12:00",
        "--from",
    )
    worked(*leave, "2026-12-01T08:30")
    ran = worked(*leave, "2026-12-02T08:30", code=3)
    assert (ran.codes, ran.json["errors"][0]["article"]) == (["actor.not_the_head"], "14")
    assert worked("--actor", "T1002", *leave, "2026-12-02T08:30").data["approved_by"] == "T1002"


def test_leave_and_swaps_are_recorded_once(worked: Run) -> None:
    """The same again is fine; a swapped shift cannot be swapped again, a busy taker cannot take it."""
    leave = ("duty", "leave", "T1003", "--kind", "sick", "--from", "2026-12-02T08:30", "--to", "2026-12-02T12:00",
             "--reason", "发热", "--json")  # fmt: skip
    worked(*leave)
    assert worked(*leave).data["already"] is True
    shift = next(
        one
        for one in worked("duty", "list", "--from", "2026-12-03", "--json").data
        if one["window_no"] == "W01"
    )
    others = {"T1001", "0240601001", "0240601002"} - {shift["staff_no"]}
    free = next(
        no
        for no in others
        if not worked("duty", "list", "--from", "2026-12-03", "--staff", no, "--json").data
    )
    busy = (others - {free}).pop()
    at = ("--shift", f"2026-12-03T{shift['start']}", "--reason", "补考", "--json")
    worked("duty", "swap", shift["staff_no"], free, *at)
    assert worked("duty", "swap", shift["staff_no"], free, *at).data["already"] is True
    assert worked("duty", "swap", shift["staff_no"], busy, *at, code=5).codes == [
        "duty.swapped_before"
    ]
    approved = (*at, "--agreed", "--approve")
    assert worked("--actor", "T1001", "duty", "swap", busy, free, *approved, code=3).codes == [
        "actor.not_the_officer"
    ]
    mine = worked("attendance", "show", "--on", "2026-12-03", "--staff", free, "--json").data
    assert [one["status"] for one in mine] == ["due"]
