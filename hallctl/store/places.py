"""Windows and service items: what is known about each number on a given day."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from hallctl.store.writing import Writing


class WindowRow(NamedTuple):
    """One version of a service window, in force from ``from_on`` (inclusive)."""

    window_no: str
    name: str
    department: str
    category: str
    from_on: date


class Material(NamedTuple):
    """One paper that an item asks for (Art. 9, 25)."""

    name: str
    required: bool = True
    copies: int = 1
    form: str | None = None
    standard: str | None = None
    obtain: str | None = None


class Step(NamedTuple):
    """One department's part of an item: equal steps decide side by side, a higher one waits (Art. 8)."""

    step: int
    department: str
    days: int | None = None
    """Its own limit in working days, None where the item gives none."""


class ItemRow(NamedTuple):
    """One version of a service item with its papers and departments, from ``from_on`` on."""

    item_code: str
    name: str
    category: str
    window_no: str
    tier: str
    promise_days: int
    basis: str | None
    conditions: str | None
    procedure: str | None
    fee_basis: str | None
    fee_standard: str | None
    from_on: date
    materials: tuple[Material, ...] = ()
    departments: tuple[Step, ...] = ()
    asked_days: int | None = None
    """The longer limit that was asked for, where the hall's is shorter (Art. 34)."""
    no_materials: bool | None = None
    """True where the item says that it needs no papers."""


class Offer(NamedTuple):
    """From ``from_on`` (included) an item is offered, or not any more."""

    offered: bool
    from_on: date
    reason: str


_WINDOW = "SELECT window_no, name, department, category, from_on FROM window_version v"
_IN_FORCE = """ WHERE v.id = coalesce(
 (SELECT id FROM {table} WHERE {key} = v.{key} AND voided_by IS NULL AND from_on <= :day
  ORDER BY from_on DESC, id DESC LIMIT 1),
 (SELECT id FROM {table} WHERE {key} = v.{key} AND voided_by IS NULL ORDER BY from_on, id LIMIT 1))
"""
_WINDOW_NOW = _WINDOW + _IN_FORCE.format(table="window_version", key="window_no")
_ITEM_NOW = "SELECT v.* FROM item_version v" + _IN_FORCE.format(
    table="item_version", key="item_code"
)
_OFFERED = """ AND coalesce(
 (SELECT offered FROM item_offer WHERE item_code = v.item_code AND voided_by IS NULL
  AND from_on <= :day ORDER BY from_on DESC, id DESC LIMIT 1), 1)
"""


def windows(db: sqlite3.Connection, day: date) -> list[WindowRow]:
    """All windows by number, as they are on ``day`` (a later first version counts until it starts)."""
    rows = db.execute(_WINDOW_NOW + " ORDER BY window_no", {"day": day.isoformat()})
    return [_window(row) for row in rows]


def window(db: sqlite3.Connection, window_no: str, day: date) -> WindowRow | None:
    """One window by number."""
    row = db.execute(
        _WINDOW_NOW + " AND v.window_no = :no", {"day": day.isoformat(), "no": window_no}
    ).fetchone()
    return _window(row) if row else None


def window_names(db: sqlite3.Connection, day: date) -> dict[str, str]:
    """Every window's name by its number."""
    return {row.window_no: row.name for row in windows(db, day)}


def add_window(writing: Writing, row: WindowRow) -> None:
    """Record a window, or what it is from a day on."""
    writing.know("service_window", "window_no", row.window_no)
    writing.add("window_version", **row._asdict())


def items(db: sqlite3.Connection, day: date, *, retired: bool = False) -> list[ItemRow]:
    """All items by code that are offered on ``day``, with papers and departments; retired ones on demand."""
    sql = _ITEM_NOW + ("" if retired else _OFFERED) + " ORDER BY item_code"
    rows = db.execute(sql, {"day": day.isoformat()}).fetchall()
    ids = json.dumps([row["id"] for row in rows])
    materials = _grouped(
        db, ids, "name, required, copies, form, standard, obtain", "item_material", "position"
    )
    departments = _grouped(db, ids, "step, department, days", "item_department", "step, id")
    return [
        _item(row, materials.get(row["id"], ()), departments.get(row["id"], ())) for row in rows
    ]


