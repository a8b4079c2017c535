"""Rosters in the making: demand, fixed duties, drafts, and the versions that were published."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hallctl.store.duty import ShiftRow
from hallctl.store.writing import Writing


class DemandRow(NamedTuple):
    """How many people a window wants in a named shift from a day on."""

    window_no: str
    shift: str
    need: int
    from_on: date


class FixedRow(NamedTuple):
    """A duty that comes back each week, from a day to another (both included)."""

    staff_no: str
    window_no: str
    weekday: int
    shift: str
    from_on: date
    to_on: date | None


class VersionRow(NamedTuple):
    """One publication of the roster."""

    version_no: int
    entry_no: int
    at: str
    actor_no: str
    from_on: date
    to_on: date
    shifts: int


class ChangeRow(NamedTuple):
    """One thing that became different after an entry."""

    kind: str
    """added, withdrawn, swapped or leave."""
    at: str
    shift: ShiftRow
    shift_no: str
    to_no: str | None = None


def demand(db: sqlite3.Connection) -> list[DemandRow]:
    """All standing demand, the later counting row after the earlier."""
    return [
        DemandRow(row[0], row[1], row[2], date.fromisoformat(row[3]))
        for row in db.execute(
            "SELECT window_no, shift, need, from_on FROM duty_demand WHERE voided_by IS NULL"
            " ORDER BY window_no, shift, from_on, id"
        )
    ]


def add_demand(writing: Writing, row: DemandRow) -> None:
    """Record what a window wants; a row of the same day is voided."""
    old = writing.db.execute(
        "SELECT id FROM duty_demand WHERE window_no = ? AND shift = ? AND from_on = ?"
        " AND voided_by IS NULL",
        (row.window_no, row.shift, row.from_on.isoformat()),
    ).fetchall()
    writing.void("duty_demand", "id", [one[0] for one in old])
    writing.add("duty_demand", **row._asdict())


def fixed(db: sqlite3.Connection) -> list[tuple[int, FixedRow]]:
    """All standing fixed duties with their ids, by person, weekday and shift."""
    return [
        (
            row[0],
            FixedRow(row[1], row[2], row[3], row[4], date.fromisoformat(row[5]), _date(row[6])),
        )
        for row in db.execute(
            "SELECT id, staff_no, window_no, weekday, shift, from_on, to_on FROM fixed_duty"
            " WHERE voided_by IS NULL ORDER BY staff_no, weekday, shift, from_on"
        )
    ]


def add_fixed(writing: Writing, row: FixedRow, instead_of: Iterable[int]) -> None:
    """Record a fixed duty in the place of others."""
    writing.void("fixed_duty", "id", instead_of)
    writing.add("fixed_duty", **row._asdict())


def drafts(db: sqlite3.Connection, from_on: date, to_on: date) -> dict[ShiftRow, int]:
    """The planned shifts of a range of days (both included) with their ids, in order."""
    return {
        ShiftRow(date.fromisoformat(row[1]), *row[2:]): row[0]
        for row in db.execute(
            "SELECT id, on_date, window_no, staff_no, start_minute, end_minute, name FROM draft_shift"
            " WHERE voided_by IS NULL AND on_date BETWEEN ? AND ?"
            " ORDER BY on_date, window_no, start_minute, staff_no",
            (from_on.isoformat(), to_on.isoformat()),
        )
    }


def add_draft(writing: Writing, row: ShiftRow) -> None:
    """Plan one shift."""
    values = row._asdict()
    writing.add("draft_shift", on_date=values.pop("on"), **values)


def add_version(writing: Writing, from_on: date, to_on: date, shifts: int) -> int:
    """Record a publication; returns its number."""
    return writing.add("roster_version", from_on=from_on, to_on=to_on, shifts=shifts)


def versions(db: sqlite3.Connection) -> list[VersionRow]:
    """All standing publications, oldest first."""
    return [
        VersionRow(
            row[0],
            row[1],
            row[2],
            row[3],
            date.fromisoformat(row[4]),
            date.fromisoformat(row[5]),
            row[6],
        )
        for row in db.execute(
            "SELECT v.id, v.entry_no, e.at, e.actor_no, v.from_on, v.to_on, v.shifts"
            " FROM roster_version v JOIN entry e USING (entry_no)"
            " WHERE v.voided_by IS NULL ORDER BY v.id"
        )
    ]


_CHANGES = """
SELECT kind, at, id, on_date, window_no, staff_no, start_minute, end_minute, name, to_no FROM (
SELECT 'added' AS kind, e.at, d.*, NULL AS to_no FROM duty_shift d JOIN entry e USING (entry_no)
WHERE d.on_date BETWEEN :first AND :last AND d.entry_no > :entry AND d.voided_by IS NULL
UNION ALL
SELECT 'withdrawn', e.at, d.*, NULL FROM duty_shift d JOIN entry e ON e.entry_no = d.voided_by
WHERE d.on_date BETWEEN :first AND :last AND d.entry_no <= :entry AND d.voided_by > :entry
UNION ALL
SELECT 'swapped', e.at, d.*, s.taker_no FROM shift_swap s JOIN entry e USING (entry_no)
JOIN duty_shift d ON d.id = s.duty_shift_id
WHERE d.on_date BETWEEN :first AND :last AND s.entry_no > :entry
AND s.voided_by IS NULL AND d.voided_by IS NULL
) ORDER BY on_date, window_no, start_minute, staff_no, kind
"""


def changes_since(
    db: sqlite3.Connection, entry_no: int, from_on: date, to_on: date
) -> list[ChangeRow]:
    """What an entry's roster of a range of days (both included) does not say any more."""
    values = {"entry": entry_no, "first": from_on.isoformat(), "last": to_on.isoformat()}
    return [
        ChangeRow(
            row["kind"], row["at"],
            ShiftRow(date.fromisoformat(row["on_date"]), row["window_no"], row["staff_no"],
                     row["start_minute"], row["end_minute"], row["name"]),
            str(row["id"]), row["to_no"],
        )
        for row in db.execute(_CHANGES, values)
    ]  # fmt: skip


