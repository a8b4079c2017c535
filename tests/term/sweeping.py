"""Runs commands in every form and gathers all that they say and write, to look for what is sealed."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from conftest import Ran, call
from term import books
from term.people_acts import IDENTITIES
from term.recipes import LATELY, LATER, LEADER, NEXT, PRELUDE, RECIPES, THEN
from term.telling import AFTER, Term, write_csv

from hallctl import cli, messages

FORMS = ("table", "json", "csv", "tsv", "ndjson")
LANGUAGES = ("en", "zh_CN")
SEALED = "sealed_identity"
"""The one table that holds who complained."""
BOOKS = {".xlsx"}
REVEALS = "complaint reveal"
"""The one command that shows it, for the officer and for good; here it is run dry only."""
HALLS = {".db"}
"""A backup is the hall file itself, seal and all, and is kept like it: it is not looked into."""


def leaves(command: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command of the tree with its words."""
    command = command or typer.main.get_command(cli.app)
    if not hasattr(command, "list_commands"):
        yield " ".join(words), command
        return
    for name in command.list_commands(None):
        yield from leaves(command.get_command(None, name), (*words, name))


def secrets(term: Term) -> list[str]:
    """What must be nowhere: names, numbers, addresses, and the codes of those without a name."""
    found = [word for pair in IDENTITIES.values() for word in pair]
    found += [word.replace("-", "") for word in found if "-" in word]
    return [*found, *term.codes.values()]


