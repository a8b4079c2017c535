"""Counter work: counts of visits and enquiries, and the rows of windows' day sheets."""

import sqlite3
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class TallyRow(NamedTuple):
    """The total of one kind at one window on one day."""

    window_no: str
    on: date
    kind: str
    total: int


class DayRow(NamedTuple):
    """One recorded row of a day sheet: its key, a digest of its content, the case it is about."""

    window_no: str
    on: date
    row_key: str
    digest: str
    case_no: str


def tallies(
    db: sqlite3.Connection, from_on: date, to_on: date, window_no: str | None = None
) -> list[TallyRow]:
    """The standing totals of a range of days (both included), by day, window and kind."""
    sql = (
        "SELECT window_no, on_date, kind, total FROM tally WHERE voided_by IS NULL"
        " AND on_date BETWEEN ? AND ?"
    )
    values = [from_on.isoformat(), to_on.isoformat()]
    if window_no is not None:
        sql += " AND window_no = ?"
        values.append(window_no)
    return [
        TallyRow(row[0], date.fromisoformat(row[1]), row[2], row[3])
        for row in db.execute(sql + " ORDER BY on_date, window_no, kind", values)
    ]


def tally_sum(db: sqlite3.Connection, from_on: date, to_on: date) -> int:
    """Everything that was counted in a range of days (both included), summed by the file itself."""
    row = db.execute(
        "SELECT coalesce(sum(total), 0) FROM tally WHERE voided_by IS NULL"
        " AND on_date BETWEEN ? AND ?",
        (from_on.isoformat(), to_on.isoformat()),
    ).fetchone()
    return int(row[0])


def set_tally(writing: Writing, row: TallyRow) -> None:
    """Record a total; an earlier one of the same window, day and kind is overtaken, not lost."""
    before = writing.db.execute(
        "SELECT id FROM tally WHERE window_no = ? AND on_date = ? AND kind = ? AND voided_by IS NULL",
        (row.window_no, row.on.isoformat(), row.kind),
    ).fetchall()
    writing.void("tally", "id", [one[0] for one in before])
    writing.add("tally", window_no=row.window_no, on_date=row.on, kind=row.kind, total=row.total)


def day_rows(db: sqlite3.Connection, window_no: str, on: date) -> dict[str, DayRow]:
    """The recorded rows of one window's day, by their keys."""
    rows = db.execute(
        "SELECT row_key, digest, case_no FROM day_row WHERE window_no = ? AND on_date = ?"
        " AND voided_by IS NULL",
        (window_no, on.isoformat()),
    )
    return {row[0]: DayRow(window_no, on, *row) for row in rows}


def add_day_row(writing: Writing, row: DayRow) -> None:
    """Record that a row of a day sheet was taken."""
    writing.add(
        "day_row", window_no=row.window_no, on_date=row.on, row_key=row.row_key, digest=row.digest,
        case_no=row.case_no,
    )  # fmt: skip


def add_day_sheet(writing: Writing, window_no: str, on: date, name: str, sha256: str) -> None:
    """Record that a window's day sheet was read; the same bytes again are nothing new."""
    known = writing.db.execute(
        "SELECT 1 FROM day_sheet WHERE window_no = ? AND on_date = ? AND sha256 = ?"
        " AND voided_by IS NULL",
        (window_no, on.isoformat(), sha256),
    ).fetchone()
    if not known:
        writing.add("day_sheet", window_no=window_no, on_date=on, name=name, sha256=sha256)


def windows_with_sheets(db: sqlite3.Connection, on: date) -> set[str]:
    """The windows whose day sheets of a day were read."""
    rows = db.execute(
        "SELECT DISTINCT window_no FROM day_sheet WHERE on_date = ? AND voided_by IS NULL",
        (on.isoformat(),),
    )
    return {row[0] for row in rows}


def uses_sheets(db: sqlite3.Connection, from_on: date, to_on: date) -> bool:
    """Whether any window's day sheet of a range of days (both included) was read."""
    found = db.execute(
        "SELECT 1 FROM day_sheet WHERE on_date BETWEEN ? AND ? AND voided_by IS NULL LIMIT 1",
        (from_on.isoformat(), to_on.isoformat()),
    ).fetchone()
    return found is not None