class ToldRow(NamedTuple):
    """One duty that somebody was told of: whether it stands, and how often it has changed."""

    shift_no: str
    on: date
    start_minute: int
    end_minute: int
    window_no: str
    staff_no: str
    standing: bool
    times: int
    changed_at: str


# Everybody who holds or held a shift: as it was published, or by a swap. A shift that was published
# again after a withdrawal, and a swap that was undone, are the same duty once more.
_TOLD = """
WITH held AS (
  SELECT d.id, d.on_date, d.start_minute, d.end_minute, d.window_no, d.staff_no,
    d.voided_by IS NULL AND NOT EXISTS (SELECT 1 FROM shift_swap s WHERE s.duty_shift_id = d.id
      AND s.voided_by IS NULL) AS standing,
    1 + (d.voided_by IS NOT NULL) + (SELECT count(*) + count(s.voided_by) FROM shift_swap s
      WHERE s.duty_shift_id = d.id) AS times,
    max(d.entry_no, coalesce(d.voided_by, 0), coalesce((SELECT max(max(s.entry_no,
      coalesce(s.voided_by, 0))) FROM shift_swap s WHERE s.duty_shift_id = d.id), 0)) AS changed
  FROM duty_shift d WHERE d.on_date BETWEEN :first AND :last
  UNION ALL
  SELECT d.id, d.on_date, d.start_minute, d.end_minute, d.window_no, s.taker_no,
    d.voided_by IS NULL AND s.voided_by IS NULL,
    1 + (d.voided_by IS NOT NULL) + (s.voided_by IS NOT NULL),
    max(s.entry_no, coalesce(s.voided_by, 0), coalesce(d.voided_by, 0))
  FROM shift_swap s JOIN duty_shift d ON d.id = s.duty_shift_id
  WHERE d.on_date BETWEEN :first AND :last
)
SELECT whole.*, e.at FROM (
  SELECT max(h.standing * 1000000000 + h.id) AS id, h.on_date, h.start_minute, h.end_minute,
    h.window_no, h.staff_no, max(h.standing), sum(h.times), max(h.changed) AS changed
  FROM held h GROUP BY h.on_date, h.window_no, h.staff_no, h.start_minute
) whole JOIN entry e ON e.entry_no = whole.changed
ORDER BY on_date, window_no, start_minute, staff_no
"""


def told(db: sqlite3.Connection, from_on: date, to_on: date) -> list[ToldRow]:
    """Every duty that was published for a range of days (both included), by who was told of it."""
    values = {"first": from_on.isoformat(), "last": to_on.isoformat()}
    return [
        ToldRow(
            str(row[0] % 1000000000), date.fromisoformat(row[1]), row[2], row[3], row[4], row[5],
            bool(row[6]), row[7], row[9],
        )
        for row in db.execute(_TOLD, values)
    ]  # fmt: skip


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
