"""Posts: who left one and why, who was selected anew, and the shifts that a leaver frees."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Ground, Role, Shift
from hallctl.store.duty import ShiftRow, add_shift, midnight, shift, shifts
from hallctl.store.people import Assignment
from hallctl.store.writing import Writing, canonical


class Departure(NamedTuple):
    """Why a post was left; ``last_on`` is the last day of service."""

    staff_no: str
    role: str
    window_no: str | None
    last_on: date
    leaving: str
    """graduated, internship, withdrew, transferred, replaced or dismissed."""
    note: str | None = None
    decided_by: str | None = None


class Replacement(NamedTuple):
    """Who took whose post from a day on (Art. 30)."""

    old_no: str
    new_no: str
    role: str
    window_no: str
    from_on: date
    reason: str


def all_assignments(db: sqlite3.Connection) -> list[Assignment]:
    """Every standing assignment, by person and start."""
    return [
        Assignment(
            row[0], Role(row[1]), row[2], date.fromisoformat(row[3]),
            date.fromisoformat(row[4]) if row[4] else None,
        )
        for row in db.execute(
            "SELECT staff_no, role, window_no, started_on, ended_on FROM assignment"
            " WHERE voided_by IS NULL ORDER BY staff_no, started_on, id"
        )
    ]  # fmt: skip


def departures(db: sqlite3.Connection, staff_no: str | None = None) -> list[Departure]:
    """The standing departures of one person or of all, oldest first."""
    sql = (
        "SELECT staff_no, role, window_no, last_on, leaving, note, decided_by FROM departure"
        " WHERE voided_by IS NULL"
    )
    if staff_no is not None:
        sql += " AND staff_no = :no"
    return [
        Departure(row[0], row[1], row[2], date.fromisoformat(row[3]), *row[4:])
        for row in db.execute(sql + " ORDER BY last_on, id", {"no": staff_no})
    ]


def dismissed_on(db: sqlite3.Connection, staff_no: str, from_on: date, to_on: date) -> bool:
    """Whether a person was dismissed with a last day in a range (both included)."""
    found = db.execute(
        "SELECT 1 FROM departure WHERE staff_no = ? AND leaving = 'dismissed'"
        " AND voided_by IS NULL AND last_on BETWEEN ? AND ?",
        (staff_no, from_on.isoformat(), to_on.isoformat()),
    ).fetchone()
    return found is not None


def add_departure(writing: Writing, row: Departure, ground: Ground | None = None) -> None:
    """Record why a post was left, a dismissal with its ground."""
    told = canonical(ground._asdict()) if ground else None
    writing.add("departure", **row._asdict(), ground=told)


def replacements(db: sqlite3.Connection, staff_no: str) -> list[Replacement]:
    """The standing replacements that a person left or filled, oldest first."""
    return [
        Replacement(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), row[5])
        for row in db.execute(
            "SELECT old_no, new_no, role, window_no, from_on, reason FROM replacement"
            " WHERE voided_by IS NULL AND :no IN (old_no, new_no) ORDER BY from_on, id",
            {"no": staff_no},
        )
    ]


def add_replacement(writing: Writing, row: Replacement) -> None:
    """Record who was selected anew for whose post."""
    writing.add("replacement", **row._asdict())


def end_posts(writing: Writing, staff_no: str, last_on: date) -> None:
    """Let a person's service end with a day: the post of that day ends, later ones never begin.

    Shifts that are planned for later and not published are dropped too.
    """
    rows = writing.db.execute(
        "SELECT id, role, window_no, started_on FROM assignment WHERE staff_no = ?"
        " AND voided_by IS NULL ORDER BY started_on, id",
        (staff_no,),
    ).fetchall()
    running = [row for row in rows if row["started_on"] <= last_on.isoformat()]
    later = [row for row in rows if row["started_on"] > last_on.isoformat()]
    writing.void("assignment", "id", [row["id"] for row in [*running[-1:], *later]])
    drafts = writing.db.execute(
        "SELECT id FROM draft_shift WHERE staff_no = ? AND voided_by IS NULL AND on_date > ?",
        (staff_no, last_on.isoformat()),
    ).fetchall()
    writing.void("draft_shift", "id", [row["id"] for row in drafts])
    for row in running[-1:]:
        writing.add(
            "assignment", staff_no=staff_no, role=row["role"], window_no=row["window_no"],
            started_on=row["started_on"], ended_on=last_on,
        )  # fmt: skip


def held_after(db: sqlite3.Connection, staff_no: str, day: date) -> list[Shift]:
    """The shifts a person would have to serve after a day: given-away ones are a colleague's."""
    return [
        one for one in shifts(db, date.fromordinal(day.toordinal() + 1), date.max, staff_no)
        if one.kept
    ]  # fmt: skip


def free(writing: Writing, held: Sequence[Shift]) -> None:
    """Take a leaver's shifts off the roster; swaps fall with them.

    Where colleagues serve parts of such a shift, each part stands as a shift of its own.
    """
    for leaver, shift_no in dict.fromkeys((one.staff_no, one.shift_no) for one in held):
        whole = shift(writing.db, shift_no)
        if whole is None:
            continue
        others = [part for part in (*whole.kept, *whole.given) if part.who != leaver]
        writing.void_pointing("shift_swap", "duty_shift_id", int(shift_no))
        writing.void("duty_shift", "id", [int(shift_no)])
        for part in others:
            bounds = (_minute(whole, part.from_at), _minute(whole, part.to_at))
            name = whole.name or None
            add_shift(writing, ShiftRow(whole.on, whole.window_no, part.who, *bounds, name))


def _minute(whole: Shift, at: datetime) -> int:
    """Minutes after midnight of the shift's day."""
    return int((at - midnight(whole.on)).total_seconds()) // 60


def first_punch_after(db: sqlite3.Connection, staff_no: str, day: date) -> datetime | None:
    """The first punch of a person on a later day: a sign of service after the last day."""
    row = db.execute(
        "SELECT min(at) FROM punch WHERE staff_no = ? AND voided_by IS NULL AND at >= ?",
        (staff_no, date.fromordinal(day.toordinal() + 1).isoformat()),
    ).fetchone()
    return datetime.fromisoformat(row[0]) if row[0] else None
