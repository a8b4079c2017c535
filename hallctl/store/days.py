"""Calendar rows: what a year's national notice says, and the hall's local days."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hallctl.model import LocalDay
from hallctl.store.writing import Writing


class NoticeDay(NamedTuple):
    """One day of a national notice: kind ``off`` (free although ...) or ``work`` (made up)."""

    on: date
    kind: str
    name: str


class YearRow(NamedTuple):
    """One announced year, where it came from, and how many days its notice names."""

    year: int
    source: str
    days: int


_NEWEST = (
    "SELECT id FROM calendar_year WHERE year = ? AND voided_by IS NULL ORDER BY id DESC LIMIT 1"
)


def notice(db: sqlite3.Connection, year: int) -> list[NoticeDay] | None:
    """What the notice of ``year`` names (by date), None while the year is not announced."""
    found = db.execute(_NEWEST, (year,)).fetchone()
    if found is None:
        return None
    return [
        NoticeDay(date.fromisoformat(row[0]), row[1], row[2])
        for row in db.execute(
            "SELECT on_date, kind, name FROM calendar_day WHERE calendar_year_id = ?"
            " AND voided_by IS NULL ORDER BY on_date",
            (found[0],),
        )
    ]


def years(db: sqlite3.Connection) -> list[YearRow]:
    """All announced years with the notice in force for each."""
    return [
        YearRow(row[0], row[1], row[2])
        for row in db.execute(
            "SELECT y.year, y.source, (SELECT count(*) FROM calendar_day d"
            "  WHERE d.calendar_year_id = y.id AND d.voided_by IS NULL)"
            " FROM calendar_year y WHERE y.voided_by IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM calendar_year z WHERE z.year = y.year AND z.id > y.id"
            "  AND z.voided_by IS NULL) ORDER BY y.year"
        )
    ]


def add_year(writing: Writing, year: int, source: str, named: Iterable[NoticeDay]) -> None:
    """Record a year's notice; from now on it is the one in force for that year."""
    key = writing.add("calendar_year", year=year, source=source)
    for day in named:
        writing.add(
            "calendar_day", calendar_year_id=key, on_date=day.on, kind=day.kind, name=day.name
        )


def local_days(db: sqlite3.Connection) -> list[LocalDay]:
    """All standing local rows, by their first day."""
    return [
        LocalDay(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), *row[3:])
        for row in db.execute(
            "SELECT kind, from_on, to_on, opens_minute, closes_minute, authority,"
            " as_weekday, as_week FROM local_day"
            " WHERE voided_by IS NULL ORDER BY from_on, id"
        )
    ]


def add_local_day(writing: Writing, row: LocalDay) -> None:
    """Record one local row."""
    writing.add(
        "local_day",
        kind=row.kind,
        from_on=row.from_on,
        to_on=row.to_on,
        opens_minute=row.opens,
        closes_minute=row.closes,
        authority=row.authority,
        as_weekday=row.as_weekday,
        as_week=row.as_week,
    )
