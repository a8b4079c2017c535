"""The officer's board, and explanations."""

import sys
from pathlib import Path

import pytest
from conftest import Run

from hallctl import show


def test_the_board(worked: Run) -> None:
    """Who is on duty, what is due and overdue, what is missing, what waits, what the calendar says."""
    for day in ("2026-09-07", "2026-09-14", "2026-10-12", "2026-11-02", "2026-11-09"):
        words = (
            "credit",
            "propose",
            "--staff",
            "0240601007",
            "--kind",
            "attitude",
            "--on",
            day,
            "--note",
            "核实",
            "--json",
        )
        entry = worked(*words).data["entry_no"]
        if day != "2026-11-09":
            worked("credit", "confirm", entry)
    number = worked("duty", "list", "--window", "W01", "--json").data[0]["staff_no"]
    worked("signin", number, "--at", "2026-12-01T08:41")
    board = worked("status", "--json").data
    assert len(board["on_duty"]) == 12
    mine = next(one for one in board["on_duty"] if one["staff_no"] == number)
    assert (mine["minutes_late"], mine["signed_in_at"]) == (11, "2026-12-01T08:41:00+08:00")
    assert board["gaps"] == []
    due = worked("case", "due", "--json", code=None).data
    assert [one["case_no"] for one in board["overdue"] + board["due_soon"]] == [
        one["case_no"] for one in due
    ]
    assert len(board["proposals"]) == 1
    assert [(one["staff_no"], one["balance"]) for one in board["dismissals"]] == [
        ("0240601007", 73)
    ]
    assert [(one["code"], one["year"]) for one in board["calendar"]] == [
        ("status.year_unannounced", 2027)
    ]
    exceptions = worked(
        "attendance", "show", "--month", "2026-11", "--only", "exceptions", "--json"
    ).data
    recent = [one["shift_no"] for one in exceptions
              if one["on"] >= "2026-11-24" and one["status"] in {"absent", "missing_in", "missing_out"}]  # fmt: skip
    assert sorted(one["shift_no"] for one in board["missing"]) == sorted(recent)
    assert board["report_due_on"] == "2026-12-07"
    text = worked().out
    for word in ("On duty now (12)", "11 minutes late", "Dismissal to be decided", "2027"):
        assert word in text
    assert "\x1b" not in text


def test_what_is_urgent_is_red_in_a_terminal(worked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Overdue cases and a dismissal stay red and stand first; NO_COLOR and plain terminals have none."""
    monkeypatch.setattr(show, "_has_colours", lambda: True)
    lines = worked("status").out.splitlines()
    red = [line for line in lines if line.startswith("\x1b[1;31m")]
    plain = [one.removeprefix("\x1b[1;31m").removesuffix("\x1b[0m") for one in red]
    number = len(worked("status", "--json").data["overdue"])
    assert f"Overdue ({number})" in plain
    assert lines.index(red[-1]) < next(n for n, line in enumerate(lines) if "On duty now" in line)
    assert not any("On duty" in line or "Due soon" in line for line in red)


@pytest.mark.parametrize(
    ("tty", "told", "colours"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_where_colours_are_shown(
    tty: bool, told: dict[str, str], colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a terminal that can, unless nobody wants them."""
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty)
    assert show._has_colours() is colours


@pytest.mark.parametrize(
    ("now", "gaps"),
    [
        ("2026-11-24T08:30", 12), ("2026-11-24T08:29", 0), ("2026-11-24T12:00", 0), ("2026-11-24T14:00", 12),
        ("2026-11-28T09:00", 0), ("2026-10-10T09:00", 12), ("2026-10-01T09:00", 0),
    ],
)  # fmt: skip
def test_gaps_only_while_the_hall_is_open(hall: Run, now: str, gaps: int) -> None:
    """In the named shifts of working days and make-up days; not at noon, on Saturday, on a holiday."""
    assert len(hall("status", "--json", now=now).data["gaps"]) == gaps


def test_a_quiet_board(hall: Run) -> None:
    """Nothing happened: the board says little, and before the regulation it refuses."""
    text = hall("status", now="2026-09-02T20:00").out
    assert "On duty now" not in text
    assert hall("status", "--json", now="2026-08-01T09:00", code=3).codes == [
        "regulation.not_yet_in_force"
    ]


def test_windows_without_anybody(worked: Run) -> None:
    """A window nobody is rostered at, while others are, is a gap."""
    log = worked("audit", "log", "--json").data
    worked("window", "import", _with_a_new_window())
    assert worked("status", "--json").data["gaps"] == ["图书窗口"]
    assert len(worked("audit", "log", "--json").data) == len(log) + 1


def _with_a_new_window() -> str:
    Path("w.csv").write_text(
        "窗口编号,窗口名称,部门,业务类别\nW13,图书窗口,图书馆,综合事务\n", encoding="utf-8"
    )
    return "w.csv"


def test_why_a_shift_is_called_what_it_is(worked: Run) -> None:
    """The punches, the settings of the day and the name; every status explains itself."""
    shown = worked("attendance", "show", "--month", "2026-10", "--json").data
    seen = {one["status"]: one["shift_no"] for one in shown}
    assert {"present", "late", "early", "absent", "missing_out", "missing_in", "leave"} <= set(seen)
    for status, number in seen.items():
        if status == "given_away":
            continue  # asked for, the shift is explained as its taker's
        data = worked("why", f"shift:{number}", "--json").data
        assert (data["value"], data["article"]) == (status, "23")
        assert data["settings"]["attendance.settle_minutes"] == 60
        assert not data["because"].startswith("why.")


@pytest.mark.parametrize(
    ("ref", "code", "status"),
    [
        ("case:99", "case.unknown", 4), ("shift:99999", "why.unknown_shift", 4), ("shift:x", "why.unknown_shift", 4),
        ("credit:9", "credit.unknown", 4), ("moon:1", "why.unknown_kind", 2), ("nobody", "staff.unknown", 4),
    ],
)  # fmt: skip
def test_what_cannot_be_explained(hall: Run, ref: str, code: str, status: int) -> None:
    """Each says what can."""
    assert hall("why", ref, "--json", code=status).codes == [code]


def test_why_points_were_lost(hall: Run) -> None:
    """An entry explains its ordinal and points."""
    words = (
        "credit",
        "propose",
        "--staff",
        "0240601007",
        "--kind",
        "attitude",
        "--on",
        "2026-11-02",
        "--note",
        "核实",
    )
    hall(*words)
    hall("credit", "confirm", "1")
    data = hall("why", "credit:1", "--json").data
    assert (data["value"], data["settings"]["credit.steps"]) == (2, [2, 5, 10])
    assert "核实" in data["because"]
