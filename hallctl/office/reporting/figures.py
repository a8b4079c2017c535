"""The figures of a period, from the facts (Art. 23, 25, 27, 33)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl.figures import (
    ARTICLES,
    CaseFact,
    CaseFigures,
    RatingFigures,
    Tally,
    case_figures,
    rating_figures,
    tally,
)
from hallctl.figures.complaints import ComplaintFigures, complaint_figures
from hallctl.model import Judged
from hallctl.office.attendance import judge_days
from hallctl.office.cases.clock import clock
from hallctl.office.cases.rating_sheet import rating_facts
from hallctl.office.complaints import looking as complaints
from hallctl.office.hall import Hall
from hallctl.office.paperwork import over_on
from hallctl.office.reporting.rows import case_fact
from hallctl.reports import FigureLine
from hallctl.store import cases
from hallctl.store.cases import Case


class PeriodFigures(NamedTuple):
    """Every figure of a period."""

    attendance: Tally
    service: CaseFigures
    ratings: RatingFigures
    complaints: ComplaintFigures


def period_figures(
    hall: Hall, from_on: date, to_on: date, judged: Sequence[Judged] | None = None
) -> PeriodFigures:
    """The figures of a period, both ends included; ``judged`` its shifts when they are known."""
    first = max(from_on, hall.facts.effective_from)
    if judged is None:
        judged = judge_days(hall, first, to_on)
    over = over_on(hall)
    return PeriodFigures(
        tally(judged),
        case_figures(case_facts(hall, first, to_on), first, to_on, over),
        rating_figures(rating_facts(hall, first, to_on), first, to_on, over),
        complaint_figures(complaints.facts(hall, first, to_on), first, to_on, over),
    )


def case_facts(hall: Hall, from_on: date, to_on: date) -> list[CaseFact]:
    """Accepted cases that were alive in a period or fell due in it, with their one-time notices."""
    return facts_of(hall, accepted_cases(hall, from_on, to_on))


def accepted_cases(hall: Hall, from_on: date, to_on: date) -> dict[str, Case]:
    """Accepted cases that were alive in a period or fell due in it, by number."""
    alive = [*cases.touching(hall.db, from_on, to_on), *cases.due_between(hall.db, from_on, to_on)]
    return {case.file.case_no: case for case in alive if case.now.accepted_at}


def facts_of(hall: Hall, found: Mapping[str, Case]) -> list[CaseFact]:
    """What the figures need of some accepted cases, by number."""
    notices = cases.notices(hall.db, found)
    paused = {no: _paused_workdays(hall, found[no]) for no in cases.ever_paused(hall.db, found)}
    return [
        fact
        for no, case in sorted(found.items())
        if (fact := case_fact(case, notices.get(no, 0), paused.get(no, 0)))
    ]


def _paused_workdays(hall: Hall, case: Case) -> int:
    shown = clock(hall, case, cases.events(hall.db, case.file.case_no))
    return shown.paused_workdays if shown else 0


def figure_lines(
    hall: Hall, judged: Sequence[Judged], first: date, to_on: date
) -> list[FigureLine]:
    """Every figure of a month beside last month's; ``judged`` are the shifts of the month."""
    now = by_code(period_figures(hall, first, to_on, judged))
    last_day = first.replace(day=1) - timedelta(days=1)
    before: Mapping[str, float | int | None] = {}
    if last_day >= hall.facts.effective_from:
        before = by_code(period_figures(hall, last_day.replace(day=1), last_day))
        if not before["due"] and not before["cases_accepted"]:
            before = {}  # nothing was kept yet: no comparison rather than one with zero
    return [
        FigureLine(code, now[code], before.get(code), article) for code, article in ARTICLES.items()
    ]


def by_code(found: PeriodFigures) -> dict[str, float | int | None]:
    """Every figure under its code."""
    return {
        **found.attendance._asdict(),
        "attendance_rate": found.attendance.attendance_rate,
        "presence_rate": found.attendance.presence_rate,
        **found.service._asdict(),
        **found.ratings._asdict(),
        **found.complaints._asdict(),
    }
