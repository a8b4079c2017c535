"""What the hall means to do in a month (Art. 10)."""

import sqlite3
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class PlanRow(NamedTuple):
    """One thing that is planned for a month, and the day it was said."""

    id: int
    month: str
    text: str
    on: date


def of_month(db: sqlite3.Connection, month: str) -> list[PlanRow]:
    """What stands for a month, in the order it was said."""
    rows = db.execute(
        "SELECT id, month, text, on_date FROM month_plan WHERE month = ? AND voided_by IS NULL"
        " ORDER BY id",
        (month,),
    )
    return [PlanRow(row[0], row[1], row[2], date.fromisoformat(row[3])) for row in rows]


def add(writing: Writing, month: str, text: str, on: date) -> None:
    """Record one thing that is planned."""
    writing.add("month_plan", month=month, text=text, on_date=on)


def drop(writing: Writing, rows: list[PlanRow]) -> None:
    """Take things out of a plan; they stay on record."""
    writing.void("month_plan", "id", [row.id for row in rows])
