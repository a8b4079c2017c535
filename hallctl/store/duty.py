"""Duty shifts, swaps, leave and raw punches."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.model import SHANGHAI, LeaveSpan, Part, Punch, Shift
from hallctl.store.writing import Writing


class ShiftRow(NamedTuple):
    """One published shift; minutes after midnight, ``end_minute`` above 1440 is the next day."""

    on: date
    window_no: str
    staff_no: str
    start_minute: int
    end_minute: int
    name: str | None = None


class PunchRow(NamedTuple):
    """One raw punch as it came, with its source."""

    staff_no: str
    at: datetime
    direction: str
    source: str = "typed"
    source_file_id: int | None = None
    line: int | None = None
    device: str | None = None
    raw_at: datetime | None = None
    """What the device's clock said, where it is known to go wrong."""
    offset_seconds: int | None = None
    remark: str | None = None
    """``outside`` or ``made_up``, as the exporting program says."""


_SHIFT = """
SELECT d.id, d.staff_no, d.window_no, d.on_date, d.start_minute, d.end_minute, d.name
FROM duty_shift d WHERE d.voided_by IS NULL
"""
_TAKEN = """
SELECT s.duty_shift_id, s.taker_no, s.start_minute, s.end_minute
FROM duty_shift d JOIN shift_swap s ON s.duty_shift_id = d.id AND s.voided_by IS NULL
WHERE d.voided_by IS NULL
"""


def shifts(
    db: sqlite3.Connection, from_on: date, to_on: date, staff_no: str | None = None
) -> Iterator[Shift]:
    """Shifts from one day to another (both included), by day, window and start.

    A swapped shift comes twice: once for the giver (``given_to`` set), once for the taker
    (``taken_from`` set). Of a shift given away in parts the giver has all with its parts (``given``),
    each taker a shift that is the part.
    """
    values = {"first": from_on.isoformat(), "last": to_on.isoformat(), "no": staff_no}
    sql = _SHIFT + " AND d.on_date BETWEEN :first AND :last"
    if staff_no is not None:
        sql += (
            " AND (d.staff_no = :no OR d.id IN (SELECT duty_shift_id FROM shift_swap"
            " WHERE taker_no = :no AND voided_by IS NULL))"
        )
    rows = db.execute(
        sql + " ORDER BY d.on_date, d.window_no, d.start_minute, d.staff_no", values
    ).fetchall()
    taken: dict[int, list[sqlite3.Row]] = {}
    for part in db.execute(
        _TAKEN + " AND d.on_date BETWEEN :first AND :last ORDER BY s.start_minute", values
    ):
        taken.setdefault(part[0], []).append(part)
    for row in rows:
        for shift in _sides(row, taken.get(row["id"], ())):
            if staff_no is None or shift.staff_no == staff_no:
                yield shift


def shift(db: sqlite3.Connection, shift_no: str) -> Shift | None:
    """One shift by its number, as its first holder's."""
    row = db.execute(_SHIFT + " AND d.id = ?", (shift_no,)).fetchone()
    if row is None:
        return None
    parts = db.execute(_TAKEN + " AND d.id = ? ORDER BY s.start_minute", (shift_no,)).fetchall()
    return _sides(row, parts)[0]


def on_duty(db: sqlite3.Connection, window_no: str, at: datetime) -> list[Shift]:
    """Who is rostered at a window at an instant, swaps applied."""
    day = at.date()
    return [
        one
        for one in shifts(db, day - timedelta(days=1), day)
        if one.window_no == window_no
        and one.given_to is None
        and one.starts_at <= at < one.ends_at
        and not any(part.from_at <= at < part.to_at for part in one.given)
    ]


