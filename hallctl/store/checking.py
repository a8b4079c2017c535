"""What ``db check`` and ``audit verify`` look at: SQLite's own checks, the chain, every row's digest."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from hallctl.store.schema import fact_tables, key_column, known_tables
from hallctl.store.writing import GENESIS, Seal, entry_digest, sha256, voids_seal

Place = tuple[int, str]
"""An entry and a table."""


class Finding(NamedTuple):
    """One thing that is not as it was written."""

    code: str
    where: str
    said: str = ""


def check_sqlite(db: sqlite3.Connection) -> Iterator[Finding]:
    """SQLite's integrity and foreign key checks, and the journal mode that the promises rest on."""
    for row in db.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Finding("check.integrity", "sqlite", str(row[0]))
    for row in db.execute("PRAGMA foreign_key_check"):
        yield Finding("check.foreign_key", f"{row[0]}:{row[1]}", str(row[2]))
    mode = db.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "delete":
        yield Finding("check.journal_mode", "sqlite", str(mode))


def check_chain(db: sqlite3.Connection) -> Iterator[Finding]:
    """Every entry follows its predecessor, and every detail is the one that was sealed."""
    prev, expected = GENESIS, 1
    for row in db.execute(
        "SELECT e.*, d.salt, d.detail FROM entry e LEFT JOIN entry_detail d USING (entry_no)"
        " ORDER BY e.entry_no"
    ):
        where = f"entry:{row['entry_no']}"
        digest = entry_digest(
            prev, row["entry_no"], row["at"], row["actor_no"], row["command"],
            row["detail_digest"], row["voids"],
        )  # fmt: skip
        if row["entry_no"] != expected or row["prev_digest"] != prev or row["digest"] != digest:
            yield Finding("check.chain_broken", where)
        if (
            row["detail"] is not None
            and sha256(row["salt"] + row["detail"]) != row["detail_digest"]
        ):
            yield Finding("check.detail_changed", where)
        prev, expected = row["digest"], row["entry_no"] + 1


def check_rows(db: sqlite3.Connection) -> Iterator[Finding]:
    """Recompute the digest of what each entry wrote and voided, and compare with what it sealed."""
    found_written, found_voided = found_seals(db)
    sealed_written, sealed_voided, erased = _sealed(db)
    yield from _differences("check.rows_changed", found_written, sealed_written, erased)
    yield from _differences("check.voids_changed", found_voided, sealed_voided, erased)


def found_seals(
    db: sqlite3.Connection,
) -> tuple[dict[Place, list[object]], dict[Place, list[object]]]:
    """The digests over the rows as they are: of what each entry wrote, and of what it voided."""
    written: dict[Place, Seal] = {}
    voided: dict[Place, list[str]] = {}
    facts = set(fact_tables(db))
    for table in known_tables(db):
        key = key_column(db, table)
        for row in db.execute(f"SELECT rowid AS id, * FROM {table} ORDER BY rowid"):
            values = {
                name: row[name]
                for name in row.keys()  # noqa: SIM118 - a sqlite3.Row iterates over its values
                if row[name] is not None and name != "voided_by"
            }
            written.setdefault((row["entry_no"], table), Seal()).take(values)
            if table in facts and row["voided_by"] is not None:
                voided.setdefault((row["voided_by"], table), []).append(str(row[key]))
    return (
        {place: list(seal.value()) for place, seal in written.items()},
        {place: list(voids_seal(keys)) for place, keys in voided.items()},
    )


def _sealed(
    db: sqlite3.Connection,
) -> tuple[dict[Place, list[object]], dict[Place, list[object]], set[int]]:
    """What every entry sealed: rows written, rows voided, and the entries whose detail is gone.

    Where personal data were erased, the seal is the one made then.
    """
    undone = {row[0] for row in db.execute("SELECT voids FROM entry WHERE voids IS NOT NULL")}
    written: dict[Place, list[object]] = {}
    voided: dict[Place, list[object]] = {}
    erased = set()
    for row in db.execute(
        "SELECT e.entry_no, coalesce(d.detail, (SELECT seals FROM sealed_anew"
        " WHERE of_entry = e.entry_no ORDER BY id DESC LIMIT 1)) AS detail"
        " FROM entry e LEFT JOIN entry_detail d USING (entry_no)"
    ):
        entry_no = row["entry_no"]
        if row["detail"] is None:
            erased.add(entry_no)
            continue
        detail = json.loads(row["detail"])
        written |= {(entry_no, table): seal for table, seal in detail["written"].items()}
        if entry_no not in undone:  # what an undone entry had voided stands again
            voided |= {(entry_no, table): seal for table, seal in detail["voided"].items()}
    return written, voided, erased


def _differences(
    code: str,
    found: dict[Place, list[object]],
    sealed: dict[Place, list[object]],
    erased: set[int],
) -> Iterator[Finding]:
    for place in sorted(found.keys() | sealed.keys()):
        if place[0] not in erased and found.get(place) != sealed.get(place):
            yield Finding(code, f"entry:{place[0]}", place[1])


def check_cases(db: sqlite3.Connection) -> Iterator[Finding]:
    """The list of where each case is now agrees with the newest standing event of each case."""
    newest = {
        row["case_no"]: row["event_id"]
        for row in db.execute(
            "SELECT v.case_no, max(v.id) AS event_id FROM case_event v JOIN case_file f"
            " ON f.case_no = v.case_no AND f.voided_by IS NULL"
            " WHERE v.voided_by IS NULL GROUP BY v.case_no"
        )
    }
    listed = {row[0]: row[1] for row in db.execute("SELECT case_no, event_id FROM case_now")}
    for case_no in sorted(newest.keys() | listed.keys()):
        if newest.get(case_no) != listed.get(case_no):
            yield Finding("check.case_now", f"case:{case_no}")
