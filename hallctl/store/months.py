"""Closed months: what was reported of them, and the name of the month that a trigger protected (Art. 23)."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import Refused
from hallctl.store.writing import Writing, canonical, sha256


class Line(NamedTuple):
    """What one shift of one person was called when the month was reported."""

    duty_shift_id: int
    staff_no: str
    window_no: str
    on_date: date
    start_minute: int
    end_minute: int
    status: str
    marks: str
    """Joined by commas."""
    leave_kind: str | None
    minutes_late: int
    minutes_early: int
    minutes_served: int


class Closing(NamedTuple):
    """One closing of a month, and the reopening that ended it."""

    close_no: int
    entry_no: int
    month: str
    shifts: int
    accepted_open: int
    digest: str
    head_entry_no: int
    at: datetime
    by_no: str
    reopened_at: datetime | None
    reopened_by: str | None
    reopened_entry_no: int | None
    reason: str | None


Totals = Mapping[tuple[str | None, str], int]
"""The count of a code, of one person or (None) of the hall."""


def digest_of(month: str, lines: Sequence[Line], totals: Totals) -> str:
    """One digest over everything that is reported of a month."""
    counts = sorted([no or "", code, value] for (no, code), value in totals.items())
    return sha256(canonical([month, [list(line) for line in lines], counts]))


def add_closing(
    writing: Writing,
    month: str,
    lines: Sequence[Line],
    totals: Totals,
    head: tuple[int, str],
    accepted_open: int,
) -> int:
    """Keep what is reported of a month; from now on its facts need a reopening."""
    number = writing.add(
        "month_close", month=month, shifts=len(lines), accepted_open=accepted_open,
        digest=digest_of(month, lines, totals), head_entry_no=head[0], head_digest=head[1],
        at=datetime.fromisoformat(writing.at), by_no=writing.actor_no,
    )  # fmt: skip
    for line in lines:
        writing.add("month_line", month_close_id=number, **line._asdict())
    for (staff_no, code), value in totals.items():
        writing.add("month_total", month_close_id=number, staff_no=staff_no, code=code, value=value)
    return number


def add_reopening(writing: Writing, close_no: int, reason: str) -> None:
    """Open a closed month again."""
    at = datetime.fromisoformat(writing.at)
    writing.add(
        "month_reopen", month_close_id=close_no, reason=reason, at=at, by_no=writing.actor_no
    )


_CLOSING = """
SELECT c.*, r.at AS reopened_at, r.by_no AS reopened_by, r.entry_no AS reopened_entry_no, r.reason
FROM month_close c LEFT JOIN month_reopen r ON r.month_close_id = c.id
"""


def closings(db: sqlite3.Connection, month: str | None = None) -> list[Closing]:
    """Every closing, of one month or of all, oldest first."""
    rows = db.execute(
        _CLOSING + " WHERE ?1 IS NULL OR c.month = ?1 ORDER BY c.month, c.id", (month,)
    )
    return [
        Closing(
            row["id"], row["entry_no"], row["month"], row["shifts"], row["accepted_open"],
            row["digest"], row["head_entry_no"], datetime.fromisoformat(row["at"]), row["by_no"],
            datetime.fromisoformat(row["reopened_at"]) if row["reopened_at"] else None,
            row["reopened_by"], row["reopened_entry_no"], row["reason"],
        )
        for row in rows
    ]  # fmt: skip


def closed(db: sqlite3.Connection) -> frozenset[str]:
    """The months that are closed now, such as 2026-11."""
    return frozenset(row[0] for row in db.execute("SELECT month FROM closed_month"))


def lines(db: sqlite3.Connection, close_no: int) -> list[Line]:
    """The shifts as they were reported."""
    return [
        Line(row[0], row[1], row[2], date.fromisoformat(row[3]), *row[4:])
        for row in db.execute(
            "SELECT duty_shift_id, staff_no, window_no, on_date, start_minute, end_minute, status,"
            " marks, leave_kind, minutes_late, minutes_early, minutes_served FROM month_line"
            " WHERE month_close_id = ? ORDER BY id",
            (close_no,),
        )
    ]


def totals(db: sqlite3.Connection, close_no: int) -> dict[str, int]:
    """The counts of the whole hall as they were reported."""
    rows = db.execute(
        "SELECT code, value FROM month_total WHERE month_close_id = ? AND staff_no IS NULL",
        (close_no,),
    )
    return {row[0]: row[1] for row in rows}


def first_shift_on(db: sqlite3.Connection) -> date | None:
    """The day of the first shift that was ever published."""
    row = db.execute("SELECT min(on_date) FROM duty_shift WHERE voided_by IS NULL").fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def has_shifts(db: sqlite3.Connection, month: str) -> bool:
    """Whether anybody had duty in a month."""
    found = db.execute(
        "SELECT 1 FROM duty_shift WHERE voided_by IS NULL AND on_date BETWEEN ? AND ? LIMIT 1",
        (f"{month}-01", f"{month}-31"),
    ).fetchone()
    return found is not None


def refusal(
    db: sqlite3.Connection, error: sqlite3.IntegrityError, rows: Iterable[Mapping[str, object]]
) -> Exception:
    """What a trigger that protects a closed month means, with the month's name; else the error itself."""
    said = str(error)
    if said == "a closing stands":
        return Refused("attendance.closing_stands", article="23")
    if said != "the month is closed":
        return error
    protected = closed(db)
    for row in rows:
        first, last = _days_of(db, row)
        for month in sorted(protected):
            if first[:7] <= month <= last[:7]:
                return Refused("attendance.month_closed", article="23", month=month)
    return Refused("attendance.month_closed", article="23", month=", ".join(sorted(protected)))


_SPANS = (("on_date", "on_date"), ("from_at", "to_at"), ("from_on", "to_on"), ("at", "at"))


def _days_of(db: sqlite3.Connection, row: Mapping[str, object]) -> tuple[str, str]:
    """The days that a fact touches, as text."""
    shift_no = row.get("duty_shift_id")
    if check_no := row.get("spot_check_id"):
        found = db.execute("SELECT duty_shift_id FROM spot_check WHERE id = ?", (check_no,))
        shift_no = found.fetchone()[0]
    if shift_no is not None:
        found = db.execute("SELECT on_date FROM duty_shift WHERE id = ?", (shift_no,))
        return (on := str(found.fetchone()[0])), on
    for first, last in _SPANS:
        if row.get(first):
            return str(row[first]), str(row.get(last) or "9999")
    return "", "9999"
