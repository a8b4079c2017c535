"""Cards, and numbers from a pipe through a busy hall file."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run

DAY = "2026-12-01"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    from hallctl.commands.signing import pipe

    monkeypatch.setattr(pipe, "PATIENCE", 0.05)
    monkeypatch.setattr(pipe, "BETWEEN", 0.05)
    monkeypatch.setattr(pipe, "LAST_TRIES", 3)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program; says BEGIN IMMEDIATE when a test wants it to."""
    other = sqlite3.connect(tmp_path / "hall.db", isolation_level=None, check_same_thread=False)
    yield other
    other.close()


def test_a_card_is_somebodys_from_a_day_on(worked: Run) -> None:
    """Readers send card numbers; the staff number comes first, then the card, then a name."""
    given = worked("roster", "card", "T1002", "0012345678", "--on", "2026-11-30", "--json").data
    assert given == {
        "card_no": "0012345678", "staff_no": "T1002", "name": "甄二白", "from_on": "2026-11-30",
    }  # fmt: skip
    assert worked("roster", "card", "甄二白", "0012345678", "--json").data["already"] is True
    signed = worked("signin", "0012345678", "--at", f"{DAY}T08:25", "--json").data[0]
    assert (signed["staff_no"], signed["status"], signed["window"]) == (
        "T1002", "present", "日常事务窗口",
    )  # fmt: skip
    before = worked("signin", "0012345678", "--at", "2026-11-29T08:25", "--json", code=4)
    assert before.codes == ["staff.unknown"]
    listed = worked("roster", "card", "T1002", "--json").data
    assert [one["card_no"] for one in listed] == ["0012345678"]


def test_one_card_one_person(worked: Run) -> None:
    """Somebody else's card must be taken back first; a staff number is no card; undo takes it back."""
    worked("roster", "card", "T1002", "77", "--on", "2026-11-23")
    assert worked("roster", "card", "T1003", "77", "--json", code=5).codes == ["card.taken"]
    assert worked("roster", "card", "T1003", "T1002", "--json", code=5).codes == [
        "card.is_a_staff_number"
    ]
    assert worked("roster", "card", "T1003", "77", "--end", "--json", code=4).codes == [
        "card.not_theirs"
    ]
    assert worked(
        "roster", "card", "T1002", "77", "--end", "--on", "2026-11-23", "--json", code=5
    ).codes == ["card.ends_before_it_begins"]
    ended = worked("roster", "card", "T1002", "77", "--end", "--on", "2026-11-30", "--json").data
    assert ended["until_on"] == "2026-11-29"
    assert worked("roster", "card", "T1002", "77", "--end", "--json").data["already"] is True
    worked("roster", "card", "T1003", "77", "--on", "2026-11-30")
    assert (
        worked("signin", "77", "--at", "2026-11-27T08:25", "--json").data[0]["staff_no"] == "T1002"
    )
    assert (
        worked("signin", "77", "--at", "2026-11-30T08:25", "--json").data[0]["staff_no"] == "T1003"
    )
    numbers = [
        one["entry_no"]
        for one in worked("audit", "log", "--json").data
        if one["command"] == "roster card"
    ]
    assert worked("undo", numbers[0], "--json", code=5).codes
    worked("undo", numbers[2])
    worked("undo", numbers[1])
    assert worked("signin", "77", "--at", f"{DAY}T08:25", "--json").data[0]["staff_no"] == "T1002"
    assert worked("roster", "card", "T1002", "--end", "--json", code=2).codes == ["card.which"]


def test_a_record_per_line(worked: Run) -> None:
    """--format ndjson answers every line with one object, the refused ones too."""
    ran = worked(
        "signin",
        "--stdin",
        "--format",
        "ndjson",
        "--at",
        f"{DAY}T08:25",
        stdin="T1001\nx\nT1001\n",
        code=4,
    )
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["status"] for one in found] == ["no_shift", "refused", "no_shift"]
    assert found[1]["code"] == "staff.unknown"
    assert found[2]["already"] is True
    table = worked("signin", "T1001", "T1002", "--format", "csv", "--at", f"{DAY}T08:30").out
    assert table.splitlines()[0].startswith("staff_no,name,at,direction,window,shift,status")
    assert len(table.splitlines()) == 3


