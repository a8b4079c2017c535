"""Which card is whose: card readers send a card's number, not a person's."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class CardRow(NamedTuple):
    """One card in one person's hands, from ``from_on`` to ``until_on`` (both included)."""

    card_no: str
    staff_no: str
    from_on: date
    until_on: date | None = None


def holder(db: sqlite3.Connection, card_no: str, day: date) -> str | None:
    """The number of the person who has a card on a day."""
    row = db.execute(
        "SELECT staff_no FROM staff_card WHERE card_no = ? AND voided_by IS NULL"
        " AND from_on <= ? AND (until_on IS NULL OR until_on >= ?)",
        (card_no, day.isoformat(), day.isoformat()),
    ).fetchone()
    return row[0] if row else None


def of_card(db: sqlite3.Connection, card_no: str) -> list[CardRow]:
    """Everybody who has or had a card, oldest first."""
    return list(_rows(db, "card_no", card_no))


def of_person(db: sqlite3.Connection, staff_no: str) -> list[CardRow]:
    """Every card that a person has or had, oldest first."""
    return list(_rows(db, "staff_no", staff_no))


def add(writing: Writing, row: CardRow) -> None:
    """Record who has a card from a day on."""
    writing.add("staff_card", **row._asdict())


def end(writing: Writing, row: CardRow, until_on: date) -> None:
    """Record the last day of a card in somebody's hands: the same row once more, with its end."""
    found = writing.db.execute(
        "SELECT id FROM staff_card WHERE card_no = ? AND from_on = ? AND voided_by IS NULL",
        (row.card_no, row.from_on.isoformat()),
    ).fetchone()
    writing.void("staff_card", "id", [found[0]])
    add(writing, row._replace(until_on=until_on))


def _rows(db: sqlite3.Connection, key: str, value: str) -> Iterator[CardRow]:
    for row in db.execute(
        f"SELECT card_no, staff_no, from_on, until_on FROM staff_card WHERE {key} = ?"
        " AND voided_by IS NULL ORDER BY from_on, id",
        (value,),
    ):
        until_on = date.fromisoformat(row[3]) if row[3] else None
        yield CardRow(row[0], row[1], date.fromisoformat(row[2]), until_on)
