"""Swaps of shifts, from the request to what takes effect, and leave with its changes (Art. 14)."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import LeaveSpan
from hallctl.store.writing import Writing


class Wish(NamedTuple):
    """A colleague is to take over a shift, or from one minute of its day to another."""

    shift_no: str
    giver_no: str
    taker_no: str
    start_minute: int | None
    """None for the whole shift."""
    end_minute: int | None
    reason: str
    at: datetime


class Step(NamedTuple):
    """One step of a request: requested, agreed, approved, declined or withdrawn."""

    state: str
    by_no: str
    at: datetime
    reason: str | None = None


class Request(NamedTuple):
    """A request with its steps, oldest first; the newest says where it stands."""

    request_no: str
    wish: Wish
    steps: Sequence[Step]

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.steps[-1].state


class Taken(NamedTuple):
    """One swap in effect: who takes a shift, or which minutes of its day."""

    swap_no: int
    taker_no: str
    start_minute: int | None
    end_minute: int | None
    leave_no: int | None
    reason: str
    approved_by: str
    recorded_late: bool


def add_request(writing: Writing, wish: Wish) -> str:
    """Record what is asked for; returns its number."""
    return str(
        writing.add(
            "swap_request",
            duty_shift_id=int(wish.shift_no),
            giver_no=wish.giver_no,
            taker_no=wish.taker_no,
            start_minute=wish.start_minute,
            end_minute=wish.end_minute,
            reason=wish.reason,
            at=wish.at,
        )
    )


def add_step(writing: Writing, request_no: str, step: Step) -> None:
    """Record one step of a request."""
    writing.add("swap_event", swap_request_id=int(request_no), **step._asdict())


_REQUEST = """
SELECT r.*, v.state AS step, v.by_no, v.at AS step_at, v.reason AS why
FROM swap_request r JOIN swap_event v ON v.swap_request_id = r.id AND v.voided_by IS NULL
WHERE r.voided_by IS NULL
"""


def request(db: sqlite3.Connection, request_no: str) -> Request | None:
    """One request by its number."""
    if not request_no.isdigit():
        return None
    found = _requests(db.execute(_REQUEST + " AND r.id = ? ORDER BY v.id", (int(request_no),)))
    return found[0] if found else None


def requests(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Request]:
    """The requests about shifts from one day to another (both included), oldest first."""
    sql = _REQUEST + (
        " AND r.duty_shift_id IN (SELECT id FROM duty_shift WHERE voided_by IS NULL"
        " AND on_date BETWEEN ? AND ?) ORDER BY r.id, v.id"
    )
    return _requests(db.execute(sql, (from_on.isoformat(), to_on.isoformat())))


def requests_for(db: sqlite3.Connection, shift_no: str) -> list[Request]:
    """The requests about one shift, oldest first."""
    sql = _REQUEST + " AND r.duty_shift_id = ? ORDER BY r.id, v.id"
    return _requests(db.execute(sql, (int(shift_no),)))


def _requests(rows: Iterable[sqlite3.Row]) -> list[Request]:
    wishes: dict[str, Wish] = {}
    steps: dict[str, list[Step]] = {}
    for row in rows:
        number = str(row["id"])
        wishes[number] = Wish(
            str(row["duty_shift_id"]), row["giver_no"], row["taker_no"], row["start_minute"],
            row["end_minute"], row["reason"], datetime.fromisoformat(row["at"]),
        )  # fmt: skip
        at = datetime.fromisoformat(row["step_at"])
        steps.setdefault(number, []).append(Step(row["step"], row["by_no"], at, row["why"]))
    return [Request(number, wish, steps[number]) for number, wish in wishes.items()]


def add_taken(
    writing: Writing,
    wish: Wish,
    approved_by: str,
    *,
    request_no: str | None = None,
    leave_no: int | None = None,
    late: bool = False,
) -> int:
    """Let a swap take effect, for a request or for leave; ``late`` when the shift was over."""
    return writing.add(
        "shift_swap",
        duty_shift_id=int(wish.shift_no),
        giver_no=wish.giver_no,
        taker_no=wish.taker_no,
        reason=wish.reason,
        approved_by=approved_by,
        start_minute=wish.start_minute,
        end_minute=wish.end_minute,
        swap_request_id=None if request_no is None else int(request_no),
        leave_span_id=leave_no,
        recorded_late=True if late else None,
    )


def taken(db: sqlite3.Connection, shift_no: str) -> list[Taken]:
    """What of a shift others serve, by its minutes."""
    return [
        Taken(
            row["id"], row["taker_no"], row["start_minute"], row["end_minute"],
            row["leave_span_id"], row["reason"], row["approved_by"], bool(row["recorded_late"]),
        )
        for row in db.execute(
            "SELECT * FROM shift_swap WHERE duty_shift_id = ? AND voided_by IS NULL"
            " ORDER BY start_minute",
            (int(shift_no),),
        )
    ]  # fmt: skip


def recorded_late(db: sqlite3.Connection, from_on: date, to_on: date) -> list[tuple[str, str]]:
    """(shift, taker) of the swaps of some days (both included) that were recorded after the shift."""
    rows = db.execute(
        "SELECT s.duty_shift_id, s.taker_no FROM shift_swap s JOIN duty_shift d"
        " ON d.id = s.duty_shift_id AND d.voided_by IS NULL WHERE s.voided_by IS NULL"
        " AND s.recorded_late = 1 AND d.on_date BETWEEN ? AND ?",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [(str(row[0]), row[1]) for row in rows]


def void_of_request(writing: Writing, request_no: str) -> int:
    """Void what a request brought about."""
    rows = writing.db.execute(
        "SELECT id FROM shift_swap WHERE swap_request_id = ? AND voided_by IS NULL",
        (int(request_no),),
    ).fetchall()
    return writing.void("shift_swap", "id", [row[0] for row in rows])


class Leave(NamedTuple):
    """One standing span of approved leave, with those who substitute."""

    leave_no: int
    staff_no: str
    span: LeaveSpan
    reason: str
    approved_by: str
    substitutes: Sequence[str]


_LEAVE = """
SELECT l.*, (SELECT group_concat(DISTINCT taker_no) FROM shift_swap
             WHERE leave_span_id = l.id AND voided_by IS NULL) AS takers
