"""The hours of a window's own, in dated versions (Art. 22)."""

import sqlite3
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class OwnHours(NamedTuple):
    """One version, in force from ``from_on``; without minutes the hall's own hours apply again."""

    window_no: str
    from_on: date
    opens_minute: int | None
    closes_minute: int | None
    days: tuple[int, ...]
    """Weekdays, 1 for Monday; empty where the hall's days apply."""
    through_noon: bool
    authority: str


def own_hours(db: sqlite3.Connection, window_no: str | None = None) -> list[OwnHours]:
    """Every standing version of one window or of all, in the order in which they come into force."""
    sql = (
        "SELECT window_no, from_on, opens_minute, closes_minute, days, through_noon, authority"
        " FROM window_hours WHERE voided_by IS NULL"
    )
    if window_no is not None:
        sql += " AND window_no = :no"
    return [
        OwnHours(
            row[0], date.fromisoformat(row[1]), row[2], row[3],
            tuple(int(one) for one in row[4] or ""), bool(row[5]), row[6],
        )
        for row in db.execute(sql + " ORDER BY window_no, from_on, id", {"no": window_no})
    ]  # fmt: skip


def add_own_hours(writing: Writing, row: OwnHours) -> None:
    """Record a version; it is in force from its day until the next."""
    facts = row._asdict() | {"days": "".join(str(one) for one in row.days) or None}
    writing.add("window_hours", **facts)
