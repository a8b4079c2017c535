"""Tells a script to hallctl: commands only, each at its own moment; keeps what every one of them said."""

import csv
import fcntl
import os
import pickle
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from conftest import HALL, Ran, call
from term.facts import FIRST, TERM, WEEKS, Script, at
from term.script import make

from hallctl import messages

AFTER = "2027-01-06T09:00"
SET_UP = (
    ("init", "--effective-from", "2026-09-01", "--college", "云溪航空职业学院", "--noon", "closed",
     "--phone", "000-0000-0000", "--email", "hall@example.edu"),
    ("term", "add", TERM, "--week1", "2026-08-31", "--weeks", WEEKS),
    ("calendar", "import", HALL / "calendar_2026_holiday_cn.json"),
    ("window", "import", HALL / "windows.csv"),
    ("item", "import", HALL / "items.xlsx"),
    ("item", "import", HALL / "items_finance.csv"),
    ("roster", "import", HALL / "roster_leaders.xls", "--on", FIRST),
    ("roster", "import", HALL / "roster_students.xlsx", "--on", FIRST),
)  # fmt: skip


class Said(NamedTuple):
    """One command of the story with what it said."""

    words: tuple[str, ...]
    ran: Ran


class Term:
    """A hall file that lived through a script."""

    def __init__(self, folder: Path, script: Script) -> None:
        self.folder, self.script = folder, script
        self.db = folder / "hall.db"
        self.said: list[Said] = []
        self.entries: dict[str, str] = {}
        """Number of a violation by our key."""
        self.complaints: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        """Query codes of anonymous complaints."""
        self.numbers: dict[str, str] = {}
        """Case number by our reference."""
        self.figures: dict[str, dict[str, Any]] = {}
        """What each month's last report printed."""
        self.now = at(FIRST, "07:00")

    def run(self, *words: object, code: int = 0, stdin: str = "", now: object = None) -> Ran:
        """Run one command at the story's moment."""
        moment = f"{now or self.now.isoformat()}"
        ran = call(self.db, *words, now=moment, stdin=stdin)
        self.said.append(Said(tuple(map(str, words)), ran))
        assert ran.code == code, f"{self.now} {words}: exit {ran.code}\n{ran.out}\n{ran.err}"
        return ran

    def data(self, *words: object, **more: Any) -> Any:
        """Run one command and take what its envelope carries."""
        return self.run(*words, "--json", **more).data

    def live(self) -> None:
        """From the first morning to the stars."""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            from term import telling_people, telling_weeks  # noqa: F401 - they register themselves

            messages.use("en")
            for words in SET_UP:
                self.run(*words)
            waiting = list(self.script.events)
            for moment, fact in waiting:
                self.now = moment
                TELLERS[type(fact)](self, fact)
            self.now = datetime.fromisoformat(AFTER)
            self.end()
        finally:
            os.chdir(before)

    def end(self) -> None:
        """What the officer prints when the term is over."""
        best = [one["staff_no"] for one in self.data("appraise", "stars", TERM)
                if one["standing"] == "shortlisted" and one["place"] <= 2]  # fmt: skip
        chosen = [word for no in best for word in ("--decide", no)]
        self.run("appraise", "stars", TERM, *chosen, "--note", "例会讨论通过")
        for what, name in (("term", TERM), ("stars", TERM), ("merit", TERM), ("annual", "2026")):
            self.run("appraise", what, name, "--out", f"{what}.xlsx")
        self.run("credit", "list", "--all", "--out", "credit.xlsx")
        self.run("db", "check")
        self.run("audit", "verify")

    def clock(self, moment: datetime) -> str:
        """A moment as commands take it."""
        return moment.isoformat()


def lived_once(root: Path) -> Term:
    """The term under a folder that test workers share: told by whoever comes first."""
    root.mkdir(parents=True, exist_ok=True)
    kept = root / "term.pickle"
    with (root / "term.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            folder = root / "term"
            folder.mkdir()
            term = Term(folder, make())
            term.live()
            kept.write_bytes(pickle.dumps(term))
    found: Term = pickle.loads(kept.read_bytes())
    return found


Teller = Callable[[Term, Any], object]
TELLERS: dict[type, Teller] = {}


def tells(kind: type) -> Callable[[Teller], Teller]:
    """Register how facts of a kind are told."""

    def register(teller: Teller) -> Teller:
        TELLERS[kind] = teller
        return teller

    return register


def write_csv(path: Path, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> Path:
    """A list as people send it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path
