"""Class periods, and the class timetables of people and of whole classes."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from hallctl.model import ClassPeriod, ClassSlot
from hallctl.store.writing import Writing


class TimetableRow(NamedTuple):
    """One timetable: of a person or of a class (exactly one), in a term from a day on."""

    term: str
    staff_no: str | None
    class_name: str | None
    from_on: date
    source: str
    classes: tuple[ClassSlot, ...] = ()


def periods(db: sqlite3.Connection) -> list[ClassPeriod]:
    """All standing class periods, by their first day and number."""
    return [
        ClassPeriod(row[0], row[1], row[2], date.fromisoformat(row[3]), _date(row[4]))
        for row in db.execute(
            "SELECT period, start_minute, end_minute, from_on, to_on FROM class_period"
            " WHERE voided_by IS NULL ORDER BY from_on, period"
        )
    ]


def add_period(writing: Writing, row: ClassPeriod) -> None:
    """Record one class period; another that began on the same day is voided."""
    old = writing.db.execute(
        "SELECT id FROM class_period WHERE period = ? AND from_on = ? AND voided_by IS NULL",
        (row.period, row.from_on.isoformat()),
    ).fetchall()
    writing.void("class_period", "id", [one[0] for one in old])
    writing.add("class_period", **row._asdict())


def of_term(db: sqlite3.Connection, term: str) -> list[tuple[int, TimetableRow]]:
    """All standing timetables of a term with their ids, by their first day and entry; without classes."""
    rows = db.execute(
        "SELECT id, term, staff_no, class_name, from_on, source FROM timetable"
        " WHERE term = ? AND voided_by IS NULL ORDER BY from_on, id",
        (term,),
    )
    return [
        (row[0], TimetableRow(row[1], row[2], row[3], date.fromisoformat(row[4]), row[5]))
        for row in rows
    ]


def classes(db: sqlite3.Connection, timetable_id: int) -> tuple[ClassSlot, ...]:
    """The classes of one timetable, in the order they were recorded."""
    return tuple(
        ClassSlot(row[0], tuple(json.loads(row[1])), *row[2:])
        for row in db.execute(
            "SELECT weekday, weeks, first_period, last_period, start_minute, end_minute, course, room"
            " FROM timetable_class WHERE timetable_id = ? AND voided_by IS NULL ORDER BY id",
            (timetable_id,),
        )
    )


def add(writing: Writing, row: TimetableRow) -> None:
    """Record a timetable with its classes."""
    key = writing.add(
        "timetable", term=row.term, staff_no=row.staff_no, class_name=row.class_name,
        from_on=row.from_on, source=row.source,
    )  # fmt: skip
    for one in row.classes:
        writing.add(
            "timetable_class",
            timetable_id=key,
            **{**one._asdict(), "weeks": json.dumps(one.weeks, separators=(",", ":"))},
        )


def void(writing: Writing, timetable_ids: Iterable[int]) -> None:
    """Void timetables with their classes, because others of the same day take their place."""
    numbers = list(timetable_ids)
    writing.void("timetable_class", "timetable_id", numbers)
    writing.void("timetable", "id", numbers)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
