"""A hall of one's own for every test, and a way to run commands in it without a new process."""

import io
import json
import os
import shutil
import sys
import tomllib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from term.telling import Term

ROOT = Path(__file__).parent.parent
HALL = ROOT / "fixtures" / "hall"
NOW = "2026-12-01T09:00"
EXPECTED: dict[str, Any] = tomllib.loads((HALL / "expected.toml").read_text(encoding="utf-8"))


class Ran(NamedTuple):
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The envelope."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def data(self) -> Any:
        """What the envelope carries."""
        return self.json["data"]

    @property
    def codes(self) -> list[str]:
        """The codes of all errors, then of all warnings."""
        found = self.json
        return [one["code"] for one in found["errors"] + found["warnings"]]


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _no_real_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test touches a real home folder, a real clock or a real locale."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("HALLCTL_", "LC_", "XDG_")) or name in {"LANG", "LANGUAGE"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("HALLCTL_LANG", "en")
    from hallctl import messages

    messages.use("en")


def call(db: Path, *words: object, stdin: str = "", now: str = NOW) -> Ran:
    """Run one command on a hall file."""
    from hallctl import cli

    out, err = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.StringIO(stdin)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.run(["--db", str(db), "--now", now, *(str(word) for word in words)])
    finally:
        sys.stdin = before
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this test's folder; it must end with ``code`` (0 when left out, None for any)."""
    monkeypatch.chdir(tmp_path)

    def checked(*words: object, code: int | None = 0, **more: Any) -> Ran:
        ran = call(tmp_path / "hall.db", *words, **more)
        if code is not None:
            assert ran.code == code, f"{words}: exit {ran.code}\n{ran.out}\n{ran.err}"
        return ran

    return checked


SET_UP = (
    ("init", "--effective-from", "2026-09-01", "--college", "云溪航空职业学院", "--noon", "closed"),
    ("term", "add", "2026-2027-1", "--week1", "2026-08-31", "--weeks", "18"),
    ("window", "import", HALL / "windows.csv"),
    ("item", "import", HALL / "items.xlsx"),
    ("item", "import", HALL / "items_finance.csv"),
    ("roster", "import", HALL / "roster_leaders.xls", "--on", "2026-09-01"),
    ("roster", "import", HALL / "roster_students.xlsx", "--on", "2026-09-01"),
)
WORKED = (
    ("duty", "import", HALL / "duty_2026-10.xlsx"),
    (
        "duty",
        "import",
        HALL / "duty_2026-11_grid.xlsx",
        "--from",
        "2026-11-02",
        "--to",
        "2026-12-04",
    ),
    ("duty", "import", HALL / "duty_2026-11_extra.csv"),
    ("attendance", "import", HALL / "attlog_gate1.dat"),
    ("attendance", "import", HALL / "attlog_gate2.dat"),
    ("attendance", "import", HALL / "punches_table.xlsx"),
    ("case", "import", HALL / "cases.xlsx"),
)


def _build(folder: Path, *acts: tuple[object, ...]) -> Path:
    from hallctl import messages

    messages.use("en")
    path = folder / "hall.db"
    for words in acts:
        ran = call(path, *words)
        assert ran.code == 0, f"{words}: {ran.err}"
    return path


@pytest.fixture(scope="session")
def _hall_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("hall"), *SET_UP)


@pytest.fixture(scope="session")
def hall_file(_hall_file: Path) -> Path:
    """The file of such a hall; to be copied, never written."""
    return _hall_file


@pytest.fixture(scope="session")
def _worked_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    acts = tomllib.loads((HALL / "acts.toml").read_text(encoding="utf-8"))["act"]
    absences = [
        tuple(act["run"]) for act in acts if act["run"][:2] in (["duty", "leave"], ["duty", "swap"])
    ]
    return _build(tmp_path_factory.mktemp("worked"), *SET_UP, *WORKED, *absences)


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> "Term":
    """A hall at the end of a whole term (tests/term); one worker tells the story, the others wait for it.

    To be read or copied, never written.
    """
    from term.telling import lived_once

    folder = tmp_path_factory.getbasetemp()
    return lived_once(folder if worker_id == "master" else folder.parent)


@pytest.fixture
def hall(run: Run, tmp_path: Path, _hall_file: Path) -> Run:
    """A hall with its windows, items, people and a term."""
    shutil.copy(_hall_file, tmp_path / "hall.db")
    return run


@pytest.fixture
def worked(run: Run, tmp_path: Path, _worked_file: Path) -> Run:
    """The same hall after two months of duty, punches and cases."""
    shutil.copy(_worked_file, tmp_path / "hall.db")
    return run
