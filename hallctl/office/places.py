"""Windows and service items: imported, listed, shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import RowError
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets import items as item_sheets
from hallctl.sheets import windows as window_sheets
from hallctl.sheets.items import ItemLine
from hallctl.sheets.read import Parsed
from hallctl.sheets.windows import WindowLine
from hallctl.store import places
from hallctl.store.places import ItemRow, Material, WindowRow
from hallctl.store.writing import Writing

CATEGORIES = ("综合事务", "日常事务", "咨询投诉", "成绩查询", "一卡通办理", "党团服务", "后勤保障",
              "就业创业", "财务收费")  # fmt: skip
"""The nine the regulation names (Art. 4); the list is open, another one is pointed out."""


def import_windows(
    hall: Hall, path: Path, mapping: Mapping[str, str], *, skip_bad: bool
) -> Imported:
    """Record the windows of a file; a change counts from its own day, else from today."""
    return _record_windows(hall, window_sheets.parse_windows(path, mapping), path.name, skip_bad)


@act("window import")
def _record_windows(
    hall: Hall, work: Writing, parsed: Parsed[WindowLine], file: str, skip_bad: bool
) -> Imported:
    good, rejected = settle_rows(hall, parsed, [], skip_bad=skip_bad)
    recorded = {row.window_no: row for row in places.windows(hall.db, hall.today)}
    count = Count()
    for line in good:
        before = recorded.get(line.window_no)
        row = WindowRow(
            line.window_no,
            line.name,
            line.department,
            line.category,
            _from_on(hall, line.from_on, before),
        )
        if before and before[:4] == row[:4]:
            count.unchanged += 1
            continue
        _remark_category(hall, line.category)
        count.note(line.window_no, new=before is None)
        places.add_window(work, row)
    work.tell(count.told(), file=file, sha256=parsed.sha256)
    return count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)


class Window(NamedTuple):
    """One window as it is today."""

    window_no: str
    name: str
    department: str
    category: str
    from_on: date


def windows(hall: Hall) -> list[Window]:
    """All windows by number."""
    return [Window(*row) for row in places.windows(hall.db, hall.today)]


def import_items(hall: Hall, path: Path, mapping: Mapping[str, str], *, skip_bad: bool) -> Imported:
    """Record the items of a file with their papers and departments."""
    return _record_items(hall, item_sheets.parse_items(path, mapping), path.name, skip_bad)


@act("item import")
def _record_items(
    hall: Hall, work: Writing, parsed: Parsed[ItemLine], file: str, skip_bad: bool
) -> Imported:
    names = window_numbers(hall)
    errors = [error for line in parsed.rows if (error := _window_error(line, names))]
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    recorded = {row.item_code: row for row in places.items(hall.db, hall.today)}
    count = Count()
    for line in good:
        before = recorded.get(line.item_code)
        row = _item(hall, line, names[line.window], before)
        if before and before._replace(from_on=row.from_on) == row:
            count.unchanged += 1
            continue
        _remark_category(hall, line.category)
        count.note(line.item_code, new=before is None)
        places.add_item(work, row)
    work.tell(count.told(), file=file, sha256=parsed.sha256)
    return count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)


def window_numbers(hall: Hall) -> dict[str, str]:
    """Every window's number by its number and by its name."""
    found: dict[str, str] = {}
    for row in places.windows(hall.db, hall.today):
        found[row.name] = row.window_no
        found[row.window_no] = row.window_no
    return found


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


def items(hall: Hall) -> list[Item]:
    """All items by code."""
    law = hall.law.on(max(hall.today, hall.facts.effective_from))
    names = places.window_names(hall.db, hall.today)
    return [
        Item(
            row.item_code, row.name, row.category, row.window_no, names[row.window_no], row.tier,
            row.promise_days, policy.is_joint(_departments(row), law).value, len(row.materials),
        )
        for row in places.items(hall.db, hall.today)
    ]  # fmt: skip


class ItemSheet(NamedTuple):
    """Everything the catalogue holds about one item (Art. 9)."""

    item_code: str
    name: str
    category: str
    window_no: str
    window: str
    tier: str
    promise_days: int
    joint: bool
    departments: Sequence[Mapping[str, object]]
    materials: Sequence[Material]
    basis: str | None
    conditions: str | None
    procedure: str | None
    fee_basis: str | None
    fee_standard: str | None
    from_on: date


def show_item(hall: Hall, said: str) -> ItemSheet:
    """One item by code or by a unique part of its name."""
    from hallctl.office.cases.sheet import find_item

    _version, row = find_item(hall, said, hall.today)
    law = hall.law.on(max(hall.today, hall.facts.effective_from))
    window = places.window_names(hall.db, hall.today)[row.window_no]
    return ItemSheet(
        row.item_code, row.name, row.category, row.window_no, window, row.tier, row.promise_days,
        policy.is_joint(_departments(row), law).value,
        [{"step": step, "department": name} for step, name in row.departments], row.materials,
        row.basis, row.conditions, row.procedure, row.fee_basis, row.fee_standard, row.from_on,
    )  # fmt: skip


def _item(hall: Hall, line: ItemLine, window_no: str, before: ItemRow | None) -> ItemRow:
    law = hall.law.on(max(hall.today, hall.facts.effective_from))
    promise = policy.promise_for(line.tier, None, line.promise_days, law).value
    if line.promise_days is not None and line.promise_days > promise:
        hall.note(
            "item.over_cap", "34", item_code=line.item_code, asked=line.promise_days, cap=promise
        )
    window = places.window(hall.db, window_no, hall.today)
    own = window.category if window else ""
    return ItemRow(
        line.item_code, line.name, line.category or own, window_no, line.tier, promise,
        line.basis or None, line.conditions or None, line.procedure or None,
        line.fee_basis or None, line.fee_standard or None, _from_on(hall, line.from_on, before),
        tuple(Material(*paper) for paper in line.papers), line.departments,
    )  # fmt: skip


def _window_error(line: ItemLine, names: Mapping[str, str]) -> RowError | None:
    if line.window in names:
        return None
    code = "imports.unknown_window" if line.window else "sheet.required"
    return RowError(code, line.sheet, line.row, "窗口", line.window)


def _from_on(hall: Hall, said: date | None, before: object) -> date:
    """The day a version counts from: the first from the regulation's first day, a change from today."""
    return said or (hall.today if before else hall.facts.effective_from)


def _remark_category(hall: Hall, category: str) -> None:
    if category and category not in CATEGORIES:
        hall.note("window.new_category", "4", category=category, known=CATEGORIES)


def _departments(row: ItemRow) -> list[str]:
    return [department for _step, department in row.departments]
