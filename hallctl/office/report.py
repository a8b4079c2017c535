"""The monthly report to the leadership (Art. 23): gathered, counted twice, written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.figures import ARTICLES, CaseFact, CaseFigures, Tally, case_figures, tally
from hallctl.model import (
    AuditHead,
    CaseLine,
    DayColumn,
    FigureLine,
    Fonts,
    GridShift,
    Judged,
    Matter,
    MonthlyReport,
    PersonMonth,
    Role,
    ShiftLine,
    WeekCases,
    WindowMonth,
)  # fmt: skip
from hallctl.office import credit, roster
from hallctl.office.attendance import judge_days
from hallctl.office.cases.closing import is_overdue
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import cases, entries, people, places
from hallctl.store.cases import Case
from hallctl.store.people import Person


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
    return MonthlyReport(
        hall.facts.college,
        hall.facts.name,
        month,
        hall.now,
        officer_name(hall),
        to_on >= hall.today,
        _figures(hall, judged, first, to_on),
        [DayColumn(day.on, day.kind) for day in days],
        _people(judged, staff, windows),
        _windows(hall, judged, listed, windows, first, to_on),
        [_shift(one, staff, windows) for one in judged],
        [_case(hall, one, staff, windows, to_on) for one in listed],
        _weeks(listed, first, to_on),
        _matters(hall, to_on),
        hall.law.on(first)["attendance.legend"],
        AuditHead(head.entry_no, head.digest, head.at) if head else AuditHead(0, "", ""),
    )


def fonts(hall: Hall, day: date) -> Fonts:
    """The fonts of official papers by the settings of a day."""
    law = hall.law.on(max(day, hall.facts.effective_from))
    return Fonts(law["fonts.title"], law["fonts.heading"], law["fonts.body"])


def officer_name(hall: Hall) -> str:
    """Who prepares the papers; empty while the roster names no officer."""
    officer = people.person(hall.db, hall.officer_no, hall.today) if hall.officer_no else None
    return officer.name if officer else ""


def month_figures(hall: Hall, from_on: date, to_on: date) -> tuple[Tally, CaseFigures]:
    """The attendance and the service side of a period, both ends included."""
    first = max(from_on, hall.facts.effective_from)
    facts = case_facts(hall, first, to_on)
    return tally(judge_days(hall, first, to_on)), case_figures(facts, first, to_on)


def case_facts(hall: Hall, from_on: date, to_on: date) -> list[CaseFact]:
    """Accepted cases that were alive in a period or fell due in it, with their one-time notices."""
    alive = [*cases.touching(hall.db, from_on, to_on), *cases.due_between(hall.db, from_on, to_on)]
    found = {case.file.case_no: case for case in alive if case.now.accepted_at}
    notices = cases.notices(hall.db, found)
    return [fact for no, case in sorted(found.items()) if (fact := _fact(case, notices.get(no, 0)))]


def _fact(case: Case, notices: int) -> CaseFact | None:
    now = case.now
    if not (now.accepted_at and now.due_on and now.due_latest):
        return None
    return CaseFact(
        case.file.case_no, now.tier, now.promise_days, now.accepted_at, now.due_on, now.due_latest,
        now.closed_at, now.result, now.lateness, now.workdays_used, now.workdays_used, notices,
    )  # fmt: skip


def _figures(hall: Hall, judged: Sequence[Judged], first: date, to_on: date) -> list[FigureLine]:
    now_cases = case_figures(case_facts(hall, first, to_on), first, to_on)
    now = _by_code(tally(judged), now_cases)
    last_day = first.replace(day=1) - timedelta(days=1)
    before: Mapping[str, float | int | None] = {}
    if last_day >= hall.facts.effective_from:
        before = _by_code(*month_figures(hall, last_day.replace(day=1), last_day))
        if not before["due"] and not before["cases_accepted"]:
            before = {}  # nothing was kept yet: no comparison rather than one with zero
    return [
        FigureLine(code, now[code], before.get(code), article) for code, article in ARTICLES.items()
    ]


def _by_code(count: Tally, service: CaseFigures) -> dict[str, float | int | None]:
    return {
        **count._asdict(),
        "attendance_rate": count.attendance_rate,
        "presence_rate": count.presence_rate,
        **service._asdict(),
    }


def _people(
    judged: Sequence[Judged], staff: Mapping[str, Person], windows: Mapping[str, str]
) -> list[PersonMonth]:
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.staff_no, []).append(one)
    found = []
    for no, shifts in own.items():
        person, count = staff.get(no), tally(shifts)
        window_no = (person.window_no if person else None) or shifts[0].shift.window_no
        grid = [
            GridShift(
                one.shift.on,
                one.status,
                one.marks,
                one.leave_kind,
                one.shift.taken_from is not None,
            )
            for one in sorted(shifts, key=lambda one: one.shift.starts_at)
        ]
        found.append(
            PersonMonth(
                no, person.name if person else no, window_no, windows[window_no], grid,
                count._asdict(), count.attendance_rate,
            )
        )  # fmt: skip
    order = {"officer": 0, "leader": 1, "student": 2}
    return sorted(
        found,
        key=lambda one: (one.window_no, order.get(_role(staff, one.staff_no), 3), one.staff_no),
    )


def _role(staff: Mapping[str, Person], staff_no: str) -> str:
    person = staff.get(staff_no)
    return person.role.value if person and person.role else ""


def _windows(
    hall: Hall, judged: Sequence[Judged], listed: Iterable[Case], windows: Mapping[str, str],
    first: date, to_on: date,
) -> list[WindowMonth]:  # fmt: skip
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.window_no, []).append(one)
    served: dict[str, list[Case]] = {}
    for case in listed:
        served.setdefault(case.file.window_no, []).append(case)
    found = []
    for no, name in windows.items():
        count = tally(own.get(no, ()))
        facts = [fact for case in served.get(no, ()) if (fact := _fact(case, 0))]
        service = case_figures(facts, first, to_on)
        leaders = people.serving_at(hall.db, no, Role.LEADER, to_on)
        found.append(
            WindowMonth(
                no, name, leaders[0].name if leaders else "", count.due, count.attended,
                count.attendance_rate, service.cases_accepted, service.cases_completed,
                service.cases_late,
            )
        )  # fmt: skip
    return found


def _shift(one: Judged, staff: Mapping[str, Person], windows: Mapping[str, str]) -> ShiftLine:
    shift = one.shift
    person = staff.get(shift.staff_no)
    remark = ""
    if shift.given_to:
        remark = f"由{_name(staff, shift.given_to)}替班"
    elif shift.taken_from:
        remark = f"替{_name(staff, shift.taken_from)}"
    return ShiftLine(
        shift.on, windows[shift.window_no], shift.staff_no, person.name if person else "",
        f"{shift.starts_at:%H:%M}", f"{shift.ends_at:%H:%M}",
        f"{one.signed_in_at:%H:%M:%S}" if one.signed_in_at else "",
        f"{one.signed_out_at:%H:%M:%S}" if one.signed_out_at else "",
        one.status, one.marks, one.leave_kind, one.minutes_late, one.minutes_early,
        one.minutes_served, remark,
    )  # fmt: skip


def _case(
    hall: Hall, case: Case, staff: Mapping[str, Person], windows: Mapping[str, str], to_on: date
) -> CaseLine:
    file, now = case
    item = hall.item_version(file.item_version_id)
    closed = now.closed_at if now.closed_at and now.closed_at.date() <= to_on else None
    state = now.state if closed or now.state in {"supplementing", "accepted"} else "accepted"
    due = (
        ""
        if now.due_on is None
        else f"{now.due_on}{'（暂定）' if now.due_status == 'provisional' else ''}"
    )
    lateness = (
        (now.lateness or "")
        if closed
        else "late"
        if is_overdue(case, min(to_on, hall.today))
        else ""
    )
    return CaseLine(
        file.case_no, item.name, now.tier, masked_name(file.applicant or ""),
        masked_number(file.applicant_no), windows[file.window_no], _name(staff, now.handler_no),
        f"{file.received_at:%m-%d %H:%M}",
        f"{now.accepted_at:%m-%d %H:%M}" if now.accepted_at else "", due,
        f"{closed:%m-%d %H:%M}" if closed else "", state, lateness,
        now.workdays_used if closed else None,
    )  # fmt: skip


def masked_name(name: str) -> str:
    """The surname, and a star for the rest."""
    return f"{name[0]}*" if name else ""


def masked_number(number: str) -> str:
    """The first four and last two characters; short numbers show the first only."""
    return f"{number[:4]}****{number[-2:]}" if len(number) > 7 else f"{number[:1]}****"


def _name(staff: Mapping[str, Person], number: str) -> str:
    person = staff.get(number)
    return person.name if person else number


def _weeks(listed: Iterable[Case], first: date, to_on: date) -> list[WeekCases]:
    """Accepted and completed cases per week, weeks cut at the ends of the month."""
    accepted: dict[date, int] = {}
    completed: dict[date, int] = {}
    for case in listed:
        for at, count in ((case.now.accepted_at, accepted), (case.now.closed_at, completed)):
            if at and first <= at.date() <= to_on:
                monday = at.date() - timedelta(days=at.weekday())
                count[monday] = count.get(monday, 0) + 1
    monday = first - timedelta(days=first.weekday())
    found = []
    while monday <= to_on:
        start, end = max(monday, first), min(monday + timedelta(days=6), to_on)
        label = f"{start.month}.{start.day}" + (f"-{end.day}" if end > start else "")
        found.append(WeekCases(label, accepted.get(monday, 0), completed.get(monday, 0)))
        monday += timedelta(days=7)
    return found


def _matters(hall: Hall, to_on: date) -> list[Matter]:
    day = min(to_on, hall.today)
    found = [
        Matter("dismissal", one._asdict())
        for one in credit.standings(hall, day)
        if one.standing == "dismissal_proposed"
    ]
    short: dict[str, dict[str, object]] = {}
    for one in roster.check(hall):
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
    return found + _undecided(hall)


def _undecided(hall: Hall) -> list[Matter]:
    """Overdue joint cases that departments have not decided: how many, and the oldest."""
    stuck = []
    for case in cases.open_cases(hall.db):
        if case.file.joint and is_overdue(case, hall.today):
            steps = cases.steps(hall.db, case.file.case_no)
            waiting = [step.department for step in steps if not step.verdict]
            if waiting:
                stuck.append((case, waiting))
    if not stuck:
        return []
    case, waiting = stuck[0]
    values = {
        "count": len(stuck),
        "case_no": case.file.case_no,
        "item": hall.item_version(case.file.item_version_id).name,
        "departments": "、".join(waiting),
    }
    return [Matter("undecided", values)]
