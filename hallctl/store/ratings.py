"""Applicants' ratings, and what was done about the bad ones (Art. 33)."""

import json
import sqlite3
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.model import Ground
from hallctl.store.case_care import closing_event
from hallctl.store.writing import Writing, canonical


class Limits(NamedTuple):
    """By when a bad rating is answered: working days, and the dates as they were counted that day."""

    contact_days: int
    contact_due_on: date
    contact_due_latest: date
    fix_days: int
    fix_due_on: date
    fix_due_status: str
    fix_due_earliest: date
    fix_due_latest: date


class RatingRow(NamedTuple):
    """One rating as it was recorded."""

    case_no: str
    level: int
    rated_by: str | None
    """The applicant's number; None for an anonymous one."""
    channel: str | None
    comment: str | None
    recorder_no: str | None
    at: datetime
    ref: str | None
    limits: Limits | None
    """None for a rating that satisfies."""
    ground: Ground


class Fix(NamedTuple):
    """One step of a rectification."""

    at: datetime
    note: str


class Rating(NamedTuple):
    """A standing rating with what was done about it."""

    rating_id: int
    entry_no: int
    row: RatingRow
    contacted: Fix | None
    fixed: Fix | None


_RATING = (
    "SELECT r.*, c.at AS contacted_at, c.note AS contacted_note, d.at AS fixed_at,"
    " d.note AS fixed_note FROM case_rating r"
    " LEFT JOIN case_fix c ON c.case_rating_id = r.id AND c.step = 'contacted' AND c.voided_by IS NULL"
    " LEFT JOIN case_fix d ON d.case_rating_id = r.id AND d.step = 'fixed' AND d.voided_by IS NULL"
    " WHERE r.voided_by IS NULL"
)


def add_rating(writing: Writing, row: RatingRow) -> None:
    """Record how an applicant rated a closed case."""
    limits = row.limits._asdict() if row.limits else {}
    plain = {key: value for key, value in row._asdict().items() if key not in {"limits", "ground"}}
    writing.add(
        "case_rating", **plain, **limits, ground=canonical(row.ground._asdict()),
        case_event_id=closing_event(writing.db, row.case_no),
    )  # fmt: skip


def add_fix(writing: Writing, rating_id: int, step: str, at: datetime, note: str) -> None:
    """Record one step of a rectification: contacted or fixed."""
    writing.add("case_fix", case_rating_id=rating_id, step=step, at=at, note=note)


def rating(db: sqlite3.Connection, case_no: str) -> Rating | None:
    """The standing rating of a case."""
    row = db.execute(_RATING + " AND r.case_no = ?", (case_no,)).fetchone()
    return _rating(row) if row else None


def by_ref(db: sqlite3.Connection, ref: str) -> Rating | None:
    """The standing rating that was recorded with an outside reference."""
    row = db.execute(_RATING + " AND r.ref = ?", (ref,)).fetchone()
    return _rating(row) if row else None


def unfixed(db: sqlite3.Connection) -> list[Rating]:
    """Bad ratings whose rectification is not finished, by the day it is due."""
    rows = db.execute(
        _RATING + " AND r.fix_due_on IS NOT NULL AND d.id IS NULL ORDER BY r.fix_due_on, r.id"
    )
    return [_rating(row) for row in rows]


def between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Rating]:
    """Ratings of a period (both ends included), by time."""
    after = (to_on + timedelta(days=1)).isoformat()
    rows = db.execute(
        _RATING + " AND r.at >= ? AND r.at < ? ORDER BY r.at, r.id", (from_on.isoformat(), after)
    )
    return [_rating(row) for row in rows]


def due_between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Rating]:
    """Bad ratings whose rectification can fall due in a period (both ends included)."""
    rows = db.execute(
        _RATING + " AND r.fix_due_on IS NOT NULL AND r.fix_due_latest >= ?"
        " AND r.fix_due_earliest <= ? ORDER BY r.id",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_rating(row) for row in rows]


def _rating(row: sqlite3.Row) -> Rating:
    limits = None
    if row["fix_due_on"]:
        limits = Limits(
            row["contact_days"], date.fromisoformat(row["contact_due_on"]),
            date.fromisoformat(row["contact_due_latest"]), row["fix_days"],
            date.fromisoformat(row["fix_due_on"]), row["fix_due_status"],
            date.fromisoformat(row["fix_due_earliest"]),
            date.fromisoformat(row["fix_due_latest"]),
        )  # fmt: skip
    recorded = RatingRow(
        row["case_no"], row["level"], row["rated_by"], row["channel"], row["comment"],
        row["recorder_no"], datetime.fromisoformat(row["at"]), row["ref"], limits,
        Ground(**json.loads(row["ground"])),
    )  # fmt: skip
    return Rating(row["id"], row["entry_no"], recorded, _fix(row, "contacted"), _fix(row, "fixed"))


def _fix(row: sqlite3.Row, step: str) -> Fix | None:
    at = row[f"{step}_at"]
    return Fix(datetime.fromisoformat(at), row[f"{step}_note"]) if at else None
