"""Reading the audit chain."""

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple


class EntryRow(NamedTuple):
    """One audit entry; ``detail`` is None where it was erased."""

    entry_no: int
    at: str
    actor_no: str
    command: str
    args: Mapping[str, object]
    did: Mapping[str, object]
    voids: int | None
    voided_by: int | None
    digest: str


NEVER_UNDONE = ("init", "db restore", "db erase")
"""Acts that nothing takes back: the file's beginning, a file that took its place, data that are gone."""

_ENTRY = """
SELECT e.*, d.detail, u.entry_no AS undone_by FROM entry e
LEFT JOIN entry_detail d USING (entry_no)
LEFT JOIN entry u ON u.voids = e.entry_no
"""


def entries(db: sqlite3.Connection, limit: int | None = None) -> list[EntryRow]:
    """The newest ``limit`` entries (all without one), oldest first."""
    rows = db.execute(
        _ENTRY + " ORDER BY e.entry_no DESC LIMIT ?", (-1 if limit is None else limit,)
    )
    return [_entry(row) for row in rows][::-1]


def entry(db: sqlite3.Connection, entry_no: int) -> EntryRow | None:
    """One entry."""
    row = db.execute(_ENTRY + " WHERE e.entry_no = ?", (entry_no,)).fetchone()
    return _entry(row) if row else None


def newest_undoable(db: sqlite3.Connection) -> EntryRow | None:
    """The newest entry that is not itself an undo, was not undone, and is no restoring or erasing."""
    row = db.execute(
        _ENTRY + " WHERE e.voids IS NULL AND u.entry_no IS NULL"
        " AND e.command NOT IN ('db restore', 'db erase') ORDER BY e.entry_no DESC LIMIT 1"
    ).fetchone()
    return _entry(row) if row else None


def head(db: sqlite3.Connection) -> EntryRow | None:
    """The newest entry: its digest stands for everything before it."""
    found = entries(db, 1)
    return found[0] if found else None


def _entry(row: sqlite3.Row) -> EntryRow:
    detail = json.loads(row["detail"]) if row["detail"] else {}
    return EntryRow(
        row["entry_no"], row["at"], row["actor_no"], row["command"],
        detail.get("args", {}), detail.get("did", {}), row["voids"], row["undone_by"],
        row["digest"],
    )  # fmt: skip
