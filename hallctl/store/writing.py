"""One transaction: the rows it writes, the rows it voids, and the audit entry that seals both."""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

try:  # as the standard library's random does: hashlib would load all of OpenSSL at every sign-in
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found] # before 3.12
    except ImportError:
        from hashlib import sha256 as _sha256

GENESIS = "0" * 64


class Writing:
    """Collects a digest per table while rows are written, so that ``db check`` can recompute it.

    Begins an IMMEDIATE transaction when made, or a part of the one that runs; ``seal`` writes the entry,
    ``end`` keeps everything or nothing.
    """

    def __init__(self, db: sqlite3.Connection, at: str, actor_no: str, command: str) -> None:
        self.db = db
        self.at = at
        self.actor_no = actor_no
        self.command = command
        self._within = db.in_transaction
        db.execute("SAVEPOINT act" if self._within else "BEGIN IMMEDIATE")
        last = db.execute(
            "SELECT entry_no, digest, at FROM entry ORDER BY entry_no DESC LIMIT 1"
        ).fetchone()
        self.entry_no: int = last["entry_no"] + 1 if last else 1
        self.newest_at: str | None = last["at"] if last else None
        self._prev: str = last["digest"] if last else GENESIS
        self.args: Mapping[str, object] = {}
        self.did: Mapping[str, object] = {}
        self.voids: int | None = None
        """The entry that this one undoes."""
        self._written: dict[str, Seal] = {}
        self._voided: dict[str, list[str]] = {}

    def add(self, table: str, **values: object) -> int:
        """Write one fact row; returns its rowid. Columns left out are NULL."""
        row = {name: _plain(value) for name, value in values.items() if value is not None}
        row["entry_no"] = self.entry_no
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        try:
            cursor = self.db.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
            )
        except sqlite3.IntegrityError as error:
            raise self._refusal(error, [row]) from error
        rowid = cursor.lastrowid
        assert rowid is not None  # noqa: S101 - an INSERT that did not raise has one
        row.setdefault("id", rowid)
        self._written.setdefault(table, Seal()).take(row)
        return rowid

    def know(self, table: str, key: str, value: str) -> None:
        """Make a number known for ever, unless it already is."""
        found = self.db.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (value,)).fetchone()
        if not found:
            self.add(table, **{key: value})

    def void(self, table: str, key: str, values: Iterable[object]) -> int:
        """Void the standing rows whose ``key`` is among ``values``; returns how many there were."""
        count = 0
        for value in values:
            try:
                done = self.db.execute(
                    f"UPDATE {table} SET voided_by = ? WHERE {key} = ? AND voided_by IS NULL",
                    (self.entry_no, value),
                )
            except sqlite3.IntegrityError as error:
                raise self._refusal(error, self._rows(table, key, value)) from error
            if done.rowcount:
                self._voided.setdefault(table, []).append(str(value))
                count += done.rowcount
        return count

    def void_pointing(self, table: str, column: str, value: object) -> int:
        """Void the standing rows with an ``id`` whose ``column`` holds a value; returns how many.

        An entry seals the keys of what it voided, so rows are voided by their key.
        """
        rows = self.db.execute(
            f"SELECT id FROM {table} WHERE {column} = ? AND voided_by IS NULL ORDER BY id", (value,)
        ).fetchall()
        return self.void(table, "id", [row[0] for row in rows])

    def restore(self, table: str, entry_no: int) -> int:
        """Let the rows that an entry voided stand again; returns how many there were."""
        try:
            return self.db.execute(
                f"UPDATE {table} SET voided_by = NULL WHERE voided_by = ?", (entry_no,)
            ).rowcount
        except sqlite3.IntegrityError as error:
            raise self._refusal(error, self._rows(table, "voided_by", entry_no)) from error

    def _rows(self, table: str, key: str, value: object) -> list[dict[str, object]]:
        found = self.db.execute(f"SELECT * FROM {table} WHERE {key} = ?", (value,))
        return [dict(row) for row in found]

    def _refusal(
        self, error: sqlite3.IntegrityError, rows: Iterable[Mapping[str, object]]
    ) -> Exception:
        """What a constraint means: a fact of a closed month is refused by its article."""
        from hallctl.store.months import refusal

        return refusal(self.db, error, rows)

    def changed(self) -> bool:
        """Whether anything was written or voided so far."""
        return bool(self._written or self._voided)

    def mark(self) -> "Mark":
        """Where this transaction stands, for ``go_back``."""
        written = {table: seal.copy() for table, seal in self._written.items()}
        return written, {table: len(keys) for table, keys in self._voided.items()}

    def go_back(self, mark: "Mark") -> None:
        """Forget what was written and voided since ``mark``; the rows themselves are rolled back by the caller."""
        self._written, counts = mark
        self._voided = {table: self._voided[table][:count] for table, count in counts.items()}

    def tell(self, did: Mapping[str, object], **args: object) -> None:
        """Say for the audit what was asked (people by number only) and what changed (counts)."""
        self.args = {name: value for name, value in args.items() if value is not None}
        self.did = did

    def end(self, *, keep: bool) -> None:
        """Keep what was written or take it back; within another transaction that one decides at its end."""
        if not self.db.in_transaction:
            return  # SQLite gave everything up already, as on a full disk
        if not self._within:
            self.db.execute("COMMIT" if keep else "ROLLBACK")
            return
        if not keep:
            self.db.execute("ROLLBACK TO act")
        self.db.execute("RELEASE act")

    def seal(self) -> None:
        """Write the audit entry over everything this transaction wrote and voided."""
        detail = canonical(
            {
                "args": self.args,
                "did": self.did,
                "written": {table: seal.value() for table, seal in self._written.items()},
                "voided": {table: voids_seal(keys) for table, keys in self._voided.items()},
            }
        )
        salt = os.urandom(16).hex()
        detail_digest = sha256(salt + detail)
        digest = entry_digest(
            self._prev,
            self.entry_no,
            self.at,
            self.actor_no,
            self.command,
            detail_digest,
            self.voids,
        )
        self.db.execute(
            "INSERT INTO entry (entry_no, at, actor_no, command, detail_digest, prev_digest,"
            " digest, voids) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self.entry_no, self.at, self.actor_no, self.command, detail_digest, self._prev,
                digest, self.voids,
            ),
        )  # fmt: skip
        self.db.execute(
            "INSERT INTO entry_detail (entry_no, salt, detail) VALUES (?, ?, ?)",
            (self.entry_no, salt, detail),
        )


