"""Cases: what was received, every step since, and where each case is now."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Ground
from hallctl.store.writing import Writing, canonical


class CaseRow(NamedTuple):
    """What was true when the case was received; it never changes."""

    case_no: str
    item_code: str
    item_version_id: int
    applicant_no: str
    applicant: str | None
    phone: str | None
    window_no: str
    first_contact_no: str | None
    received_at: datetime
    joint: bool
    ref: str | None


class Snapshot(NamedTuple):
    """Where a case stands after one event; dates are None until it is accepted."""

    state: str
    """supplementing, accepted, completed or refused."""
    tier: str
    handler_no: str
    promise_days: int
    accepted_at: datetime | None = None
    dated_on: date | None = None
    due_on: date | None = None
    due_status: str | None = None
    due_earliest: date | None = None
    due_latest: date | None = None
    closed_at: datetime | None = None
    result: str | None = None
    lateness: str | None = None
    workdays_used: int | None = None
    workdays_late: int | None = None


class Case(NamedTuple):
    """A case and where it stands now."""

    file: CaseRow
    now: Snapshot


class Event(NamedTuple):
    """One step of a case: when it happened, which entry recorded it, and where the case stood then."""

    kind: str
    at: datetime
    note: str | None
    entry_no: int
    after: Snapshot
    ground: Ground | None
    """Why the rules ruled as they did at this step."""


_CASE = (
    "SELECT f.*, e.* FROM case_now n JOIN case_file f ON f.case_no = n.case_no"
    " JOIN case_event e ON e.id = n.event_id WHERE f.voided_by IS NULL"
)


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(case_no) FROM case_file WHERE case_no BETWEEN ? AND ?",
        (f"{year}-000000", f"{year}-999999"),
    ).fetchone()
    return f"{year}-{int(row[0][5:]) + 1 if row[0] else 1:06d}"


def add_case(writing: Writing, row: CaseRow) -> None:
    """Record a received case; ``add_event`` must follow in the same transaction."""
    writing.add("case_file", **row._asdict())


def add_event(
    writing: Writing, case_no: str, kind: str, at: datetime, after: Snapshot,
    note: str | None = None, ground: Ground | None = None,
) -> None:  # fmt: skip
    """Record one step, where the case stands after it, and the ground of what was ruled."""
    event_id = writing.add(
        "case_event", case_no=case_no, kind=kind, at=at, note=note,
        ground=canonical(ground._asdict()) if ground else None, **after._asdict(),
    )  # fmt: skip
    _set_now(writing.db, case_no, event_id, after)


def case(db: sqlite3.Connection, case_no: str) -> Case | None:
    """One standing case."""
    row = db.execute(_CASE + " AND f.case_no = ?", (case_no,)).fetchone()
    return _case(row) if row else None


def by_ref(db: sqlite3.Connection, ref: str) -> Case | None:
    """The standing case that was opened with this outside reference."""
    row = db.execute(_CASE + " AND f.ref = ?", (ref,)).fetchone()
    return _case(row) if row else None


def alike(
    db: sqlite3.Connection, applicant_no: str, item_code: str, on: date, besides: str
) -> list[str]:
    """Other cases of one applicant for one item received on one day: likely a repeat."""
    return [
        row[0]
        for row in db.execute(
            "SELECT case_no FROM case_file WHERE applicant_no = ? AND item_code = ?"
            " AND substr(received_at, 1, 10) = ? AND case_no <> ? AND voided_by IS NULL"
            " ORDER BY case_no",
            (applicant_no, item_code, on.isoformat(), besides),
        )
    ]


def open_cases(db: sqlite3.Connection, earliest_until: date | None = None) -> list[Case]:
    """Cases not closed, by due date; with a day, only accepted ones whose earliest due date has come."""
    sql = _CASE + " AND n.closed_on IS NULL"
    values: list[str] = []
    if earliest_until is not None:
        sql += " AND n.state = 'accepted' AND n.due_earliest <= ?"
        values.append(earliest_until.isoformat())
    return [_case(row) for row in db.execute(sql + " ORDER BY n.due_earliest, n.case_no", values)]


def touching(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Case]:
    """Cases received by ``to_on`` and not closed before ``from_on`` (both included), by number."""
    rows = db.execute(
        _CASE + " AND (n.closed_on IS NULL OR n.closed_on >= ?)"
        " AND substr(f.received_at, 1, 10) <= ? ORDER BY f.case_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_case(row) for row in rows]


def due_between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Case]:
    """Cases whose due date lies in a range (both included), by number."""
    rows = db.execute(
        _CASE + " AND e.due_on BETWEEN ? AND ? ORDER BY f.case_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_case(row) for row in rows]


def search(db: sqlite3.Connection, wanted: Mapping[str, object], limit: int) -> list[Case]:
    """The newest ``limit`` cases that match, newest last.

    ``wanted`` may hold state, window_no, item_code, applicant_no, handler_no, first_contact_no, from_on
    and to_on (days of receipt, both included), and undelivered_besides (a tier that is handed over on
    the spot).
    """
    sql, values = _CASE, []
    for key, value in wanted.items():
        sql += " AND " + _FILTERS[key]
        values.append(str(value))
    rows = db.execute(sql + " ORDER BY f.case_no DESC LIMIT ?", (*values, limit))
    return [_case(row) for row in rows][::-1]


_FILTERS = {
    "state": "n.state = ?",
    "window_no": "f.window_no = ?",
    "item_code": "f.item_code = ?",
    "applicant_no": "f.applicant_no = ?",
    "handler_no": "e.handler_no = ?",
    "from_on": "substr(f.received_at, 1, 10) >= ?",
    "to_on": "substr(f.received_at, 1, 10) <= ?",
    "first_contact_no": "f.first_contact_no = ?",
    "undelivered_besides": "n.state = 'completed' AND e.tier <> ? AND NOT EXISTS (SELECT 1 FROM case_delivery d"
    " WHERE d.case_no = f.case_no AND d.at >= e.closed_at AND d.voided_by IS NULL)",
}


def events(db: sqlite3.Connection, case_no: str) -> list[Event]:
    """Every standing step of a case, oldest first."""
    rows = db.execute(
        "SELECT e.* FROM case_event e WHERE case_no = ? AND voided_by IS NULL ORDER BY id",
        (case_no,),
    )
    return [
        Event(
            row["kind"],
            datetime.fromisoformat(row["at"]),
            row["note"],
            row["entry_no"],
            _snapshot(row),
            Ground(**json.loads(row["ground"])) if row["ground"] else None,
        )
        for row in rows
    ]


def notices(db: sqlite3.Connection, case_nos: Iterable[str]) -> dict[str, int]:
    """How many one-time notices each of the given cases got; those without are left out."""
    found = {}
    for case_no in case_nos:
        row = db.execute(
            "SELECT count(*) FROM case_event WHERE case_no = ? AND kind = 'noticed'"
            " AND voided_by IS NULL",
            (case_no,),
        ).fetchone()
        if row[0]:
            found[case_no] = row[0]
    return found


def touched_by(db: sqlite3.Connection, entry_no: int) -> list[str]:
    """The cases that an entry opened or moved."""
    rows = db.execute(
        "SELECT case_no FROM case_file WHERE entry_no = :no"
        " UNION SELECT case_no FROM case_event WHERE entry_no = :no",
        {"no": entry_no},
    )
    return [row[0] for row in rows]


def rebuild_now(db: sqlite3.Connection, case_nos: Iterable[str]) -> None:
    """Derive anew where the given cases stand, after rows of theirs were voided."""
    for case_no in case_nos:
        db.execute("DELETE FROM case_now WHERE case_no = ?", (case_no,))
        row = db.execute(
            "SELECT e.* FROM case_event e JOIN case_file f ON f.case_no = e.case_no"
            " WHERE e.case_no = ? AND e.voided_by IS NULL AND f.voided_by IS NULL"
            " ORDER BY e.id DESC LIMIT 1",
            (case_no,),
        ).fetchone()
        if row:
            _set_now(db, case_no, row["id"], _snapshot(row))


def _set_now(db: sqlite3.Connection, case_no: str, event_id: int, now: Snapshot) -> None:
    db.execute(
        "INSERT INTO case_now (case_no, event_id, state, due_earliest, accepted_on, closed_on)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_no) DO UPDATE SET event_id = excluded.event_id,"
        " state = excluded.state, due_earliest = excluded.due_earliest,"
        " accepted_on = excluded.accepted_on, closed_on = excluded.closed_on",
        (
            case_no, event_id, now.state, now.due_earliest and now.due_earliest.isoformat(),
            now.accepted_at and now.accepted_at.date().isoformat(),
            now.closed_at and now.closed_at.date().isoformat(),
        ),
    )  # fmt: skip


def _case(row: sqlite3.Row) -> Case:
    file = CaseRow(
        row["case_no"], row["item_code"], row["item_version_id"], row["applicant_no"],
        row["applicant"], row["phone"], row["window_no"], row["first_contact_no"],
        datetime.fromisoformat(row["received_at"]), bool(row["joint"]), row["ref"],
    )  # fmt: skip
    return Case(file, _snapshot(row))


def _snapshot(row: sqlite3.Row) -> Snapshot:
    return Snapshot(
        row["state"], row["tier"], row["handler_no"], row["promise_days"],
        _at(row["accepted_at"]), _on(row["dated_on"]), _on(row["due_on"]), row["due_status"],
        _on(row["due_earliest"]), _on(row["due_latest"]), _at(row["closed_at"]), row["result"],
        row["lateness"], row["workdays_used"], row["workdays_late"],
    )  # fmt: skip


def _at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _on(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
