"""Service windows: imported, listed, found."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets import windows as window_sheets
from hallctl.sheets.read import Parsed
from hallctl.sheets.windows import WindowLine
from hallctl.store import places
from hallctl.store.places import WindowRow
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
        remark_category(hall, line.category)
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


def window_numbers(hall: Hall) -> dict[str, str]:
    """Every window's number by its number and by its name."""
    found: dict[str, str] = {}
    for row in places.windows(hall.db, hall.today):
        found[row.name] = row.window_no
        found[row.window_no] = row.window_no
    return found


def _from_on(hall: Hall, said: date | None, before: object) -> date:
    """The day a version counts from: the first from the regulation's first day, a change from today."""
    return said or (hall.today if before else hall.facts.effective_from)


def remark_category(hall: Hall, category: str) -> None:
    """Point out a category beyond the nine."""
    if category and category not in CATEGORIES:
        hall.note("window.new_category", "4", category=category, known=CATEGORIES)
