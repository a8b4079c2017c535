"""The item catalogue over time: every version of an item, and the days on which somebody looked at it."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from hallctl.store.places import ItemRow, Offer, item_version
from hallctl.store.writing import Writing


class Version(NamedTuple):
    """One version of an item with the entry that recorded it."""

    row: ItemRow
    entry_no: int
    recorded_at: datetime


def versions(db: sqlite3.Connection, item_code: str) -> list[Version]:
    """Every standing version of an item in the order in which they count; of two that begin on one
    day, the one recorded later counts.
    """
    rows = db.execute(
        "SELECT v.id, v.entry_no, e.at FROM item_version v JOIN entry e USING (entry_no)"
        " WHERE v.item_code = ? AND v.voided_by IS NULL ORDER BY v.from_on, v.id",
        (item_code,),
    ).fetchall()
    return [
        Version(item_version(db, row["id"]), row["entry_no"], datetime.fromisoformat(row["at"]))
        for row in rows
    ]


def last_checks(db: sqlite3.Connection) -> dict[str, date]:
    """When each item was last looked at; those that never were are not in it."""
    rows = db.execute(
        "SELECT item_code, max(checked_on) FROM item_check WHERE voided_by IS NULL GROUP BY item_code"
    )
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def last_check(db: sqlite3.Connection, item_code: str) -> date | None:
    """When one item was last looked at."""
    row = db.execute(
        "SELECT max(checked_on) FROM item_check WHERE item_code = ? AND voided_by IS NULL",
        (item_code,),
    ).fetchone()
    return date.fromisoformat(row[0]) if row[0] else None


def add_checks(work: Writing, codes: Iterable[str], day: date) -> int:
    """Record that some items were looked at on ``day``; returns how many were not yet."""
    count = 0
    for code in codes:
        known = work.db.execute(
            "SELECT 1 FROM item_check WHERE item_code = ? AND checked_on = ? AND voided_by IS NULL",
            (code, day.isoformat()),
        ).fetchone()
        if not known:
            work.add("item_check", item_code=code, checked_on=day)
            count += 1
    return count


def retired(db: sqlite3.Connection, day: date) -> dict[str, Offer]:
    """The items that are not offered on ``day``, each with when and why it was retired."""
    rows = db.execute(
        "SELECT o.item_code, o.offered, o.from_on, o.reason FROM item_offer o WHERE o.id ="
        " (SELECT id FROM item_offer WHERE item_code = o.item_code AND voided_by IS NULL"
        " AND from_on <= ? ORDER BY from_on DESC, id DESC LIMIT 1) AND NOT o.offered",
        (day.isoformat(),),
    )
    return {row[0]: Offer(bool(row[1]), date.fromisoformat(row[2]), row[3]) for row in rows}


def add_offer(work: Writing, item_code: str, told: Offer) -> None:
    """Record that an item is offered, or not any more, from a day on."""
    work.add("item_offer", item_code=item_code, **told._asdict())


def cases_since(db: sqlite3.Connection, item_code: str, day: date) -> list[str]:
    """The cases of an item that were received on ``day`` or later."""
    rows = db.execute(
        "SELECT case_no FROM case_file WHERE item_code = ? AND received_at >= ?"
        " AND voided_by IS NULL ORDER BY case_no",
        (item_code, f"{day}T00:00"),
    )
    return [row[0] for row in rows]
