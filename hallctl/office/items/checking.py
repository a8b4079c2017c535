"""What is missing or wrong in the catalogue, and that the officer looked at it (Art. 4, 8, 9, 25, 34)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Usage
from hallctl.office.cases.sheet import find_item
from hallctl.office.hall import Hall, act
from hallctl.office.items.looking import is_joint, law_on
from hallctl.office.places import CATEGORIES
from hallctl.policy import LawOfDay
from hallctl.store import catalogue, places
from hallctl.store.places import ItemRow
from hallctl.store.writing import Writing

FREE = frozenset({"无", "不收费", "免费", "否", "0", "0元"})
"""What stands under 收费标准 where nothing is charged."""


class Finding(NamedTuple):
    """One thing about one item that needs attention."""

    code: str
    article: str
    item: ItemRow
    values: Mapping[str, object]


class Checked(NamedTuple):
    """How many items were looked through, which of them are joint, and what was found."""

    items: int
    joint: Sequence[str]
    findings: Sequence[Finding]


def check(hall: Hall, said: Sequence[str] = (), day: date | None = None) -> Checked:
    """Look through the whole catalogue, or some items of it, as it is on a day."""
    day = day or hall.today
    law = law_on(hall, day)
    everything = places.items(hall.db, day)
    wanted = {find_item(hall, one, day)[1].item_code for one in said}
    rows = [row for row in everything if not wanted or row.item_code in wanted]
    windows = frozenset(places.window_names(hall.db, day))
    checks = catalogue.last_checks(hall.db)
    names: dict[str, list[str]] = {}
    for row in everything:
        names.setdefault(row.name, []).append(row.item_code)
    findings = []
    for row in rows:
        findings += [
            *explained(row),
            *limited(row, law),
            *placed(row, windows),
            *named(row, names[row.name]),
            *looked_at(row, checks.get(row.item_code), day, law),
        ]
    joint = [row.item_code for row in rows if is_joint(row, law)]
    return Checked(len(rows), joint, findings)


def explained(row: ItemRow) -> Iterator[Finding]:
    """The fields of Article 9, and where each paper is had (Art. 25)."""
    told = {
        "basis": bool(row.basis),
        "conditions": bool(row.conditions),
        "materials": bool(row.materials or row.no_materials),
        "procedure": bool(row.procedure),
        "fee_basis": bool(row.fee_basis) or (row.fee_standard or "无") in FREE,
    }
    if missing := policy.unexplained(told).value:
        yield Finding("item.unexplained", "9", row, {"fields": missing})
    if nowhere := [one.name for one in row.materials if not one.obtain]:
        yield Finding("item.no_way_to_get", "25", row, {"materials": nowhere})


def limited(row: ItemRow, law: LawOfDay) -> Iterator[Finding]:
    """The promised limit against the hall's own, and the limits of the steps within it."""
    asked = row.asked_days or row.promise_days
    if cap := policy.limit_instead(row.tier, asked, law).value:
        yield Finding("item.asks_too_much", "34", row, {"asked": asked, "cap": cap})
    if is_joint(row, law) and row.tier == "instant":
        yield Finding(
            "item.joint_on_the_spot",
            "8",
            row,
            {"departments": len({one.department for one in row.departments})},
        )
    days = policy.days_of_steps([(one.step, one.days) for one in row.departments]).value
    if days > row.promise_days:
        yield Finding(
            "item.steps_too_long", "8", row, {"days": days, "promise_days": row.promise_days}
        )


def placed(row: ItemRow, windows: frozenset[str]) -> Iterator[Finding]:
    """The window that accepts the item (Art. 17), and its category (Art. 4)."""
    if row.window_no not in windows:
        yield Finding("item.window_gone", "17", row, {"window_no": row.window_no})
    if row.category not in CATEGORIES:
        yield Finding("item.other_category", "4", row, {"category": row.category or "—"})


def named(row: ItemRow, bearers: Sequence[str]) -> Iterator[Finding]:
    """Two items of one name cannot be told apart at the counter."""
    if others := [code for code in bearers if code != row.item_code]:
        yield Finding("item.same_name", "9", row, {"items": others})


def looked_at(row: ItemRow, last: date | None, day: date, law: LawOfDay) -> Iterator[Finding]:
    """When somebody last looked whether all this is still true."""
    if not policy.is_look_due(last, day, law).value:
        return
    if last is None:
        yield Finding("item.never_checked", "9", row, {})
    else:
        yield Finding("item.checked_long_ago", "9", row, {"last_checked_on": last})


class Marked(NamedTuple):
    """The items that were looked at on a day."""

    checked_on: date
    items: Sequence[str]
    marked: int
    already: bool | None = None


def mark(hall: Hall, said: Sequence[str], day: date) -> Marked:
    """Record that the officer looked at some items, or with no names at all of them.

    Raises Usage for a day that is still to come, Refused for anybody else than the officer.
    """
    hall.require_in_force(day)
    if day > hall.today:
        raise Usage("item.checked_in_future", day=day)
    hall.require_officer("9")
    return _mark(hall, said, day)


@act("item check")
def _mark(hall: Hall, work: Writing, said: Sequence[str], day: date) -> Marked:
    if said:
        codes = sorted({find_item(hall, one, day)[1].item_code for one in said})
    else:
        codes = [row.item_code for row in places.items(hall.db, day)]
    count = catalogue.add_checks(work, codes, day)
    work.tell({"marked": count}, items=codes if said else "all", on=day)
    return Marked(day, codes, count, already=None if count else True)