class Seal:
    """A running digest over rows in the order they were written."""

    def __init__(self) -> None:
        self.rows = 0
        self._hash = _sha256()

    def take(self, row: Mapping[str, object]) -> None:
        """Add one row; NULLs do not count, so a column added later changes no old digest."""
        self.rows += 1
        self._hash.update(canonical(row).encode())

    def copy(self) -> "Seal":
        """The same digest, to go on from here twice."""
        other = Seal()
        other.rows, other._hash = self.rows, self._hash.copy()
        return other

    def value(self) -> Sequence[object]:
        """How many rows, and their digest."""
        return [self.rows, self._hash.hexdigest()]


Mark = tuple[dict[str, Seal], dict[str, int]]
"""What a transaction had written and voided at one moment."""


def voids_seal(keys: Iterable[str]) -> Sequence[object]:
    """How many rows an entry voided and a digest of their keys, in whatever order they came."""
    ordered = sorted(keys)
    return [len(ordered), sha256(canonical(ordered))]


def entry_digest(
    prev: str, entry_no: int, at: str, actor_no: str, command: str, detail: str, voids: int | None
) -> str:
    """The digest of one entry over its fields and its predecessor's digest."""
    return sha256(canonical([prev, entry_no, at, actor_no, command, detail, voids]))


def _plain(value: object) -> object:
    """What SQLite stores for a value: dates as ISO text, truth as 0 or 1."""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def canonical(value: object) -> str:
    """One JSON text for one value: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def sha256(text: str) -> str:
    """Hexadecimal SHA-256 of a text."""
    digest: str = _sha256(text.encode()).hexdigest()
    return digest
