"""Recording the items of spreadsheets, each version from its day on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from hallctl import policy
from hallctl.errors import RowError
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.office.places import remark_category, window_numbers
from hallctl.sheets.items import ItemLine, parse_items
from hallctl.sheets.read import Parsed
from hallctl.store import places
from hallctl.store.places import ItemRow, Material, Step
from hallctl.store.writing import Writing


def import_items(
    hall: Hall,
    paths: Sequence[Path],
    mapping: Mapping[str, str],
    on: date | None = None,
    *,
    skip_bad: bool,
) -> Imported:
    """Record the items of some files as one, with their papers and departments.

    A line counts from its own day, else from ``on``, else a new item from the regulation's first day and
    a changed one from today. An absent column keeps what is recorded. Raises BadInput with every bad row.
    """
    if on is not None:
        hall.require_in_force(on)
    files = [path.name for path in paths]
    return _record_items(hall, parse_items(paths, mapping), files, on, skip_bad)


@act("item import")
def _record_items(
    hall: Hall,
    work: Writing,
    parsed: Parsed[ItemLine],
    files: list[str],
    on: date | None,
    skip_bad: bool,
) -> Imported:
    names = window_numbers(hall)
    errors = [error for line in parsed.rows for error in _faults(hall, line, names)]
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    count = Count()
    for line in good:
        from_on, before = _beginning(hall, line, on)
        row = _item(hall, line, names, from_on, before)
        if before and before._replace(from_on=from_on) == row:
            count.unchanged += 1
            continue
        remark_category(hall, row.category)
        count.note(line.item_code, new=before is None)
        places.add_item(work, row)
    work.tell(count.told(), file=files, sha256=parsed.sha256, on=on)
    return count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)


def _faults(hall: Hall, line: ItemLine, names: Mapping[str, str]) -> Iterator[RowError]:
    """What the form cannot know: windows, the regulation's first day."""
    first = hall.facts.effective_from
    if line.from_on is not None and line.from_on < first:
        values = {"day": line.from_on, "effective_from": first}
        said = line.from_on.isoformat()
        yield RowError(
            "regulation.not_yet_in_force", line.sheet, line.row, "生效日期", said, values
        )
    if line.window in names:
        return
    keeps = "window" in line.absent and places.item(hall.db, line.item_code, hall.today)
    if line.window or not keeps:
        code = "imports.unknown_window" if line.window else "sheet.required"
        yield RowError(code, line.sheet, line.row, "窗口", line.window)


def _beginning(hall: Hall, line: ItemLine, on: date | None) -> tuple[date, ItemRow | None]:
    """The day from which a line counts, and what the item is on that day without it."""
    first = hall.facts.effective_from
    known = places.item(hall.db, line.item_code, hall.today)
    from_on = line.from_on or on or (max(hall.today, first) if known else first)
    before = places.item(hall.db, line.item_code, from_on)
    return from_on, before[1] if before else None


def _item(
    hall: Hall, line: ItemLine, names: Mapping[str, str], from_on: date, before: ItemRow | None
) -> ItemRow:
    def kept(field: str, said: str) -> str | None:
        old: str | None = getattr(before, field) if before and field in line.absent else None
        return old or said or None

    line = line._replace(tier=_tier(hall, line, from_on))
    window_no = names.get(line.window) or (before.window_no if before else "")
    promise, asked = _limit(hall, line, from_on, before)
    materials = tuple(Material(*paper) for paper in line.papers)
    no_materials: bool | None = line.no_papers or None
    departments = tuple(Step(*step) for step in line.departments)
    if before and "materials" in line.absent:
        materials, no_materials = before.materials, before.no_materials
    if before and "departments" in line.absent:
        departments = before.departments
    return ItemRow(
        line.item_code, line.name, kept("category", line.category) or _own(hall, window_no, from_on),
        window_no, line.tier, promise, kept("basis", line.basis), kept("conditions", line.conditions),
        kept("procedure", line.procedure), kept("fee_basis", line.fee_basis),
        kept("fee_standard", line.fee_standard), from_on, materials, departments, asked, no_materials,
    )  # fmt: skip


def _tier(hall: Hall, line: ItemLine, from_on: date) -> str:
    """The kind of an item: as high as its highest step needs when several departments decide (Art. 8)."""
    law = hall.law.on(from_on)
    if not policy.is_joint([name for _step, name, _days in line.departments], law).value:
        return line.tier
    tier = policy.joint_tier(line.tier, line.step_tiers)
    if tier != line.tier:
        hall.note("item.tier_raised", "8", item_code=line.item_code, was_tier=line.tier, tier=tier)
    return tier


def _limit(
    hall: Hall, line: ItemLine, from_on: date, before: ItemRow | None
) -> tuple[int, int | None]:
    """What the hall promises, and the longer limit that was asked for where its own is shorter."""
    law = hall.law.on(from_on)
    asked = line.promise_days
    if before and "promise_days" in line.absent and before.tier == line.tier:
        asked = before.asked_days or before.promise_days
    promise = policy.promise_for(line.tier, None, asked, law).value
    if asked is None or asked <= promise:
        return promise, None
    hall.note("item.over_cap", "34", item_code=line.item_code, asked=asked, cap=promise)
    return promise, asked


def _own(hall: Hall, window_no: str, day: date) -> str:
    window = places.window(hall.db, window_no, day)
    return window.category if window else ""
