"""The academic year of everybody, and what goes into the annual review (Art. 32)."""

from datetime import date, timedelta
from pathlib import Path

from hallctl import appraising, policy
from hallctl.appraised import AnnualLine, Paper
from hallctl.office.appraisal.term import drawn
from hallctl.office.credit import ledger
from hallctl.office.hall import Hall
from hallctl.store import appraisals, halls


def annual(hall: Hall, year: int) -> list[AnnualLine]:
    """The academic year that begins in ``year``: everybody with a published week, points lost, or a star."""
    first, last = year_days(hall, year)
    on = min(last, hall.today)
    law = hall.law.on(on)
    pointed = [one.staff_no for one in ledger.standings(hall, on)]
    stars = _stars(hall, first, last)
    found = []
    for line in drawn(hall, first, last, on, {*pointed, *stars}):
        mine = ledger.show(hall, line.staff_no, on)
        by_points = policy.standing(mine.balance, on, hall.law).value
        flags = appraising.annual_flags(line.violations, by_points, law).value
        found.append(
            AnnualLine(
                line.staff_no, line.name, line.role, line.window, line.weeks, line.score,
                line.violations, mine.balance, mine.standing, stars.count(line.staff_no), flags,
            )
        )  # fmt: skip
    return found


def write_annual(hall: Hall, year: int, path: Path) -> tuple[list[AnnualLine], str]:
    """The year as a workbook; returns the lines and the file's digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.sheets.standings import write_annual as write

    first, last = year_days(hall, year)
    found = annual(hall, year)
    weeks = [one.week for one in appraisals.publications(hall.db, first, last)]
    paper = Paper(
        hall.facts.college, hall.facts.name, f"{year}—{year + 1}学年", first, last,
        officer_name(hall), weeks, head_at(hall),
    )  # fmt: skip
    return found, write(paper, found, path, fonts(hall, min(last, hall.today)))


def year_days(hall: Hall, year: int) -> tuple[date, date]:
    """The academic year's first day under the regulation and its last."""
    law = hall.law.on(max(date(year, 12, 31), hall.facts.effective_from))
    month, day = (int(part) for part in law["year.starts_on"].split("-"))
    first = max(date(year, month, day), hall.facts.effective_from)
    last = date(year + 1, month, day) - timedelta(days=1)
    return first, last


def _stars(hall: Hall, first: date, last: date) -> list[str]:
    terms = [one.term for one in halls.terms(hall.db) if first <= one.week1_on <= last]
    terms += [
        one.term
        for one in halls.terms(hall.db)
        if one.week1_on < first <= one.week1_on + timedelta(days=7 * one.weeks - 1)
    ]
    return [one.staff_no for term in terms for one in appraisals.awards(hall.db, term)]
