"""Items as they are listed and shown, with everything they ever were."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.office.cases.sheet import find_item, find_window
from hallctl.office.hall import Hall
from hallctl.policy import LawOfDay
from hallctl.store import catalogue, places
from hallctl.store.places import ItemRow, Material, Step


class Item(NamedTuple):
    """One item as the list shows it."""

    item_code: str
    name: str
    category: str
    window_no: str
    window: str
    tier: str
    promise_days: int
    joint: bool
    materials: int
    last_checked_on: date | None
    retired_on: date | None = None


def items(
    hall: Hall, day: date | None = None, *, window: str | None = None, category: str | None = None,
    retired: bool = False,
) -> list[Item]:  # fmt: skip
    """The items by code as they are on a day, of one window or one category if it is named.

    What is not offered any more is in it on demand only.
    """
    day = day or hall.today
    law = law_on(hall, day)
    names = places.window_names(hall.db, day)
    checks = catalogue.last_checks(hall.db)
    ended = catalogue.retired(hall.db, day)
    return [
        Item(
            row.item_code, row.name, row.category, row.window_no, names.get(row.window_no, ""),
            row.tier, row.promise_days, is_joint(row, law), len(row.materials),
            checks.get(row.item_code),
            ended[row.item_code].from_on if row.item_code in ended else None,
        )
        for row in rows(hall, day, window=window, category=category, retired=retired)
    ]  # fmt: skip


def rows(
    hall: Hall, day: date, *, window: str | None = None, category: str | None = None,
    retired: bool = False,
) -> list[ItemRow]:  # fmt: skip
    """What the catalogue holds on a day; raises NotFound for a window that nobody knows."""
    window_no = find_window(hall, window, day).window_no if window else None
    return [
        row
        for row in places.items(hall.db, day, retired=retired)
        if window_no in {None, row.window_no} and category in {None, row.category}
    ]


class Change(NamedTuple):
    """One field that a version has otherwise than the one before it."""

    field: str
    old: object
    new: object


class Version(NamedTuple):
    """What an item was from a day on, when that was recorded, and what it changed."""

    from_on: date
    entry_no: int
    recorded_at: datetime
    changes: Sequence[Change]


class ItemSheet(NamedTuple):
    """Everything the catalogue holds about one item (Art. 9)."""

    item_code: str
    name: str
    category: str
    window_no: str
    window: str
    tier: str
    promise_days: int
    asked_days: int | None
    joint: bool
    departments: Sequence[Step]
    materials: Sequence[Material]
    no_materials: bool | None
    basis: str | None
    conditions: str | None
    procedure: str | None
    fee_basis: str | None
    fee_standard: str | None
    from_on: date
    last_checked_on: date | None
    versions: Sequence[Version] | None = None
    retired_on: date | None = None
    reason: str | None = None
    """Why it is not offered any more."""


def show_item(
    hall: Hall, said: str, day: date | None = None, *, history: bool = False
) -> ItemSheet:
    """One item by code or by a unique part of its name, as it is on a day."""
    day = day or hall.today
    _version, row = find_item(hall, said, day)
    window = places.window_names(hall.db, day).get(row.window_no, "")
    ended = catalogue.retired(hall.db, day).get(row.item_code)
    return ItemSheet(
        row.item_code, row.name, row.category, row.window_no, window, row.tier, row.promise_days,
        row.asked_days, is_joint(row, law_on(hall, day)), row.departments, row.materials,
        row.no_materials, row.basis, row.conditions, row.procedure, row.fee_basis, row.fee_standard,
        row.from_on, catalogue.last_check(hall.db, row.item_code),
        _versions(hall, row.item_code) if history else None,
        ended.from_on if ended else None, ended.reason if ended else None,
    )  # fmt: skip


def law_on(hall: Hall, day: date) -> LawOfDay:
    """The law of a day, of the regulation's first day for what is prepared before it."""
    return hall.law.on(max(day, hall.facts.effective_from))


def is_joint(row: ItemRow, law: LawOfDay) -> bool:
    """Whether an item is decided by several departments together (Art. 8)."""
    return policy.is_joint([one.department for one in row.departments], law).value


def _versions(hall: Hall, item_code: str) -> list[Version]:
    found = []
    before: Mapping[str, object] = {}
    for one in catalogue.versions(hall.db, item_code):
        facts = {name: value for name, value in one.row._asdict().items() if name != "from_on"}
        changes = [
            Change(name, before[name], value)
            for name, value in facts.items()
            if before and before[name] != value
        ]
        found.append(Version(one.row.from_on, one.entry_no, one.recorded_at, changes))
        before = facts
    return found
