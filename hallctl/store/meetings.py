"""Meetings, trainings, discussions and summaries with their attendance lists (Art. 10, 11)."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class MeetingRow(NamedTuple):
    """One meeting; ``window_no`` None for the whole hall."""

    meeting_no: str
    kind: str
    on_date: date
    topic: str
    window_no: str | None
    chair_no: str
    place: str | None = None
    note: str | None = None


class Kept(NamedTuple):
    """A meeting on record: its row's id, what it was, and who was present, excused or absent."""

    id: int
    row: MeetingRow
    states: Mapping[str, str]


_MEETING = (
    "SELECT id, meeting_no, kind, on_date, topic, window_no, chair_no, place, note FROM meeting"
    " WHERE voided_by IS NULL"
)


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year, such as M2026-001; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(CAST(substr(meeting_no, 7) AS INTEGER)) FROM meeting WHERE meeting_no GLOB ?",
        (f"M{year}-*",),
    ).fetchone()
    return f"M{year}-{(row[0] or 0) + 1:03d}"


def meeting(db: sqlite3.Connection, meeting_no: str) -> Kept | None:
    """One meeting by number."""
    row = db.execute(_MEETING + " AND meeting_no = ?", (meeting_no,)).fetchone()
    return _kept(db, row) if row else None


def between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Kept]:
    """The meetings of some days (both included), by day and number."""
    rows = db.execute(
        _MEETING + " AND on_date BETWEEN ? AND ? ORDER BY on_date, meeting_no",
        (from_on.isoformat(), to_on.isoformat()),
    ).fetchall()
    return [_kept(db, row) for row in rows]


def add_meeting(writing: Writing, row: MeetingRow, states: Mapping[str, str]) -> None:
    """Record a meeting with its attendance list."""
    key = writing.add("meeting", **row._asdict())
    for staff_no, state in states.items():
        writing.add("meeting_person", meeting_id=key, staff_no=staff_no, state=state)


def void_meeting(writing: Writing, kept: Kept) -> None:
    """Void a meeting and its list, because a corrected row follows."""
    writing.void("meeting", "id", [kept.id])
    writing.void_pointing("meeting_person", "meeting_id", kept.id)


def _kept(db: sqlite3.Connection, row: sqlite3.Row) -> Kept:
    states = db.execute(
        "SELECT staff_no, state FROM meeting_person WHERE meeting_id = ? AND voided_by IS NULL"
        " ORDER BY id",
        (row["id"],),
    )
    facts = MeetingRow(row[1], row[2], date.fromisoformat(row[3]), *tuple(row)[4:])
    return Kept(row["id"], facts, {one[0]: one[1] for one in states})
