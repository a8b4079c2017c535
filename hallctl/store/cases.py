"""Cases: what was received, every step since, and where each case is now."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from hallctl.model import Ground
from hallctl.store.case_rows import NOTHING as NOTHING
from hallctl.store.case_rows import Case as Case
from hallctl.store.case_rows import CaseRow as CaseRow
from hallctl.store.case_rows import Event as Event
from hallctl.store.case_rows import Particulars as Particulars
from hallctl.store.case_rows import Snapshot as Snapshot
from hallctl.store.case_rows import case_of, event, snapshot
from hallctl.store.writing import Writing, canonical

_CASE = (
    "SELECT f.*, e.*, e.applicant_no AS corrected_applicant_no,"
    " e.applicant AS corrected_applicant, e.phone AS corrected_phone"
    " FROM case_now n JOIN case_file f ON f.case_no = n.case_no"
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
    note: str | None = None, ground: Ground | None = None, told: Particulars = NOTHING,
) -> None:  # fmt: skip
    """Record one step, where the case stands after it, and the ground of what was ruled."""
    event_id = writing.add(
        "case_event", case_no=case_no, kind=kind, at=at, note=note or None,
        ground=canonical(ground._asdict()) if ground else None,
        **after._asdict(), **told._asdict(),
    )  # fmt: skip
    _set_now(writing.db, case_no, event_id, after)


def case(db: sqlite3.Connection, case_no: str) -> Case | None:
    """One standing case."""
    row = db.execute(_CASE + " AND f.case_no = ?", (case_no,)).fetchone()
    return case_of(row) if row else None


def by_ref(db: sqlite3.Connection, ref: str) -> Case | None:
    """The standing case that was opened with this outside reference."""
    row = db.execute(_CASE + " AND f.ref = ?", (ref,)).fetchone()
    return case_of(row) if row else None


def of_applicant(db: sqlite3.Connection, applicant_no: str, limit: int = 20) -> list[Case]:
    """The newest cases that were received under a number, newest first."""
    rows = db.execute(
        _CASE + " AND f.applicant_no = ? ORDER BY f.rowid DESC LIMIT ?", (applicant_no, limit)
    )
    return [case_of(row) for row in rows]


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


def open_cases(db: sqlite3.Connection, look_until: date | None = None) -> list[Case]:
    """Cases not closed, by the day to look at them; with a day, only those whose day has come.

    That day is the earliest due date, or the day the next step is due: papers that lapse, a pause's
    limit, a referral's report.
    """
    sql = _CASE + " AND n.closed_on IS NULL"
    values: list[str] = []
    if look_until is not None:
        sql += " AND n.look_on <= ?"
        values.append(look_until.isoformat())
    return [case_of(row) for row in db.execute(sql + " ORDER BY n.look_on, n.case_no", values)]


def provisional(db: sqlite3.Connection) -> list[Case]:
    """Cases, open and closed, whose due date rests on a year that was not announced, by number."""
    rows = db.execute(_CASE + " AND e.due_status = 'provisional' ORDER BY f.case_no")
    return [case_of(row) for row in rows]


def touching(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Case]:
    """Cases received by ``to_on`` and not closed before ``from_on`` (both included), by number."""
    rows = db.execute(
        _CASE + " AND (n.closed_on IS NULL OR n.closed_on >= ?)"
        " AND substr(f.received_at, 1, 10) <= ? ORDER BY f.case_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [case_of(row) for row in rows]


def due_between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Case]:
    """Cases whose due date lies in a range (both included), by number."""
    rows = db.execute(
        _CASE + " AND e.due_on BETWEEN ? AND ? ORDER BY f.case_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [case_of(row) for row in rows]


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
    return [case_of(row) for row in rows][::-1]


_FILTERS = {
    "state": "n.state = ?",
    "window_no": "f.window_no = ?",
    "item_code": "f.item_code = ?",
    "applicant_no": "coalesce(e.applicant_no, f.applicant_no) = ?",
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
    return [event(row) for row in rows]


def steps_between(
    db: sqlite3.Connection, kinds: Iterable[str], from_on: date, to_on: date
) -> list[tuple[str, Event]]:
    """Standing steps of some kinds within a period (both ends included) with their cases, by time."""
    after = (to_on + timedelta(days=1)).isoformat()
    wanted = list(kinds)
    rows = db.execute(
        "SELECT e.* FROM case_event e JOIN case_file f ON f.case_no = e.case_no AND f.voided_by IS NULL"
        f" WHERE e.kind IN ({', '.join('?' * len(wanted))}) AND e.at >= ? AND e.at < ?"
        " AND e.voided_by IS NULL ORDER BY e.at, e.id",
        (*wanted, from_on.isoformat(), after),
    )
    return [(row["case_no"], event(row)) for row in rows]


def received_between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Case]:
    """Cases received in a period (both ends included), by number."""
    rows = db.execute(
        _CASE + " AND f.case_no BETWEEN ? AND ? AND substr(f.received_at, 1, 10) BETWEEN ? AND ?"
        " ORDER BY f.case_no",
        (f"{from_on.year}-000000", f"{to_on.year}-999999", from_on.isoformat(), to_on.isoformat()),
    )
    return [case_of(row) for row in rows]


def recorded_at(db: sqlite3.Connection, case_no: str) -> dict[int, datetime]:
    """When each entry that moved a case was recorded, by its number."""
    rows = db.execute(
        "SELECT DISTINCT n.entry_no, n.at FROM case_event e JOIN entry n ON n.entry_no = e.entry_no"
        " WHERE e.case_no = ?",
        (case_no,),
    )
    return {row[0]: datetime.fromisoformat(row[1]) for row in rows}


def notices(db: sqlite3.Connection, case_nos: Iterable[str]) -> dict[str, int]:
    """How many one-time notices each of the given cases got; those without are left out.

    A list that came only after the papers had been found complete counts as a second one.
    """
    found = {}
    for case_no in case_nos:
        row = db.execute(
            "SELECT count(*), count(reason) FROM case_event WHERE case_no = ?"
            " AND kind = 'noticed' AND voided_by IS NULL",
            (case_no,),
        ).fetchone()
        if row[0]:
            found[case_no] = max(row[0], 2 if row[1] else 1)
    return found


def ever_paused(db: sqlite3.Connection, case_nos: Iterable[str]) -> list[str]:
    """Those of the given cases whose clock was ever stopped."""
    return [
        case_no
        for case_no in case_nos
        if db.execute(
            "SELECT 1 FROM case_event WHERE case_no = ? AND kind = 'paused' AND voided_by IS NULL",
            (case_no,),
        ).fetchone()
    ]


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
            _set_now(db, case_no, row["id"], snapshot(row))


def _set_now(db: sqlite3.Connection, case_no: str, event_id: int, now: Snapshot) -> None:
    db.execute(
        "INSERT INTO case_now (case_no, event_id, state, look_on, accepted_on, closed_on)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_no) DO UPDATE SET event_id = excluded.event_id,"
        " state = excluded.state, look_on = excluded.look_on,"
        " accepted_on = excluded.accepted_on, closed_on = excluded.closed_on",
        (
            case_no, event_id, now.state, _look_on(now),
            now.accepted_at and now.accepted_at.date().isoformat(),
            now.closed_at and now.closed_at.date().isoformat(),
        ),
    )  # fmt: skip


def _look_on(now: Snapshot) -> str | None:
    """The first day on which somebody must look at a case; a paused one only at the pause's limit."""
    days = [now.next_on] if now.state == "paused" else [now.next_on, now.due_earliest]
    known = [day for day in days if day is not None]
    return min(known).isoformat() if known else None
