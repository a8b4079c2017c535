"""The monthly report to the leadership (Art. 23): gathered, counted twice, written."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.complaints import ComplaintFigures, complaint_figures
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
from hallctl.model import Judged
from hallctl.office.attendance import judge_days
from hallctl.office.cases.clock import clock
from hallctl.office.cases.closing import is_overdue
from hallctl.office.cases.fixing import open_limits
from hallctl.office.cases.rating_sheet import rating_facts
from hallctl.office.cases.sheet import subject
from hallctl.office.complaints import looking as complaints
from hallctl.office.credit import ledger as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.remarks import remarks
from hallctl.office.report_rows import (
    case_fact,
    case_row,
    people_rows,
    shift_row,
    week_rows,
    window_rows,
)  # fmt: skip
from hallctl.office.roster import staffing
from hallctl.office.signing import LATE_RECORD_HOURS
from hallctl.office.since_reported import changed_months, closing_digest
from hallctl.reports import (  # fmt: skip
    AuditHead,
    DayColumn,
    FigureLine,
    Fonts,
    Matter,
    MonthlyReport,
)
from hallctl.store import case_parts, cases, duty, entries, people, places
from hallctl.store.cases import Case


class Reported(NamedTuple):
    """A written monthly report."""

    month: str
    path: str
    sha256: str
    draft: bool
    figures: Mapping[str, float | int | None]


def write_month(hall: Hall, month: str, from_on: date, to_on: date, path: Path) -> Reported:
    """Gather a month (both ends included), write its workbook, and return its figures.

    A month that has not ended is a draft. Raises Refused for a month before the regulation.
    """
    from hallctl.sheets.monthly import write_monthly

    hall.require_in_force(to_on)
    report = gather(hall, month, from_on, to_on)
    digest = (
        "" if hall.dry_run else write_monthly(report, path, fonts(hall, min(to_on, hall.today)))
    )
    told = {line.code: line.value for line in report.figures}
    return Reported(month, str(path), digest, report.draft, told)


def gather(hall: Hall, month: str, from_on: date, to_on: date) -> MonthlyReport:
    """Everything the workbook shows, as known at the clock of the hall."""
    first = max(from_on, hall.facts.effective_from)
    judged = judge_days(hall, first, to_on)
    listed = cases.touching(hall.db, first, to_on)
    staff = {one.staff_no: one for one in people.everybody(hall.db, to_on)}
    windows = places.window_names(hall.db, to_on)
    calendar = calendar_on(hall, first)
    days = [
        calendar.day_fact(from_on + timedelta(days=n)) for n in range((to_on - from_on).days + 1)
    ]
    head = entries.head(hall.db)
    span = (duty.midnight(first), duty.midnight(to_on + timedelta(days=1)))
    typed_late = duty.typed_late(hall.db, *span, hours=LATE_RECORD_HOURS)
    beside = remarks(hall, first, to_on, staff)
    return MonthlyReport(
        hall.facts.college,
        hall.facts.name,
        month,
        head_at(hall),
        officer_name(hall),
        to_on >= hall.today,
        _figures(hall, judged, first, to_on),
        [DayColumn(day.on, day.kind) for day in days],
        people_rows(judged, staff, windows),
        window_rows(hall, judged, listed, windows, first, to_on),
        [shift_row(one, staff, windows, typed_late, beside) for one in judged],
        [case_row(hall, one, staff, windows, to_on) for one in listed],
        week_rows(listed, first, to_on),
        _matters(hall, to_on),
        hall.law.on(first)["attendance.legend"],
        AuditHead(head.entry_no, head.digest, head.at) if head else AuditHead(0, "", ""),
        changed_months(hall, month),
        closing_digest(hall, month),
    )


def fonts(hall: Hall, day: date) -> Fonts:
    """The fonts of official papers by the settings of a day."""
    law = hall.law.on(max(day, hall.facts.effective_from))
    return Fonts(law["fonts.title"], law["fonts.heading"], law["fonts.body"])


def over_on(hall: Hall) -> date:
    """The last day that is over at the clock of the hall."""
    return hall.today - timedelta(days=1)


def head_at(hall: Hall) -> datetime:
    """When the newest entry was made: up to then the data go, whenever the report is printed."""
    head = entries.head(hall.db)
    return datetime.fromisoformat(head.at) if head else hall.now


def officer_name(hall: Hall) -> str:
    """Who prepares the papers; empty while the roster names no officer."""
    officer = people.person(hall.db, hall.officer_no, hall.today) if hall.officer_no else None
    return officer.name if officer else ""


class MonthFigures(NamedTuple):
    """Every figure of a period."""

    attendance: Tally
    service: CaseFigures
    ratings: RatingFigures
    complaints: ComplaintFigures


def month_figures(
    hall: Hall, from_on: date, to_on: date, judged: Sequence[Judged] | None = None
) -> MonthFigures:
    """The figures of a period, both ends included; ``judged`` its shifts when they are known."""
    first = max(from_on, hall.facts.effective_from)
    if judged is None:
        judged = judge_days(hall, first, to_on)
    over = over_on(hall)
    return MonthFigures(
        tally(judged),
        case_figures(case_facts(hall, first, to_on), first, to_on, over),
        rating_figures(rating_facts(hall, first, to_on), first, to_on, over),
        complaint_figures(complaints.facts(hall, first, to_on), first, to_on, over),
    )


def case_facts(hall: Hall, from_on: date, to_on: date) -> list[CaseFact]:
    """Accepted cases that were alive in a period or fell due in it, with their one-time notices."""
    alive = [*cases.touching(hall.db, from_on, to_on), *cases.due_between(hall.db, from_on, to_on)]
    found = {case.file.case_no: case for case in alive if case.now.accepted_at}
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


def _figures(hall: Hall, judged: Sequence[Judged], first: date, to_on: date) -> list[FigureLine]:
    now = _by_code(month_figures(hall, first, to_on, judged))
    last_day = first.replace(day=1) - timedelta(days=1)
    before: Mapping[str, float | int | None] = {}
    if last_day >= hall.facts.effective_from:
        before = _by_code(month_figures(hall, last_day.replace(day=1), last_day))
        if not before["due"] and not before["cases_accepted"]:
            before = {}  # nothing was kept yet: no comparison rather than one with zero
    return [
        FigureLine(code, now[code], before.get(code), article) for code, article in ARTICLES.items()
    ]


def _by_code(found: MonthFigures) -> dict[str, float | int | None]:
    return {
        **found.attendance._asdict(),
        "attendance_rate": found.attendance.attendance_rate,
        "presence_rate": found.attendance.presence_rate,
        **found.service._asdict(),
        **found.ratings._asdict(),
        **found.complaints._asdict(),
    }


def _matters(hall: Hall, to_on: date) -> list[Matter]:
    day = min(to_on, hall.today)
    found = [
        Matter("dismissal", one._asdict())
        for one in credit.standings(hall, day)
        if one.standing == "dismissal_proposed" and not one.kept
    ]
    short: dict[str, dict[str, object]] = {}
    for one in staffing.check(hall):
        if one.window_no and one.code != "roster.leaders_too_many":
            values = short.setdefault(
                one.window_no, {"window": one.window, "leaders": 0, "students": 0}
            )
            values["leaders" if one.code == "roster.leaders_missing" else "students"] = one.number
    found += [Matter("vacancy", values) for values in short.values()]
    overdue = [case for case in cases.open_cases(hall.db) if is_overdue(case, day)]
    if overdue:
        calendar = calendar_on(hall, day)
        longest = max(
            calendar.workdays_between(case.now.due_latest, day)
            for case in overdue
            if case.now.due_latest
        )
        found.append(Matter("overdue", {"count": len(overdue), "days": longest}))
    if unanswered := [one.case_no for one in open_limits(hall) if day > one.latest]:
        values = {"count": len(unanswered), "case_no": min(unanswered)}
        found.append(Matter("rectification", values))
    return found + _undecided(hall)


def _undecided(hall: Hall) -> list[Matter]:
    """Overdue joint cases that departments have not decided: how many, and the oldest."""
    stuck = []
    for case in cases.open_cases(hall.db):
        if case.file.joint and is_overdue(case, hall.today):
            steps = case_parts.steps(hall.db, case.file.case_no)
            waiting = [step.department for step in steps if not step.verdict]
            if waiting:
                stuck.append((case, waiting))
    if not stuck:
        return []
    case, waiting = stuck[0]
    values = {
        "count": len(stuck),
        "case_no": case.file.case_no,
        "item": subject(hall, case),
        "departments": "、".join(waiting),
    }
    return [Matter("undecided", values)]
