"""A hall of one's own for every test, and a way to run commands in it without a new process."""

import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
VECTORS = ROOT / "fixtures" / "vectors"
HALL = ROOT / "fixtures" / "hall"
NOW = "2026-11-24T09:00"


class Ran(NamedTuple):
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        return self.json["data"]

    @property
    def codes(self) -> list[str]:
        """The codes of all errors and warnings."""
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
    monkeypatch.setenv("HALLCTL_NOW", NOW)
    from hallctl import messages

    messages.use("en")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this test's folder; the code it must end with is ``code`` (0 when left out)."""
    monkeypatch.setenv("HALLCTL_DB", str(tmp_path / "hall.db"))
    monkeypatch.chdir(tmp_path)

    def call(*words: object, code: int | None = 0, stdin: str = "", now: str = NOW) -> Ran:
        from hallctl import cli

        monkeypatch.setenv("HALLCTL_NOW", now)
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.run([str(word) for word in words])
        ran = Ran(status, out.getvalue(), err.getvalue())
        if code is not None:
            assert ran.code == code, f"{words}: exit {ran.code}\n{ran.out}\n{ran.err}"
        return ran

    return call


@pytest.fixture
def hall(run: Run) -> Run:
    """A hall with its windows, items, people and a term, from the fixtures of the made-up hall."""
    run(
        "init",
        "--effective-from",
        "2026-09-01",
        "--college",
        "云溪航空职业学院",
        "--noon",
        "closed",
    )
    run("term", "add", "2026-2027-1", "--week1", "2026-08-31", "--weeks", "18")
    run("window", "import", HALL / "windows.csv")
    run("item", "import", HALL / "items.xlsx")
    run("item", "import", HALL / "items_finance.csv")
    run("roster", "import", HALL / "roster_leaders.xls", "--on", "2026-09-01")
    run("roster", "import", HALL / "roster_students.xlsx", "--on", "2026-09-01")
    return run
