"""The violation ledger: proposals and what the officer decided about each, append-only."""

import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from hallctl.store.writing import Writing


class ViolationRow(NamedTuple):
    """One violation with its newest state: proposed, confirmed, rejected or reversed."""

    violation_no: str
    staff_no: str
    kind: str
    on: date
    case_no: str | None
    note: str
    ref: str | None
    state: str
    decided_at: datetime | None
    decided_by: str | None
    reason: str | None
    complaint_no: str | None
    evidence: str | None


_VIOLATION = """
SELECT v.violation_no, v.staff_no, v.kind, v.on_date, v.case_no, v.note, v.ref,
       coalesce(e.state, 'proposed'), e.at, e.by_no, e.reason,
       v.complaint_no, v.evidence
FROM violation v LEFT JOIN violation_event e ON e.id =
 (SELECT max(id) FROM violation_event WHERE violation_no = v.violation_no AND voided_by IS NULL)
WHERE v.voided_by IS NULL
"""


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year, such as V2026-0001; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(violation_no) FROM violation WHERE violation_no GLOB ?", (f"V{year}-[0-9]*",)
    ).fetchone()
    return f"V{year}-{int(row[0].partition('-')[2]) + 1 if row[0] else 1:04d}"


def add_violation(
    writing: Writing, violation_no: str, staff_no: str, kind: str, on: date,
    case_no: str | None, note: str, ref: str | None, complaint_no: str | None = None,
    evidence: str | None = None,
) -> None:  # fmt: skip
    """Record a proposal."""
    writing.add(
        "violation", violation_no=violation_no, staff_no=staff_no, kind=kind, on_date=on,
        case_no=case_no, note=note, ref=ref, complaint_no=complaint_no, evidence=evidence,
    )  # fmt: skip


def add_decision(
    writing: Writing, violation_no: str, state: str, at: datetime, by_no: str, reason: str | None
) -> None:
    """Record what was decided: confirmed, rejected or reversed."""
    writing.add(
        "violation_event", violation_no=violation_no, state=state, at=at, by_no=by_no, reason=reason
    )


def violation(db: sqlite3.Connection, violation_no: str) -> ViolationRow | None:
    """One violation."""
    row = db.execute(_VIOLATION + " AND v.violation_no = ?", (violation_no,)).fetchone()
    return _row(row) if row else None


def by_ref(db: sqlite3.Connection, ref: str) -> ViolationRow | None:
    """The violation proposed with this outside reference."""
    row = db.execute(_VIOLATION + " AND v.ref = ?", (ref,)).fetchone()
    return _row(row) if row else None


def of_case(db: sqlite3.Connection, case_no: str, kind: str) -> ViolationRow | None:
    """The first violation of a kind that was proposed because of a case, whatever became of it."""
    row = db.execute(
        _VIOLATION + " AND v.case_no = ? AND v.kind = ? ORDER BY v.violation_no LIMIT 1",
        (case_no, kind),
    ).fetchone()
    return _row(row) if row else None


def of_person(db: sqlite3.Connection, staff_no: str) -> list[ViolationRow]:
    """One person's violations by the day they happened, then by number."""
    rows = db.execute(
        _VIOLATION + " AND v.staff_no = ? ORDER BY v.on_date, v.violation_no", (staff_no,)
    )
    return [_row(row) for row in rows]


def between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[ViolationRow]:
    """All violations that happened in a range of days (both included)."""
    rows = db.execute(
        _VIOLATION + " AND v.on_date BETWEEN ? AND ? ORDER BY v.on_date, v.violation_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_row(row) for row in rows]


def proposed(db: sqlite3.Connection) -> list[ViolationRow]:
    """All proposals that wait for the officer."""
    return [
        _row(row) for row in db.execute(_VIOLATION + " AND e.id IS NULL ORDER BY v.violation_no")
    ]


def _row(row: sqlite3.Row) -> ViolationRow:
    return ViolationRow(
        row[0], row[1], row[2], date.fromisoformat(row[3]), row[4], row[5], row[6], row[7],
        datetime.fromisoformat(row[8]) if row[8] else None, row[9], row[10], row[11], row[12],
    )  # fmt: skip
