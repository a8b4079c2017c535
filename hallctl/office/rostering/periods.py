"""Class periods: when each begins and ends, in summer and in winter."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.model import ClassPeriod
from hallctl.office.hall import Hall, act
from hallctl.office.hours import clock
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.sheets import periods as sheets
from hallctl.sheets.periods import PeriodLine
from hallctl.sheets.read import Parsed
from hallctl.store import timetables
from hallctl.store.writing import Writing


def import_periods(
    hall: Hall, path: Path, mapping: Mapping[str, str], *, skip_bad: bool
) -> Imported:
    """Record the class periods of a file; without a first day they count from the regulation's first."""
    return _record(hall, sheets.parse_periods(path, mapping), path.name, skip_bad)


@act("term periods import")
def _record(
    hall: Hall, work: Writing, parsed: Parsed[PeriodLine], file: str, skip_bad: bool
) -> Imported:
    good, rejected = settle_rows(hall, parsed, [], skip_bad=skip_bad)
    recorded = {(row.period, row.from_on): row for row in timetables.periods(hall.db)}
    count = Count()
    for line in good:
        row = ClassPeriod(
            line.period, line.start_minute, line.end_minute,
            line.from_on or hall.facts.effective_from, line.to_on,
        )  # fmt: skip
        before = recorded.get((row.period, row.from_on))
        if before == row:
            count.unchanged += 1
            continue
        count.note(f"{row.period} {row.from_on}", new=before is None)
        timetables.add_period(work, row)
    work.tell(count.told(), file=file, sha256=parsed.sha256)
    return count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)


class Period(NamedTuple):
    """One class period as the list shows it."""

    period: int
    start: str
    end: str
    from_on: date
    to_on: date | None


def periods(hall: Hall) -> list[Period]:
    """All class periods by their first day and number."""
    return [
        Period(row.period, clock(row.start_minute), clock(row.end_minute), row.from_on, row.to_on)
        for row in timetables.periods(hall.db)
    ]
