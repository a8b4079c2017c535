"""What the calendar is told: the years of the national notice, and local days over them (Art. 22, 27)."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import workdays
from hallctl.errors import Usage
from hallctl.model import LocalDay
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, settle_rows
from hallctl.store import cases, days
from hallctl.store.days import NoticeDay
from hallctl.store.writing import Writing

KINDS = ("vacation", "closure", "holiday", "special_hours", "makeup_work", "makeup_class")

YearOfDays = tuple[str, Sequence[NoticeDay]]
"""Where a year's notice comes from, and the days it names."""


def package_years() -> dict[int, YearOfDays]:
    """Every year that the national calendar package knows."""
    from importlib.metadata import version

    from chinese_calendar import constants

    named: dict[int, list[NoticeDay]] = {}
    for kind, told in (("off", constants.holidays), ("work", constants.workdays)):
        for on, name in told.items():
            chinese = constants.Holiday(name).chinese
            named.setdefault(on.year, []).append(NoticeDay(on, kind, chinese))
    source = f"chinesecalendar {version('chinesecalendar')}"
    return {year: (source, sorted(rows)) for year, rows in named.items()}


def sync(hall: Hall) -> Imported:
    """Load every year of the national calendar package; years recorded alike stay."""
    return _record(hall, "calendar sync", package_years())


def import_years(hall: Hall, path: Path, *, skip_bad: bool) -> Imported:
    """Read a year's notice from holiday-cn JSON or CSV; an empty year is refused."""
    from hallctl.sheets import calendars

    parsed = calendars.parse_calendar(path)
    good, rejected = settle_rows(hall, parsed, [], skip_bad=skip_bad)
    years = {
        row.year: (
            "; ".join(row.papers) or path.name,
            [NoticeDay(on, "off" if off else "work", name) for on, off, name in row.days],
        )
        for row in good
    }
    found = _record(hall, "calendar import", years, file=path.name)
    return found._replace(file_sha256=parsed.sha256, rejected=rejected)


def _record(
    hall: Hall,
    command: str,
    years: Mapping[int, YearOfDays],
    **args: object,
) -> Imported:
    count = Count()
    with hall.writing(command) as work:
        for year, (source, named) in sorted(years.items()):
            ordered = sorted(named)
            recorded = days.notice(hall.db, year)
            if recorded == ordered:
                count.unchanged += 1
                continue
            count.note(str(year), new=recorded is None)
            days.add_year(work, year, source, ordered)
        work.tell(count.told(), years=sorted(years), **args)
        waiting = len(cases.provisional(hall.db))
    if waiting and (count.added or count.changes):
        hall.note("calendar.to_settle", "27", number=waiting)
    return count.imported(len(years))


class Override(NamedTuple):
    """One local row."""

    kind: str
    from_on: date
    to_on: date
    opens: str | None
    closes: str | None
    authority: str
    as_weekday: int | None = None
    as_week: int | None = None
    already: bool | None = None


@act("calendar override")
def override(
    hall: Hall,
    work: Writing,
    kind: str,
    from_on: date,
    to_on: date,
    hours: tuple[str, str] | None,
    authority: str,
    classes: tuple[int | None, int | None] = (None, None),
) -> Override:
    """Record a local row over the national notice (Art. 22); the officer's alone.

    ``classes`` says for made-up classes whose weekday's classes run, and of which week.
    Raises Usage for an unknown kind, days in the wrong order, or hours that are none; Conflict when it
    overlaps another row of its kind.
    """
    hall.require_in_force(from_on)
    if kind not in KINDS:
        raise Usage("calendar.unknown_kind", value=kind, known=KINDS)
    from hallctl.sheets.cells import parse_minute

    opens, closes = hours or (None, None)
    first, last = (parse_minute(opens or ""), parse_minute(closes or "")) if hours else (None, None)
    backwards = first is not None and last is not None and first >= last
    unreadable = bool(hours) and (first is None or last is None)
    if from_on > to_on or backwards or unreadable or (kind == "special_hours" and not hours):
        raise Usage("calendar.bad_override", kind=kind, from_on=from_on, to_on=to_on)
    if classes != (None, None) and kind != "makeup_class":
        raise Usage("calendar.only_makeup_class", kind=kind)
    hall.require_officer("22")
    row = LocalDay(kind, from_on, to_on, first, last, authority, *classes)
    shown = Override(kind, from_on, to_on, opens, closes, authority, *classes)
    recorded = days.local_days(hall.db)
    if row in recorded:
        return shown._replace(already=True)
    workdays.check_overlap([*recorded, row])
    days.add_local_day(work, row)
    work.tell({"kind": kind}, from_on=from_on, to_on=to_on)
    return shown