FROM leave_span l WHERE l.voided_by IS NULL
"""


def leave(db: sqlite3.Connection, leave_no: int) -> Leave | None:
    """One standing span of leave by its number."""
    row = db.execute(_LEAVE + " AND l.id = ?", (leave_no,)).fetchone()
    return _leave(row) if row else None


def leave_spans(
    db: sqlite3.Connection, from_at: datetime, to_at: datetime, staff_no: str | None = None
) -> list[Leave]:
    """Standing leave that touches a span from (inclusive) to (exclusive), by its beginning."""
    sql = _LEAVE + " AND l.from_at < ? AND l.to_at > ?"
    values: list[object] = [to_at.isoformat(), from_at.isoformat()]
    if staff_no is not None:
        sql += " AND l.staff_no = ?"
        values.append(staff_no)
    return [_leave(row) for row in db.execute(sql + " ORDER BY l.from_at, l.id", values)]


def _leave(row: sqlite3.Row) -> Leave:
    span = LeaveSpan(
        row["kind"], datetime.fromisoformat(row["from_at"]), datetime.fromisoformat(row["to_at"])
    )
    takers = sorted((row["takers"] or "").split(",")) if row["takers"] else []
    return Leave(row["id"], row["staff_no"], span, row["reason"], row["approved_by"], takers)


def void_leave(writing: Writing, leave_no: int) -> None:
    """Void a span of leave and what its substitutes took over."""
    rows = writing.db.execute(
        "SELECT id FROM shift_swap WHERE leave_span_id = ? AND voided_by IS NULL", (leave_no,)
    ).fetchall()
    writing.void("shift_swap", "id", [row[0] for row in rows])
    writing.void("leave_span", "id", [leave_no])


def add_leave_change(
    writing: Writing, leave_no: int, kind: str, next_no: int | None, reason: str, by_no: str
) -> None:
    """Record why a span of leave was shortened or cancelled."""
    writing.add(
        "leave_change", leave_span_id=leave_no, kind=kind, next_id=next_no, reason=reason, by_no=by_no
    )  # fmt: skip