def item(db: sqlite3.Connection, item_code: str, day: date) -> tuple[int, ItemRow] | None:
    """One item by code with the id of the version in force on ``day``."""
    row = db.execute(
        _ITEM_NOW + " AND v.item_code = :code", {"day": day.isoformat(), "code": item_code}
    ).fetchone()
    return (row["id"], _whole_item(db, row)) if row else None


def item_version(db: sqlite3.Connection, version_id: int) -> ItemRow:
    """The version of an item that a case was opened under."""
    row = db.execute("SELECT * FROM item_version WHERE id = ?", (version_id,)).fetchone()
    return _whole_item(db, row)


def items_like(db: sqlite3.Connection, part: str, day: date) -> list[tuple[str, str]]:
    """(code, name) of the items whose name contains ``part``; retired ones when no other does."""
    values = {"day": day.isoformat(), "part": part}
    for offered in (_OFFERED, ""):
        sql = _ITEM_NOW + offered + " AND instr(v.name, :part) > 0 ORDER BY item_code"
        if rows := db.execute(sql, values).fetchall():
            return [(row["item_code"], row["name"]) for row in rows]
    return []


def offer(db: sqlite3.Connection, item_code: str, day: date) -> Offer | None:
    """What was last decided about offering an item up to ``day``; None while it was offered all along."""
    row = db.execute(
        "SELECT offered, from_on, reason FROM item_offer WHERE item_code = ? AND voided_by IS NULL"
        " AND from_on <= ? ORDER BY from_on DESC, id DESC LIMIT 1",
        (item_code, day.isoformat()),
    ).fetchone()
    return Offer(bool(row[0]), date.fromisoformat(row[1]), row[2]) if row else None


def add_item(writing: Writing, row: ItemRow) -> None:
    """Record an item, or what it is from a day on, with its papers and departments."""
    writing.know("service_item", "item_code", row.item_code)
    plain = {
        key: value
        for key, value in row._asdict().items()
        if key not in {"materials", "departments"}
    }
    key = writing.add("item_version", **plain)
    for position, material in enumerate(row.materials, 1):
        writing.add("item_material", item_version_id=key, position=position, **material._asdict())
    for step in row.departments:
        writing.add("item_department", item_version_id=key, **step._asdict())


def _whole_item(db: sqlite3.Connection, row: sqlite3.Row) -> ItemRow:
    materials = db.execute(
        "SELECT name, required, copies, form, standard, obtain FROM item_material"
        " WHERE item_version_id = ? AND voided_by IS NULL ORDER BY position",
        (row["id"],),
    )
    departments = db.execute(
        "SELECT step, department, days FROM item_department WHERE item_version_id = ?"
        " AND voided_by IS NULL ORDER BY step, id",
        (row["id"],),
    )
    return _item(row, materials, departments)


def _grouped(
    db: sqlite3.Connection, ids: str, columns: str, table: str, order: str
) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = {}
    for row in db.execute(
        f"SELECT item_version_id, {columns} FROM {table} WHERE item_version_id IN"
        f" (SELECT value FROM json_each(?)) AND voided_by IS NULL ORDER BY {order}",
        (ids,),
    ):
        found.setdefault(row[0], []).append(tuple(row)[1:])
    return found


def _window(row: sqlite3.Row) -> WindowRow:
    return WindowRow(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]))


def _item(
    row: sqlite3.Row, materials: Iterable[Sequence[Any]], departments: Iterable[Sequence[Any]]
) -> ItemRow:
    return ItemRow(
        row["item_code"], row["name"], row["category"], row["window_no"], row["tier"],
        row["promise_days"], row["basis"], row["conditions"], row["procedure"], row["fee_basis"],
        row["fee_standard"], date.fromisoformat(row["from_on"]),
        tuple(_material(one) for one in materials),
        tuple(Step(*one) for one in departments), row["asked_days"],
        row["no_materials"] == 1 or None,
    )  # fmt: skip


def _material(row: Sequence[Any]) -> Material:
    return Material(row[0], bool(row[1]), *row[2:])
