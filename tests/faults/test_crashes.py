"""Killed, locked, full, read-only: everything or nothing, and a message that says what to do."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import HALL, ROOT, Run

from hallctl.store import hall_file, writing


def child(folder: Path, script: str) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "HALLCTL_LANG": "en"}
    return subprocess.Popen([sys.executable, "-c", script], cwd=folder, env=environ)


DIE_AT = """
import os, signal, sys
from hallctl.store import writing
count, add = 0, writing.Writing.add
def dying(self, *words, **values):
    global count
    count += 1
    if count == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    return add(self, *words, **values)
writing.Writing.add = dying
from hallctl import cli, messages
messages.use("en")
cli.run(["--db", "hall.db", "--now", "2026-12-01T09:00", "duty", "import", {file!r}])
"""


@pytest.mark.parametrize("number", [1, 2, 200, 432])
def test_killed_in_the_middle_of_an_import(hall: Run, tmp_path: Path, number: int) -> None:
    """Nothing of it is there afterwards, the file is whole, and the import works again."""
    file = str(HALL / "duty_2026-10.xlsx")
    ran = child(tmp_path, DIE_AT.format(number=number, file=file))
    assert ran.wait(60) == -signal.SIGKILL
    assert hall("duty", "list", "--from", "2026-10-01", "--to", "2026-10-31", "--json").data == []
    assert hall("db", "check", "--json").data["findings"] == []
    assert hall("duty", "import", file, "--json").data["added"] == 432


def test_the_harness_can_fail(hall: Run, tmp_path: Path) -> None:
    """A child that is not killed does import: the test above proves something."""
    ran = child(tmp_path, DIE_AT.format(number=10_000, file=str(HALL / "duty_2026-10.xlsx")))
    assert ran.wait(60) == 0
    assert (
        len(hall("duty", "list", "--from", "2026-10-01", "--to", "2026-10-31", "--json").data)
        == 432
    )


@pytest.mark.parametrize("number", [1, 3, 5, 8])
def test_the_nth_write_fails(
    hall: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A full disk at any write of an act rolls the whole act back."""
    count, real = 0, writing.Writing.add

    def failing(self: writing.Writing, *words: object, **values: object) -> int:
        nonlocal count
        count += 1
        if count == number:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        return real(self, *words, **values)  # type: ignore[arg-type]

    before = hall("audit", "log", "--json").data
    monkeypatch.setattr(writing.Writing, "add", failing)
    words = (
        "case",
        "open",
        "--item",
        "休学申请",
        "--applicant-no",
        "1",
        "--all-materials",
        "--json",
        "--at",
        "2026-11-16T09:00",
    )
    assert hall(*words, code=7).codes == ["hall_file.disk_full"]
    monkeypatch.undo()
    assert hall("audit", "log", "--json").data == before
    assert hall("case", "list", "--json").data == []


def test_a_busy_file(hall: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another writer holds it: wait, then say so; readers are not disturbed."""
    monkeypatch.setattr(hall_file, "BUSY_SECONDS", 0.2)
    other = sqlite3.connect(tmp_path / "hall.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert hall("signin", "T1001", "--json", code=7).codes == ["hall_file.busy"]
    assert hall("roster", "list", "--json").data
    other.execute("ROLLBACK")
    other.close()
    hall("signin", "T1001", "--json")


def test_many_writers_at_once(hall: Run, tmp_path: Path) -> None:
    """Eight processes open cases at the same time: every number once, none lost."""
    script = (
        "from hallctl import cli, messages; messages.use('en')\n"
        "for n in range(5):\n"
        "    assert cli.run(['--db', 'hall.db', '--now', '2026-12-01T09:00', 'case', 'open', '--item', 'SX002',"
        " '--applicant-no', '1', '--all-materials', '--at', '2026-11-16T09:00']) == 0\n"
    )
    running = [child(tmp_path, script) for _n in range(8)]
    assert [one.wait(120) for one in running] == [0] * 8
    numbers = [one["case_no"] for one in hall("case", "list", "--limit", "99", "--json").data]
    assert numbers == [f"2026-{n:06d}" for n in range(1, 41)]
    assert hall("db", "check", "--json").data["findings"] == []


def test_a_read_only_file(hall: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading goes on, writing says whose rights to check."""
    real = hall_file.sqlite3.connect

    def read_only(name: str, **more: object) -> sqlite3.Connection:
        return real(name.replace("mode=rw", "mode=ro"), **more)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(hall_file.sqlite3, "connect", read_only)
    assert hall("roster", "list", "--json").data
    assert hall("signin", "T1001", "--json", code=7).codes == ["hall_file.read_only"]


def test_a_damaged_file(hall: Run, tmp_path: Path) -> None:
    """Its middle overwritten: no traceback, but what to do."""
    path = tmp_path / "hall.db"
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    path.write_bytes(content)
    ran = hall("roster", "list", "--json", code=None)
    assert ran.code == 7
    assert set(ran.codes) <= {"hall_file.damaged", "hall_file.trouble", "hall_file.not_a_hall_file"}


def test_init_interrupted_leaves_no_half_hall(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is made beside its place and linked there whole."""
    from hallctl.office import setup

    def broken(*_words: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(setup, "put_in_place", broken)
    assert run("init", "--effective-from", "2026-09-01", "--json", code=7).codes == [
        "hall_file.trouble"
    ]
    assert list(tmp_path.iterdir()) == []


def test_interrupted_by_the_keyboard(hall: Run, tmp_path: Path) -> None:
    """Control-C ends with 130 and nothing written."""
    script = (
        "import sys; sys.argv = ['hallctl', '--db', 'hall.db', 'signin', '--stdin']\n"
        "from hallctl.__main__ import main; main()\n"
    )
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HALLCTL_LANG": "en",
        "HALLCTL_NOW": "2026-12-01T09:00",
    }
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stdin=subprocess.PIPE) as ran:
        time.sleep(1.5)
        ran.send_signal(signal.SIGINT)
        assert ran.wait(30) == 130
    assert hall("db", "check", "--json").data["findings"] == []


def test_many_close_the_same_case(hall: Run, tmp_path: Path) -> None:
    """Each decides within its transaction: one closes it, the others learn that it is so already."""
    hall(
        "case",
        "open",
        "--item",
        "SX002",
        "--applicant-no",
        "1",
        "--all-materials",
        "--at",
        "2026-11-16T09:00",
    )
    script = (
        "import io, json; from contextlib import redirect_stdout; from hallctl import cli, messages; messages.use('en')\n"
        "out = io.StringIO()\n"
        "with redirect_stdout(out):\n"
        "    code = cli.run(['--db', 'hall.db', '--now', '2026-12-01T09:00', 'case', 'close', '1', '--result', 'granted', '--json'])\n"
        "import sys; sys.exit(10 if json.loads(out.getvalue())['data'].get('already') else code)\n"
    )
    codes = sorted(one.wait(60) for one in [child(tmp_path, script) for _n in range(6)])
    assert codes == [0, 10, 10, 10, 10, 10]
    events = hall("case", "show", "1", "--json").data["events"]
    assert [one["kind"] for one in events] == ["accepted", "completed"]