def test_a_busy_file_stops_no_pipe(worked: Run, busy: sqlite3.Connection, tmp_path: Path) -> None:
    """What cannot be written waits beside the hall file; exit 7 says where; the next run writes it."""
    busy.execute("BEGIN IMMEDIATE")
    ran = worked("signin", "--stdin", "--json", stdin="T1001\nnobody\n", now=f"{DAY}T08:25", code=7)
    assert [(one["staff_no"], one["name"], one["status"]) for one in ran.data] == [
        ("T1001", "甄一鸣", "waiting")
    ]
    assert ran.codes == ["staff.unknown", "signin.still_waiting"]
    assert (tmp_path / "hall.db.waiting").stat().st_mode & 0o077 == 0
    busy.execute("ROLLBACK")
    ran = worked("signin", "--stdin", "--json", stdin="", now=f"{DAY}T09:30")
    assert [(one["staff_no"], one["at"]) for one in ran.data] == [
        ("T1001", f"{DAY}T08:25:00+08:00")
    ]
    assert worked("signin", "--stdin", "--json", stdin="").data == []


def test_a_file_that_is_busy_for_a_moment(
    worked: Run, busy: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the input waits a while for what waits; the answer is then the real one."""
    from hallctl.commands.signing import pipe

    monkeypatch.setattr(pipe, "LAST_TRIES", 100)
    busy.execute("BEGIN IMMEDIATE")
    threading.Timer(0.6, busy.execute, ("ROLLBACK",)).start()
    ran = worked("signin", "--stdin", "--json", stdin="T1002\nT1003\n", now=f"{DAY}T08:25")
    assert [(one["staff_no"], one["status"]) for one in ran.data] == [
        ("T1002", "present"), ("T1003", "no_shift"),
    ]  # fmt: skip


def test_a_dry_run_keeps_nothing(worked: Run, busy: sqlite3.Connection, tmp_path: Path) -> None:
    """Nothing in the hall file, nothing beside it."""
    worked("signin", "--kiosk", "--dry-run", stdin="T1002\n", now=f"{DAY}T08:25")
    busy.execute("BEGIN IMMEDIATE")
    ran = worked("signin", "--kiosk", "--dry-run", stdin="T1002\n", now=f"{DAY}T08:25", code=7)
    busy.execute("ROLLBACK")
    assert "Noted, will be written" in ran.out
    assert not (tmp_path / "hall.db.waiting").exists()
    assert (
        worked("signin", "T1002", "--at", f"{DAY}T08:25", "--json").data[0].get("already") is None
    )


def test_a_kiosk_takes_nothing_else(worked: Run) -> None:
    """Numbers, an instant or a pipe beside --kiosk are a mistake."""
    for words in (("T1001",), ("--at", "08:30"), ("--stdin",)):
        assert worked("signin", "--kiosk", *words, "--json", code=2).codes == ["kiosk.alone"]


def test_a_kiosk_for_leaving_only_signs_out(worked: Run) -> None:
    """signout --kiosk never signs anybody in, whatever is typed before a number."""
    ran = worked("signout", "--kiosk", stdin="@12:05:00 +T1002\n", now=f"{DAY}T12:00")
    assert "Signed out at 12:05:00" in ran.out


def test_the_real_clock_is_never_moved(
    worked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """@ is a trial's word: without --now it is a bad card."""
    import io
    from contextlib import redirect_stdout

    from hallctl import cli

    monkeypatch.setattr("sys.stdin", io.StringIO("@08:31:05 T1002\n"))
    out = io.StringIO()
    with redirect_stdout(out):
        cli.run(["--db", str(tmp_path / "hall.db"), "signin", "--kiosk"])
    assert "Card not recognised" in out.getvalue()


def test_a_kiosk_that_stands_past_midnight(worked: Run) -> None:
    """A number alone arms one tap; the next day is another day."""
    lines = f"@{DAY}T23:59:30 A0001\n@2026-12-02T00:00:10 A0001\n2\n@2026-12-02T00:03:00 A0001\n@2026-12-02T00:05:00 A0001\n"
    ran = worked("signin", "--kiosk", stdin=lines, now=f"{DAY}T23:00")
    assert [("Signed out" in line, "Already" in line) for line in ran.out.splitlines()] == [
        (False, False), (False, True), (True, False), (False, False),
    ]  # fmt: skip
