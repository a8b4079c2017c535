"""The guide 办事指南: gathered from the catalogue, written as a workbook or as one page (Art. 9, 33)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import spans
from hallctl.errors import NotFound
from hallctl.guide import Counter, Guide, GuideItem, Paper, Part
from hallctl.initials import initials
from hallctl.office.cases.sheet import find_item
from hallctl.office.hall import Hall
from hallctl.office.hours import Hours, named_shifts
from hallctl.office.items.checking import explained
from hallctl.office.items.looking import is_joint, law_on, rows
from hallctl.office.paperwork import fonts, head_at
from hallctl.policy import LawOfDay
from hallctl.sheets.cells import parse_minute
from hallctl.store import places
from hallctl.store.places import ItemRow, WindowRow


class Printed(NamedTuple):
    """A written guide."""

    path: str
    sha256: str
    items: int
    up_to: date


class Asked(NamedTuple):
    """Which items the guide is to hold, as they are on which day; all of them, today, when not said."""

    codes: Sequence[str] = ()
    window: str | None = None
    day: date | None = None


def write_workbook(hall: Hall, asked: Asked, path: Path) -> Printed:
    """Write the guide as a workbook to print: contents, then one item to a page."""
    from hallctl.sheets.guide import write_guide

    guide = gather(hall, asked)
    faces = fonts(hall, asked.day or hall.today)
    digest = "" if hall.dry_run else write_guide(guide, path, faces)
    return Printed(str(path), digest, len(guide.items), guide.up_to)


def write_page(hall: Hall, asked: Asked, path: Path) -> Printed:
    """Write the guide as one self-contained page for a website, a screen or a phone."""
    from hallctl.files import write_whole
    from hallctl.pages.guide import guide_page

    guide = gather(hall, asked)
    content = guide_page(guide).encode()
    digest = "" if hall.dry_run else write_whole(path, content)
    return Printed(str(path), digest, len(guide.items), guide.up_to)


def gather(hall: Hall, asked: Asked) -> Guide:
    """What the guide holds; warns of what it cannot explain, and of missing ways to complain.

    Raises NotFound when nothing fits what was asked.
    """
    day = asked.day or hall.today
    hall.require_in_force(day)
    chosen = {find_item(hall, one, day)[1].item_code for one in asked.codes}
    found = [
        row for row in rows(hall, day, window=asked.window) if not chosen or row.item_code in chosen
    ]
    if not found:
        raise NotFound("item.nothing_to_print")
    facts = hall.facts
    if gaps := sum(any(explained(row)) for row in found):
        hall.note("item.guide_gaps", "9", count=gaps)
    if not facts.phone or not facts.email:
        hall.note("item.no_complaint_lines", "33")
    counters = _counters(hall, day)
    law = law_on(hall, day)
    items = [_item(row, counters.get(row.window_no) or _gone(row.window_no), law) for row in found]
    items.sort(key=lambda one: (one.window.window_no, one.item_code))
    newest = max(row.from_on for row in found)
    up_to = min(day, max(head_at(hall).date(), newest))
    return Guide(facts.college, facts.name, facts.phone, facts.email, up_to, items)


def _gone(window_no: str) -> Counter:
    """A window that the hall has no more; ``item check`` finds its items."""
    return Counter(window_no, "", "", (), ())


def _item(row: ItemRow, counter: Counter, law: LawOfDay) -> GuideItem:
    return GuideItem(
        row.item_code, row.name, row.category, counter, row.tier, row.promise_days,
        is_joint(row, law), [Part(*one) for one in row.departments],
        [Paper(*one) for one in row.materials], bool(row.no_materials), row.basis, row.conditions,
        row.procedure, row.fee_basis, row.fee_standard, initials(row.name),
    )  # fmt: skip


def _counters(hall: Hall, day: date) -> dict[str, Counter]:
    """Every window with its usual hours of a week, special days apart."""
    weekly = law_on(hall, day)["hours.weekly"]
    noon = spans.breaks(
        (parse_minute(start) or 0, parse_minute(end) or 0)
        for start, end in named_shifts(hall, day).values()
    )
    usual = (parse_minute(weekly["from"]) or 0, parse_minute(weekly["to"]) or 0)
    hours = Hours(hall)

    def counter(window: WindowRow) -> Counter:
        own = hours.own_on(window.window_no, day)
        days, open_to = weekly["days"], spans.without([usual], noon)
        if own is not None:
            whole = [(own.opens_minute or 0, own.closes_minute or 0)]
            days = own.days or weekly["days"]
            open_to = whole if own.through_noon else spans.without(whole, noon)
        return Counter(window.window_no, window.name, window.department, days, open_to)

    return {row.window_no: counter(row) for row in places.windows(hall.db, day)}
