"""Removing people from every row, while the ledger and the chain of entries stay valid.

Rows are append-only for everybody else: within this one transaction the guards are taken down and put
up again. An entry that wrote a changed row loses its detail (the chain keeps the digest of it); its rows
are sealed anew, as they are now, in ``sealed_anew``, which the erasing entry itself seals.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from hallctl.store.checking import found_seals
from hallctl.store.identity import Identity, Words, words_of_others
from hallctl.store.personal import DECIDED, owned
from hallctl.store.schema import key_column, known_tables, tables
from hallctl.store.writing import Writing, canonical

MARK = "—"
"""Stands where words about a person stood."""


class Removed(NamedTuple):
    """What was changed: rows, entries whose detail went, and what the chain has to keep."""

    rows: int
    entries: int
    signed: int
    """Entries that a person signed by number: the digest of each covers it, so it stays."""
    shared: int
    """Names, phones, cards that others have too: in rows of others they stay."""


def remove(work: Writing, people: Sequence[Identity], reason: str) -> Removed:
    """Put pseudonyms in the place of people, everywhere, within a running transaction."""
    db = work.db
    eraser = _Eraser(db, people)
    with _guards_down(db):
        db.execute("PRAGMA defer_foreign_keys = ON")
        for table in tables(db):
            if table.name not in {"entry", "entry_detail"}:
                eraser.rewrite(table.name)
        touched = sorted(eraser.touched | set(eraser.details()))
        db.executemany("DELETE FROM entry_detail WHERE entry_no = ?", [(no,) for no in touched])
        for entry_no, seals in _seals(db, touched).items():
            work.add("sealed_anew", of_entry=entry_no, seals=canonical(seals))
    for one in people:
        work.add("erasure", pseudonym=one.pseudonym, reason=reason)
    return Removed(eraser.rows, len(touched), _signed(db, people), len(eraser.shared))


def _seals(
    db: sqlite3.Connection, entries: Iterable[int]
) -> dict[int, dict[str, dict[str, list[object]]]]:
    """The seals over the rows of some entries as they are now: written and voided, by table."""
    found: dict[int, dict[str, dict[str, list[object]]]] = {
        entry_no: {"written": {}, "voided": {}} for entry_no in entries
    }
    for kind, seals in zip(("written", "voided"), found_seals(db), strict=True):
        for (entry_no, table), seal in seals.items():
            if entry_no in found:
                found[entry_no][kind][table] = seal
    return found


def next_pseudonym(db: sqlite3.Connection) -> int:
    """The number of the next pseudonym; only within the transaction that uses it."""
    return int(db.execute("SELECT count(*) + 1 FROM erasure").fetchone()[0])


def compact(db: sqlite3.Connection) -> None:
    """Write the file anew without what lay in its free pages; not within a transaction."""
    db.execute("PRAGMA secure_delete = ON")
    db.execute("VACUUM")


def _signed(db: sqlite3.Connection, people: Sequence[Identity]) -> int:
    signed = Counter(row[0] for row in db.execute("SELECT actor_no FROM entry"))
    return sum(signed[one.number] for one in people)


@contextmanager
def _guards_down(db: sqlite3.Connection) -> Iterator[None]:
    """Without any trigger; a failure rolls the transaction back, and the triggers with it."""
    guards = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in guards:
        db.execute(sql)


class _Eraser:
    """Goes through the tables; remembers which entries wrote or voided by what was changed."""

    def __init__(self, db: sqlite3.Connection, people: Sequence[Identity]) -> None:
        self._db = db
        self._people = people
        self._numbers = {one.number: one.pseudonym for one in people}
        others = self._others = words_of_others(db, self._numbers)
        self.shared = others & {word for one in people for word in one.words()}
        known = {word: said for one in people for word, said in one.words().items()}
        self._words = Words({w: said for w, said in known.items() if w not in others}, others)
        self._own = {one.number: Words(one.words(), others - set(one.words())) for one in people}
        known_here = set(known_tables(db))
        self._keys = {name: key_column(db, name) for name in known_here}
        # asked before anything changes: later the numbers are gone
        self._owners = {name: self._owners_in(name) for name in DECIDED}
        self.touched: set[int] = set()
        self.rows = 0

    def rewrite(self, table: str) -> None:
        """Change the rows of one table that name somebody."""
        columns = {name: kind for name, kind in DECIDED[table].items() if kind != "code"}
        if not columns:
            return
        for row in self._db.execute(f"SELECT rowid AS rowid_, * FROM {table}").fetchall():
            owner = self._owners[table].get(row["rowid_"]) or self._sealed(table, row)
            after = {
                name: self._after(kind, row[name], owner, row["rowid_"])
                for name, kind in columns.items()
                if row[name] is not None
            }
            if changed := {name: value for name, value in after.items() if value != row[name]}:
                self._update(table, row, changed)

    def details(self) -> Iterator[int]:
        """Entries whose detail names somebody."""
        for row in self._db.execute("SELECT entry_no, detail FROM entry_detail"):
            if self._words.replace(row["detail"]) != row["detail"] or self._told(row["detail"]):
                yield row["entry_no"]

    def _told(self, detail: str) -> bool:
        """Whether an act was told a number, however short."""
        return bool(self._numbers.keys() & set(_strings(json.loads(detail).get("args"))))

    def _owners_in(self, table: str) -> Mapping[int, Identity]:
        return {rowid: one for one in self._people for rowid in owned(self._db, table, one.number)}

    def _sealed(self, table: str, row: sqlite3.Row) -> Identity | None:
        """Whose sealed identity a row is: known by name or contact alone."""
        if table != "sealed_identity":
            return None
        for one in self._people:
            if row["name"] in one.names or any(
                word in (row["contact"] or "") for word in one.words()
            ):
                return one
        return None

    def _after(self, kind: str, value: str, owner: Identity | None, rowid: int) -> str | None:
        if kind == "person" and (value in self._numbers or value in self._others):
            return self._numbers.get(value, value)
        if owner is None or kind in {"words", "person"}:
            words = self._own[owner.number] if owner else self._words
            return words.replace(value)
        return {
            "name": owner.pseudonym, "card": f"{owner.pseudonym}/{rowid}", "own": MARK, "gone": None,
        }[kind]  # fmt: skip

    def _update(self, table: str, row: sqlite3.Row, changed: Mapping[str, str | None]) -> None:
        names = ", ".join(f"{name} = ?" for name in changed)
        self._db.execute(
            f"UPDATE {table} SET {names} WHERE rowid = ?", (*changed.values(), row["rowid_"])
        )
        self.rows += 1
        if table in self._keys:
            self.touched.add(row["entry_no"])
            if self._keys[table] in changed and "voided_by" in row.keys() and row["voided_by"]:  # noqa: SIM118 - a sqlite3.Row iterates over its values
                self.touched.add(row["voided_by"])


def _strings(value: object) -> Iterator[str]:
    """Every text within what an act was told."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str):
        yield value
