"""Attendance devices: whose their own numbers are, and how wrong their clocks go."""

import sqlite3
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class PinRow(NamedTuple):
    """A device's own number and whose it is from a day on."""

    device: str
    pin: str
    staff_no: str
    from_on: date


class ClockRow(NamedTuple):
    """By how many seconds a device's clock is fast from a day on."""

    device: str
    offset_seconds: int
    from_on: date


def pins(db: sqlite3.Connection, device: str | None = None) -> list[PinRow]:
    """All numbers of one device or of every one, the newest day of each first."""
    return [
        PinRow(row[0], row[1], row[2], date.fromisoformat(row[3]))
        for row in db.execute(
            "SELECT device, pin, staff_no, from_on FROM device_pin WHERE voided_by IS NULL"
            " AND (:device IS NULL OR device = :device) ORDER BY device, pin, from_on DESC",
            {"device": device},
        )
    ]


def clocks(db: sqlite3.Connection, device: str | None = None) -> list[ClockRow]:
    """The clocks of one device or of every one, the newest day of each first."""
    return [
        ClockRow(row[0], row[1], date.fromisoformat(row[2]))
        for row in db.execute(
            "SELECT device, offset_seconds, from_on FROM device_clock WHERE voided_by IS NULL"
            " AND (:device IS NULL OR device = :device) ORDER BY device, from_on DESC",
            {"device": device},
        )
    ]


def add_pin(writing: Writing, row: PinRow) -> None:
    """Record whose a number is; what was said for the same day is voided."""
    _void_same_day(writing, "device_pin", {"device": row.device, "pin": row.pin}, row.from_on)
    writing.add("device_pin", **row._asdict())


def add_clock(writing: Writing, row: ClockRow) -> None:
    """Record how fast a clock is; what was said for the same day is voided."""
    _void_same_day(writing, "device_clock", {"device": row.device}, row.from_on)
    writing.add("device_clock", **row._asdict())


def _void_same_day(writing: Writing, table: str, key: dict[str, str], from_on: date) -> None:
    where = " AND ".join(f"{name} = :{name}" for name in key)
    rows = writing.db.execute(
        f"SELECT id FROM {table} WHERE {where} AND from_on = :from_on AND voided_by IS NULL",
        {**key, "from_on": from_on.isoformat()},
    ).fetchall()
    writing.void(table, "id", [row[0] for row in rows])
