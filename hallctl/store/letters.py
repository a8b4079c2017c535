"""Letters about leaders to their departments."""

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from hallctl.store.writing import Writing


class LetterRow(NamedTuple):
    """One letter: about whom, to which department, of what."""

    letter_no: str
    staff_no: str
    department: str
    kind: str
    on: date
    note: str
    case_no: str | None
    complaint_no: str | None
    at: datetime


_LETTER = (
    "SELECT letter_no, staff_no, department, kind, on_date, note, case_no, complaint_no, at"
    " FROM leader_letter WHERE voided_by IS NULL"
)


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year, such as L2026-0001; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(letter_no) FROM leader_letter WHERE letter_no GLOB ?", (f"L{year}-[0-9]*",)
    ).fetchone()
    return f"L{year}-{int(row[0].partition('-')[2]) + 1 if row[0] else 1:04d}"


def add(writing: Writing, row: LetterRow) -> None:
    """Record a letter."""
    plain = row._asdict()
    writing.add("leader_letter", on_date=plain.pop("on"), **plain)


def letter(db: sqlite3.Connection, letter_no: str) -> LetterRow | None:
    """One letter by number."""
    row = db.execute(_LETTER + " AND letter_no = ?", (letter_no,)).fetchone()
    return _row(row) if row else None


def same(db: sqlite3.Connection, staff_no: str, kind: str, on: date, note: str) -> LetterRow | None:
    """The letter that says the same."""
    row = db.execute(
        _LETTER + " AND staff_no = ? AND kind = ? AND on_date = ? AND note = ?",
        (staff_no, kind, on.isoformat(), note),
    ).fetchone()
    return _row(row) if row else None


def _row(row: sqlite3.Row) -> LetterRow:
    number, staff_no, department, kind = row[:4]
    return LetterRow(
        number, staff_no, department, kind, date.fromisoformat(row[4]), row[5], row[6], row[7],
        datetime.fromisoformat(row[8]),
    )  # fmt: skip
