"""What surrounds a violation: statement, appeal and verdict, hand-over, decisions against dismissals."""

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from hallctl.store.writing import Writing


class Appeal(NamedTuple):
    """One appeal, with its verdict once there is one."""

    appeal_id: int
    reason: str
    at: datetime
    verdict: str | None
    """upheld: the deduction is taken back; dismissed: it stands."""
    verdict_reason: str | None


class Kept(NamedTuple):
    """A decision against a dismissal that was due."""

    on: date
    balance: int
    reason: str
    by_no: str


def add_statement(writing: Writing, violation_no: str, text: str, at: datetime) -> None:
    """Record what the person says about it; the newest counts."""
    writing.add("violation_statement", violation_no=violation_no, text=text, at=at)


def statement(db: sqlite3.Connection, violation_no: str) -> str | None:
    """What the person says about it."""
    row = db.execute(
        "SELECT text FROM violation_statement WHERE violation_no = ? AND voided_by IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (violation_no,),
    ).fetchone()
    return row[0] if row else None


def confirmation_id(db: sqlite3.Connection, violation_no: str) -> int | None:
    """The row of the standing confirmation of a violation."""
    row = db.execute(
        "SELECT id FROM violation_event WHERE violation_no = ? AND state = 'confirmed'"
        " AND voided_by IS NULL ORDER BY id DESC LIMIT 1",
        (violation_no,),
    ).fetchone()
    return row[0] if row else None


def confirmed_at(db: sqlite3.Connection, violation_no: str) -> datetime | None:
    """When the officer confirmed a violation."""
    row = db.execute(
        "SELECT at FROM violation_event WHERE violation_no = ? AND state = 'confirmed'"
        " AND voided_by IS NULL ORDER BY id DESC LIMIT 1",
        (violation_no,),
    ).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def add_appeal(
    writing: Writing, violation_no: str, event_id: int, reason: str, at: datetime
) -> None:
    """Record that a confirmation is contested."""
    writing.add(
        "credit_appeal",
        violation_no=violation_no,
        violation_event_id=event_id,
        reason=reason,
        at=at,
    )


def appeal(db: sqlite3.Connection, violation_no: str) -> Appeal | None:
    """The newest appeal against a violation."""
    row = db.execute(
        "SELECT a.id, a.reason, a.at, v.verdict, v.reason FROM credit_appeal a"
        " LEFT JOIN appeal_verdict v ON v.credit_appeal_id = a.id AND v.voided_by IS NULL"
        " WHERE a.violation_no = ? AND a.voided_by IS NULL ORDER BY a.id DESC LIMIT 1",
        (violation_no,),
    ).fetchone()
    return Appeal(row[0], row[1], datetime.fromisoformat(row[2]), row[3], row[4]) if row else None


def add_verdict(
    writing: Writing, appeal_id: int, verdict: str, reason: str, at: datetime, by_no: str
) -> None:
    """Record what became of an appeal."""
    writing.add(
        "appeal_verdict", credit_appeal_id=appeal_id, verdict=verdict, reason=reason, at=at,
        by_no=by_no,
    )  # fmt: skip


def add_handover(
    writing: Writing, violation_no: str, faculty: str, on: date, note: str | None
) -> None:
    """Record that a breach of college rules was handed to a faculty."""
    writing.add(
        "credit_handover", violation_no=violation_no, faculty=faculty, on_date=on, note=note
    )  # fmt: skip


def handed_to(db: sqlite3.Connection, violation_no: str) -> list[str]:
    """The faculties that a violation was handed to."""
    rows = db.execute(
        "SELECT faculty FROM credit_handover WHERE violation_no = ? AND voided_by IS NULL ORDER BY id",
        (violation_no,),
    )
    return [row[0] for row in rows]


def add_kept(writing: Writing, staff_no: str, event_id: int, row: Kept) -> None:
    """Record a decision against a dismissal, resting on the newest confirmation."""
    writing.add(
        "dismissal_kept", staff_no=staff_no, violation_event_id=event_id, balance=row.balance,
        reason=row.reason, on_date=row.on, by_no=row.by_no,
    )  # fmt: skip


def kept(db: sqlite3.Connection, staff_no: str, from_on: date, to_on: date) -> Kept | None:
    """The newest decision against a person's dismissal, made over some days (both included)."""
    row = db.execute(
        "SELECT on_date, balance, reason, by_no FROM dismissal_kept WHERE staff_no = ?"
        " AND on_date BETWEEN ? AND ? AND voided_by IS NULL ORDER BY id DESC LIMIT 1",
        (staff_no, from_on.isoformat(), to_on.isoformat()),
    ).fetchone()
    return Kept(date.fromisoformat(row[0]), row[1], row[2], row[3]) if row else None
