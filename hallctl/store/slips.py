"""The log of printed slips: which paper, which copy, when, by whom, and what stood on it."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from hallctl.store.case_parts import Paper
from hallctl.store.writing import Writing, canonical


class SlipPrint(NamedTuple):
    """One print; the first of a slip keeps its words, the later ones repeat them."""

    slip_no: str
    kind: str
    subject: str
    """What it is about, such as ``case:2026-000017``."""
    copy: int
    printed_at: datetime
    printed_by: str
    file: str
    sha256: str
    entry_no: int = 0


def add_print(
    writing: Writing, row: SlipPrint, words: object | None, origin: Mapping[str, object]
) -> None:
    """Log one print; ``words`` for the first copy, ``origin`` names the rows that the paper rests on."""
    writing.add(
        "slip_print", slip_no=row.slip_no, kind=row.kind, subject=row.subject, copy=row.copy,
        printed_at=row.printed_at, printed_by=row.printed_by, file=row.file, sha256=row.sha256,
        words=None if words is None else canonical(words), **origin,
    )  # fmt: skip


def prints_of(db: sqlite3.Connection, subject: str) -> list[SlipPrint]:
    """Every standing print about one subject, oldest first."""
    rows = db.execute(
        "SELECT slip_no, kind, subject, copy, printed_at, printed_by, file, sha256, entry_no"
        " FROM slip_print WHERE subject = ? AND voided_by IS NULL ORDER BY id",
        (subject,),
    )
    return [
        SlipPrint(
            row["slip_no"], row["kind"], row["subject"], row["copy"],
            datetime.fromisoformat(row["printed_at"]), row["printed_by"], row["file"],
            row["sha256"], row["entry_no"],
        )
        for row in rows
    ]  # fmt: skip


def newest_slip(
    db: sqlite3.Connection, subject: str, kind: str, origin: Mapping[str, object]
) -> str | None:
    """The number of the newest standing slip of a kind that rests on the same rows."""
    same = "".join(f" AND {column} = ?" for column in origin)
    row = db.execute(
        "SELECT slip_no FROM slip_print WHERE subject = ? AND kind = ? AND voided_by IS NULL"
        f"{same} ORDER BY id DESC LIMIT 1",
        (subject, kind, *origin.values()),
    ).fetchone()
    return row[0] if row else None


def first_print(db: sqlite3.Connection, slip_no: str) -> Mapping[str, Any]:
    """What stood on a slip when it was printed first."""
    row = db.execute(
        "SELECT words FROM slip_print WHERE slip_no = ? AND words IS NOT NULL"
        " AND voided_by IS NULL",
        (slip_no,),
    ).fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found


def slips_made(db: sqlite3.Connection, subject: str, kind: str) -> int:
    """How many slips of a kind a subject ever had, voided ones included: their paper may exist."""
    row = db.execute(
        "SELECT count(DISTINCT slip_no) FROM slip_print WHERE subject = ? AND kind = ?",
        (subject, kind),
    ).fetchone()
    return int(row[0])


def copies_made(db: sqlite3.Connection, slip_no: str) -> int:
    """How often a slip was printed; voided prints do not count."""
    row = db.execute(
        "SELECT count(*) FROM slip_print WHERE slip_no = ? AND voided_by IS NULL", (slip_no,)
    ).fetchone()
    return int(row[0])


def event_ids(db: sqlite3.Connection, case_no: str) -> list[int]:
    """The rows of a case's standing steps, oldest first, as ``cases.events`` lists them."""
    rows = db.execute(
        "SELECT id FROM case_event WHERE case_no = ? AND voided_by IS NULL ORDER BY id", (case_no,)
    )
    return [row[0] for row in rows]


def papers_by(db: sqlite3.Connection, case_no: str, entry_no: int) -> list[Paper]:
    """The standing papers of a case that were recorded up to an entry, oldest first."""
    rows = db.execute(
        "SELECT name, state, reason FROM case_material WHERE case_no = ? AND entry_no <= ?"
        " AND voided_by IS NULL ORDER BY id",
        (case_no, entry_no),
    )
    return [Paper(*row) for row in rows]


def papers_of(db: sqlite3.Connection, case_no: str, entry_no: int) -> list[Paper]:
    """The standing papers of a case that one entry recorded."""
    rows = db.execute(
        "SELECT name, state, reason FROM case_material WHERE case_no = ? AND entry_no = ?"
        " AND voided_by IS NULL ORDER BY id",
        (case_no, entry_no),
    )
    return [Paper(*row) for row in rows]