class Sweep:
    """A copy of the term's hall, and everything its commands were heard to say."""

    def __init__(self, term: Term, folder: Path) -> None:
        self.term, self.folder = term, folder
        self.known = self._known()
        self.now = AFTER
        self.heard: list[tuple[str, str]] = []
        self.codes: dict[str, set[int]] = {}
        self.base = folder / "base.db"
        shutil.copy(term.db, self.base)
        rows = [(NEXT, start, end, "W01", no) for start, end, no in
                (("08:30", "12:00", "0240601001"), ("14:00", "17:30", "0240601002"))]  # fmt: skip
        write_csv(folder / "next.csv", ("日期", "开始", "结束", "窗口", "学号"), list(rows))
        (folder / "sheets").mkdir()
        for name in (
            "day-W06-2026-11-09.xlsx",
            "cases-2026-W53.xlsx",
            "2026-W52.dat",
            "report-2026-11-1204.xlsx",
        ):
            shutil.copy(term.folder / name, folder / name)
        shutil.copy(folder / "day-W06-2026-11-09.xlsx", folder / "sheets")
        self._prelude()
        self.run(self.base, ("db", "backup", str(folder / "kept.db")))

    def _known(self) -> dict[str, str]:
        term = self.term
        found = {
            "folder": str(self.folder), "complained": term.numbers["S2"], "named": term.complaints["attitude"],
            "case_complaint": term.complaints["case"], "officer_complaint": term.complaints["officer"],
            "leader_complaint": term.complaints["leader"], "code": term.codes["anonymous"],
            "entry": term.entries["complaint:attitude"], "open_entry": term.entries["y3"],
            "dismissed": term.entries["v4"], "letter": "L2026-0001",
            "log": "L2026-0001", "meeting": "M2026-001", "retired": "SX003",
        }  # fmt: skip
        shift = self._data("attendance", "show", "--month", "2026-12", "--only", "absent")[0]
        mine = next(one for one in self._data("attendance", "show", "--month", "2026-12")
                    if one["staff_no"] == "0240601015" and one["status"] == "present")  # fmt: skip
        return {
            **found,
            "shift": shift["shift_no"],
            "check_at": f"{mine['on']}T{mine['start'][:2]}",
        }

    def _data(self, *words: str) -> Any:
        return call(self.term.db, *words, "--json", now=AFTER).data

    def _prelude(self) -> None:
        messages.use("en")
        for name, words in PRELUDE.items():
            ran = self.run(self.base, words)
            assert ran.code == 0, f"{words}: {ran.out}"
            self.known[name] = ran.data["case_no"]
        for words in THEN:
            ran = self.run(self.base, self.filled(words))
            assert ran.code == 0, f"{words}: {ran.err}"
        entry = call(self.base, "credit", "propose", "--staff", LATELY, "--kind", "attitude", "--on", "2027-01-05",
                     "--note", "不耐烦", "--json", now=AFTER)  # fmt: skip
        self.known["fresh"] = entry.data["entry_no"]
        self.run(self.base, ("credit", "confirm", self.known["fresh"]))
        listed = call(
            self.base, "duty", "requests", "--from", NEXT, "--to", NEXT, "--json", now=AFTER
        )
        self.known["request"] = listed.data[0]["request_no"]
        listed = call(self.base, "duty", "leaves", "--from", NEXT, "--json", now=AFTER)
        self.known["leave"] = str(listed.data[0]["leave_no"])
        listed = call(self.base, "attendance", "checks", "--month", "2026-12", "--json", now=AFTER)
        self.known["check"] = str(listed.data[0]["check_no"])

    def filled(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words with the numbers that they mean."""
        found = []
        for word in words:
            for name, value in self.known.items():
                word = word.replace(f"{{{name}}}", value)
            found.append(word)
        return tuple(found)

    def run(self, db: Path, words: tuple[str, ...], *, actor: str = "", stdin: str = "") -> Ran:
        """Run one command and listen."""
        ran = call(db, *(("--actor", actor) if actor else ()), *words, now=self.now, stdin=stdin)
        self.heard.append((" ".join(words), ran.out + "\n" + ran.err))
        return ran

    def verb(self, name: str, command: Any) -> None:
        """One command in all its forms and both languages, as other people, wrongly, and at last for good."""
        options = {opt for param in command.params for opt in param.opts}
        folder = self.folder / name.replace(" ", "-")
        folder.mkdir()
        self.now = LATER.get(name, AFTER)
        db = folder / "hall.db"
        shutil.copy(self.base, db)
        forms = (
            [("--format", form) for form in FORMS] if "--format" in options else [(), ("--json",)]
        )
        dry = ("--dry-run",) if "--dry-run" in options else ()
        before = Path.cwd()
        os.chdir(folder)
        try:
            for n, recipe in enumerate(RECIPES[name]):
                words = (*name.split(), *self.filled(recipe))
                target = folder / "new.db" if name == "init" else db
                whole = [(language, form) for language in LANGUAGES for form in forms]
                for language, form in whole if n == 0 else [("en", forms[-1]), ("zh_CN", forms[0])]:
                    messages.use(language)
                    ran = self.run(target, (*words, *form, *dry))
                    self.codes.setdefault(name, set()).add(ran.code)
                if n == 0:
                    self.run(target, (*words, "--json", *dry), actor=LEADER)
                    self._wrongly(target, name, words, command)
                if dry and name != REVEALS:
                    self.codes[name].add(self.run(target, words).code)
            self._written(folder)
        finally:
            os.chdir(before)
            messages.use("en")
            shutil.rmtree(folder)

    def _wrongly(self, db: Path, name: str, words: tuple[str, ...], command: Any) -> None:
        """A number that does not exist, nothing at all, too much, an option that is none."""
        bare = tuple(name.split())
        given = words[len(bare) :]
        made = [one for one in self.known.values() if one != str(self.folder)]
        changed = (*bare, *("无此-9999" if word in made else word for word in given))
        wrong = {changed, (*words, "--无此选项"), (*words, "多余的", "词")} - {words}
        if any(param.required for param in command.params):
            wrong.add(bare)
        for one in sorted(wrong):
            messages.use("en")
            self.run(db, (*one, "--json"))
            messages.use("zh_CN")
            self.run(db, one)

    def _written(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in HALLS:
                text = (
                    books.everything(path)
                    if path.suffix in BOOKS
                    else path.read_bytes().decode("utf-8", "replace")
                )
                self.heard.append((str(path.name), text))

    def leaks(self) -> list[tuple[str, str]]:
        """Which sealed words were heard from which command or file."""
        wanted = secrets(self.term)
        return [(where, word) for where, text in self.heard for word in wanted if word in text]


def stored(db: Path) -> str:
    """Everything in a hall file but the sealed table."""
    found = []
    with sqlite3.connect(db) as opened:
        tables = [
            row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        assert SEALED in tables
        for table in tables:
            if table != SEALED:
                found += [str(row) for row in opened.execute(f"SELECT * FROM {table}")]
    opened.close()
    return "\n".join(found)