def swapped(db: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """Those of the given shifts that have a standing swap."""
    return [
        number
        for number in numbers
        if db.execute(
            "SELECT 1 FROM shift_swap WHERE duty_shift_id = ? AND voided_by IS NULL", (number,)
        ).fetchone()
    ]


def add_shift(writing: Writing, row: ShiftRow) -> int:
    """Publish one shift; returns its number."""
    return writing.add(
        "duty_shift",
        on_date=row.on,
        window_no=row.window_no,
        staff_no=row.staff_no,
        start_minute=row.start_minute,
        end_minute=row.end_minute,
        name=row.name,
    )


def shift_rows(db: sqlite3.Connection, from_on: date, to_on: date) -> dict[ShiftRow, int]:
    """All published shifts of a range of days (both included), with their numbers."""
    return {
        ShiftRow(date.fromisoformat(row[1]), row[2], row[3], row[4], row[5], row[6]): row[0]
        for row in db.execute(
            "SELECT id, on_date, window_no, staff_no, start_minute, end_minute, name FROM duty_shift"
            " WHERE voided_by IS NULL AND on_date BETWEEN ? AND ?",
            (from_on.isoformat(), to_on.isoformat()),
        )
    }


def punches(
    db: sqlite3.Connection, from_at: datetime, to_at: datetime, staff_no: str | None = None
) -> dict[str, list[Punch]]:
    """Raw punches per person from one instant (inclusive) to another (exclusive), oldest first."""
    sql = "SELECT staff_no, at, direction FROM punch WHERE voided_by IS NULL AND at >= ? AND at < ?"
    values: list[object] = [from_at.isoformat(), to_at.isoformat()]
    if staff_no is not None:
        sql += " AND staff_no = ?"
        values.append(staff_no)
    found: dict[str, list[Punch]] = {}
    for row in db.execute(sql + " ORDER BY at", values):
        found.setdefault(row[0], []).append(Punch(datetime.fromisoformat(row[1]), row[2]))
    return found


class PunchSource(NamedTuple):
    """One raw punch with where it came from."""

    at: datetime
    direction: str
    source: str
    file: str | None
    line: int | None
    device: str | None
    recorded_entry_no: int


def punch_sources(
    db: sqlite3.Connection, from_at: datetime, to_at: datetime, staff_no: str
) -> list[PunchSource]:
    """One person's raw punches from one instant (inclusive) to another (exclusive), oldest first."""
    rows = db.execute(
        "SELECT p.at, p.direction, p.source, f.name, p.line, p.device, p.entry_no FROM punch p"
        " LEFT JOIN source_file f ON f.id = p.source_file_id WHERE p.voided_by IS NULL"
        " AND p.staff_no = ? AND p.at >= ? AND p.at < ? ORDER BY p.at",
        (staff_no, from_at.isoformat(), to_at.isoformat()),
    )
    return [PunchSource(datetime.fromisoformat(row[0]), *row[1:]) for row in rows]


def typed_late(
    db: sqlite3.Connection, from_at: datetime, to_at: datetime, hours: int
) -> set[tuple[str, datetime]]:
    """(person, instant) of the punches that were typed more than some hours after they happened."""
    rows = db.execute(
        "SELECT p.staff_no, p.at FROM punch p JOIN entry e USING (entry_no)"
        " WHERE p.voided_by IS NULL AND p.source = 'typed' AND p.at >= ? AND p.at < ?"
        " AND julianday(e.at) - julianday(p.at) > ? / 24.0",
        (from_at.isoformat(), to_at.isoformat(), hours),
    )
    return {(row[0], datetime.fromisoformat(row[1])) for row in rows}


def has_punch(db: sqlite3.Connection, row: PunchRow) -> bool:
    """Whether exactly this punch is already recorded."""
    return (
        db.execute(
            "SELECT 1 FROM punch WHERE staff_no = ? AND at = ? AND direction = ?"
            " AND voided_by IS NULL",
            (row.staff_no, row.at.isoformat(), row.direction),
        ).fetchone()
        is not None
    )


def has_raw_punch(db: sqlite3.Connection, row: PunchRow) -> bool:
    """Whether the same reading of the same device is recorded, whatever its clock was taken to be."""
    raw = (row.raw_at or row.at).isoformat()
    return (
        db.execute(
            "SELECT 1 FROM punch WHERE staff_no = ? AND device IS ? AND direction = ?"
            " AND voided_by IS NULL AND (raw_at = ? OR (raw_at IS NULL AND at = ?))",
            (row.staff_no, row.device, row.direction, raw, raw),
        ).fetchone()
        is not None
    )


def add_punch(writing: Writing, row: PunchRow) -> int:
    """Record one raw punch."""
    return writing.add("punch", **row._asdict())


def add_source_file(writing: Writing, sha256: str, name: str, rows: int) -> int:
    """Record the file that punches came from."""
    return writing.add("source_file", sha256=sha256, name=name, rows=rows)


def leaves(
    db: sqlite3.Connection, from_at: datetime, to_at: datetime, staff_no: str | None = None
) -> dict[str, list[LeaveSpan]]:
    """Approved leave per person that touches the span from (inclusive) to (exclusive)."""
    sql = (
        "SELECT staff_no, kind, from_at, to_at FROM leave_span WHERE voided_by IS NULL"
        " AND from_at < ? AND to_at > ?"
    )
    values: list[object] = [to_at.isoformat(), from_at.isoformat()]
    if staff_no is not None:
        sql += " AND staff_no = ?"
        values.append(staff_no)
    found: dict[str, list[LeaveSpan]] = {}
    for row in db.execute(sql + " ORDER BY from_at", values):
        span = LeaveSpan(row[1], datetime.fromisoformat(row[2]), datetime.fromisoformat(row[3]))
        found.setdefault(row[0], []).append(span)
    return found


def add_leave(
    writing: Writing, staff_no: str, span: LeaveSpan, reason: str, approved_by: str
) -> int:
    """Record approved leave; returns its number."""
    return writing.add(
        "leave_span", staff_no=staff_no, reason=reason, approved_by=approved_by, **span._asdict()
    )


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _sides(row: sqlite3.Row, taken: Sequence[sqlite3.Row]) -> Sequence[Shift]:
    """A shift as its holder's, then as that of everybody who takes it or a part of it over."""
    on = date.fromisoformat(row["on_date"])
    start = midnight(on)
    held = Shift(
        str(row["id"]), row["staff_no"], row["window_no"], on,
        start + timedelta(minutes=row["start_minute"]),
        start + timedelta(minutes=row["end_minute"]),
        row["name"] or "",
    )  # fmt: skip
    sides = [held]
    for part in taken:
        theirs = held._replace(staff_no=part["taker_no"], taken_from=held.staff_no)
        if part["start_minute"] is None:
            sides[0] = sides[0]._replace(given_to=part["taker_no"])
        else:
            theirs = theirs._replace(
                starts_at=start + timedelta(minutes=part["start_minute"]),
                ends_at=start + timedelta(minutes=part["end_minute"]),
            )
            given = Part(theirs.starts_at, theirs.ends_at, theirs.staff_no)
            sides[0] = sides[0]._replace(given=(*sides[0].given, given))
        sides.append(theirs)
    return sides
