"""``--stdin``: lines that come together wait for the disk together, and are told nothing before it has them."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, ROOT, Run

from hallctl.commands import many
from hallctl.office.hall import Hall
from hallctl.store import hall_file


def acts(*numbers: str, item: str = "SX002") -> str:
    """One line per applicant."""
    told = {"item": item, "applicant": "尹无双", "all_materials": True}
    return "".join(json.dumps({**told, "applicant_no": one}) + "\n" for one in numbers)


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> None:
    """All lines have come at once."""

    def arrived(stream: Any) -> Any:
        yield [(number, text) for number, text in enumerate(stream, 1) if text.strip()]

    monkeypatch.setattr(many, "_arrived", arrived)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What SQLite was told, in order."""
    heard: list[str] = []
    connect = hall_file._connect

    def listening(path: Path, patience: float = 10.0) -> sqlite3.Connection:
        db = connect(path, patience)
        db.set_trace_callback(heard.append)
        return db

    monkeypatch.setattr(hall_file, "_connect", listening)
    return heard


@pytest.mark.usefixtures("together")
def test_a_group_waits_for_the_disk_once(hall: Run, said: list[str]) -> None:
    """Five lines, one commit, five entries."""
    before = len(hall("audit", "log", "--json").data)
    said.clear()
    ran = hall("case", "open", "--stdin", stdin=acts(*"12345"))
    assert [json.loads(line)["ok"] for line in ran.out.splitlines()] == [True] * 5
    assert said.count("COMMIT") == 1
    assert len(hall("audit", "log", "--json").data) == before + 5
    assert hall("db", "check").out == ""


@pytest.mark.usefixtures("together")
def test_a_line_of_a_group_fails_alone(hall: Run) -> None:
    """The lines before and after it are kept; what it began is taken back."""
    ran = hall(
        "case", "open", "--stdin", stdin=acts("1") + acts("2", item="??") + acts("3"), code=4
    )
    assert [json.loads(line)["exit_code"] for line in ran.out.splitlines()] == [0, 4, 0]
    assert [one["applicant_no"] for one in hall("case", "list", "--json").data] == ["1", "3"]
    assert hall("db", "check").out == ""


@pytest.mark.usefixtures("together")
def test_a_group_that_is_not_kept_is_not_acknowledged(
    hall: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that keeps the commit from happening: every line says so, and none was written."""
    monkeypatch.setattr("hallctl.office.hall.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(tmp_path / "hall.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM entry").fetchone()
        ran = hall("case", "open", "--stdin", stdin=acts("1", "2"), code=7)
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["line"], one["ok"]) for one in answers] == [(1, False), (2, False)]
    assert {one["errors"][0]["code"] for one in answers} == {"hall_file.busy"}
    assert hall("case", "list", "--json").data == []


@pytest.mark.usefixtures("together")
def test_when_sqlite_gives_up_a_group_every_line_of_it_failed(
    hall: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk rolls back the lines before as well: none of them may be answered as kept."""
    real = Hall.look_again
    lines = iter((False, False, True))

    def full(self: Hall, now: Any) -> None:
        real(self, now)
        if next(lines, False):
            self.db.execute("ROLLBACK")
            monkeypatch.setattr(Hall, "require_in_force", refused)

    def refused(self: Hall, _day: Any) -> None:
        raise hall_file.HallFileTrouble("hall_file.disk_full", path=str(self.path))

    monkeypatch.setattr(Hall, "look_again", full)
    ran = hall("case", "open", "--stdin", stdin=acts("1", "2", "3"), code=7)
    codes = [json.loads(line)["errors"][0]["code"] for line in ran.out.splitlines()]
    assert codes == ["hall_file.disk_full"] * 3
    monkeypatch.undo()


def test_whoever_waits_for_an_answer_gets_it(hall: Run, tmp_path: Path) -> None:
    """A program that sends one line and waits is answered before it sends the next."""
    command = [
        sys.executable,
        "-m",
        "hallctl",
        "--db",
        "hall.db",
        "--now",
        NOW,
        "case",
        "open",
        "--stdin",
    ]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as ran:
        assert ran.stdin is not None
        assert ran.stdout is not None
        for number in "12":
            ran.stdin.write(acts(number))
            ran.stdin.flush()
            assert json.loads(ran.stdout.readline())["ok"] is True
        ran.stdin.close()
    assert ran.returncode == 0


def test_more_lines_than_a_group_come_in_order(hall: Run) -> None:
    """Groups end at their size; every line is answered once, in its turn."""
    count = many.GROUP * 2 + 7
    ran = hall("case", "open", "--stdin", stdin=acts(*(f"9{n:04d}" for n in range(count))))
    assert [json.loads(line)["line"] for line in ran.out.splitlines()] == list(range(1, count + 1))
