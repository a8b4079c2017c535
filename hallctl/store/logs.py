"""Work logs with what was handed over and who acknowledged it (Art. 19)."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.store.writing import Writing


class Matter(NamedTuple):
    """One open matter handed over: a case by its number, or anything else."""

    number: str
    progress: str | None = None
    next_step: str | None = None
    limit_on: date | None = None


class LogRow(NamedTuple):
    """One log; minutes after midnight; ``to_no`` None for the day's last."""

    log_no: str
    window_no: str
    on_date: date
    start_minute: int
    end_minute: int
    on_duty: Sequence[str]
    from_no: str
    to_no: str | None
    served: int | None
    enquiries: int | None
    taken: int
    done: int
    open: int
    counted: Mapping[str, int]
    """taken, done and open as the hall file had them when the log was written."""
    matters: str | None
    items: str | None
    incidents: str | None


class Kept(NamedTuple):
    """A log on record with the matters handed over and its acknowledgement."""

    id: int
    row: LogRow
    handed_over: Sequence[Matter]
    acked_by: str | None
    acked_at: datetime | None
    ack_reason: str | None


_LOG = (
    "SELECT l.*, a.by_no, a.at AS acked_at, a.reason FROM work_log l LEFT JOIN work_log_ack a"
    " ON a.work_log_id = l.id AND a.voided_by IS NULL WHERE l.voided_by IS NULL"
)


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year, such as L2026-0001; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(CAST(substr(log_no, 7) AS INTEGER)) FROM work_log WHERE log_no GLOB ?",
        (f"L{year}-*",),
    ).fetchone()
    return f"L{year}-{(row[0] or 0) + 1:04d}"


def log(db: sqlite3.Connection, log_no: str) -> Kept | None:
    """One log by number."""
    row = db.execute(_LOG + " AND l.log_no = ?", (log_no,)).fetchone()
    return _kept(db, row) if row else None


def between(
    db: sqlite3.Connection, from_on: date, to_on: date, window_no: str | None = None
) -> list[Kept]:
    """The logs of some days (both included), of one window or of all, by day, window and start."""
    sql = _LOG + " AND l.on_date BETWEEN :first AND :last"
    if window_no is not None:
        sql += " AND l.window_no = :window"
    values = {"first": from_on.isoformat(), "last": to_on.isoformat(), "window": window_no}
    rows = db.execute(sql + " ORDER BY l.on_date, l.window_no, l.start_minute", values).fetchall()
    return [_kept(db, row) for row in rows]


def add_log(writing: Writing, row: LogRow, handed_over: Sequence[Matter]) -> None:
    """Record a log with the matters it hands over."""
    facts = row._asdict() | {
        "on_duty": json.dumps(list(row.on_duty)),
        "counted": json.dumps(dict(row.counted), sort_keys=True),
    }
    key = writing.add("work_log", **facts)
    for one in handed_over:
        writing.add("work_log_matter", work_log_id=key, **one._asdict())


def void_log(writing: Writing, kept: Kept) -> None:
    """Void a log with its matters and its acknowledgement, because a corrected row follows."""
    writing.void("work_log", "id", [kept.id])
    writing.void_pointing("work_log_matter", "work_log_id", kept.id)
    writing.void_pointing("work_log_ack", "work_log_id", kept.id)


def add_ack(writing: Writing, log_id: int, by_no: str, at: datetime, reason: str | None) -> None:
    """Record that somebody took a log over."""
    writing.add("work_log_ack", work_log_id=log_id, by_no=by_no, at=at, reason=reason)


def _kept(db: sqlite3.Connection, row: sqlite3.Row) -> Kept:
    matters = db.execute(
        "SELECT number, progress, next_step, limit_on FROM work_log_matter"
        " WHERE work_log_id = ? AND voided_by IS NULL ORDER BY id",
        (row["id"],),
    )
    facts = {name: row[name] for name in LogRow._fields} | {
        "on_date": date.fromisoformat(row["on_date"]),
        "on_duty": json.loads(row["on_duty"]),
        "counted": json.loads(row["counted"]),
    }
    return Kept(
        row["id"],
        LogRow(**facts),
        [
            Matter(one[0], one[1], one[2], date.fromisoformat(one[3]) if one[3] else None)
            for one in matters
        ],
        row["by_no"],
        datetime.fromisoformat(row["acked_at"]) if row["acked_at"] else None,
        row["reason"],
    )
