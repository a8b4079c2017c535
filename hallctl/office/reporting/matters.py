"""What the leadership is asked to decide or to know, as of the last day of a report."""

from collections.abc import Iterator, Sequence
from datetime import date

from hallctl.figures.complaints import ComplaintFact
from hallctl.office import months
from hallctl.office.cases.clock import StepLimit, pauses_of, step_limits
from hallctl.office.cases.closing import is_overdue
from hallctl.office.cases.fixing import open_limits
from hallctl.office.cases.sheet import subject
from hallctl.office.complaints import looking as complaints
from hallctl.office.credit import ledger as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.roster import staffing
from hallctl.reports.monthly import Matter
from hallctl.store import cases, places
from hallctl.store.cases import Case

NAMED = 3
"""Departments that the leaders' edition names; the others are counted."""


def matters(hall: Hall, to_on: date, edition: str = "department") -> list[Matter]:
    """What is to be decided or known as of a day, dismissals first; for leaders nobody is named."""
    day = min(to_on, hall.today)
    waiting = [case for case in cases.touching(hall.db, day, day) if _was_open(case, day)]
    dismissals, vacancies = list(_dismissals(hall, day)), list(_vacancies(hall, day))
    departments = list(_undecided(hall, waiting, day))
    if edition == "leader":
        dismissals = _together("dismissals", dismissals)
        vacancies = _all_vacancies(vacancies)
        departments = departments[:NAMED] + _together("departments", departments[NAMED:])
    return [
        *dismissals, *vacancies, *departments, *_overdue(hall, waiting, day),
        *_referrals(hall, waiting, day), *_complaints(hall, day), *_rectifications(hall, day),
        *_closings(hall, to_on),
    ]  # fmt: skip


def _was_open(case: Case, day: date) -> bool:
    """Whether a case was not closed yet at the end of a day."""
    return case.now.closed_at is None or case.now.closed_at.date() > day


def _dismissals(hall: Hall, day: date) -> Iterator[Matter]:
    for one in credit.standings(hall, day):
        if one.standing == "dismissal_proposed" and not one.kept:
            yield Matter("dismissal", one._asdict())


def _vacancies(hall: Hall, day: date) -> Iterator[Matter]:
    short: dict[str, dict[str, object]] = {}
    for one in staffing.check(hall, day):
        if one.window_no and one.code != "roster.leaders_too_many":
            values = short.setdefault(
                one.window_no, {"window": one.window, "leaders": 0, "students": 0}
            )
            values["leaders" if one.code == "roster.leaders_missing" else "students"] = one.number
    for values in short.values():
        yield Matter("vacancy", values)


def _together(code: str, found: Sequence[Matter]) -> list[Matter]:
    """Several matters as one that counts them."""
    return [Matter(code, {"count": len(found)})] if found else []


def _all_vacancies(found: Sequence[Matter]) -> list[Matter]:
    """The windows that are short of people in one line."""
    if not found:
        return []
    sums = {key: sum(int(str(one.values[key])) for one in found) for key in ("leaders", "students")}
    return [Matter("vacancies", {"count": len(found), **sums})]


def _undecided(hall: Hall, waiting: Sequence[Case], day: date) -> Iterator[Matter]:
    """Each department that keeps joint cases beyond its own day: how many, the oldest, since when."""
    stuck: dict[str, list[tuple[date, Case]]] = {}
    for case in waiting:
        if case.file.joint and case.now.accepted_at:
            pauses = pauses_of(cases.events(hall.db, case.file.case_no))
            for step in step_limits(hall, case, pauses):
                if _keeps_waiting(step, day):
                    stuck.setdefault(step.department, []).append((step.due_latest, case))
    calendar = calendar_on(hall, day)
    oldest = {department: min(own, key=_by_day) for department, own in stuck.items()}
    for department, (latest, case) in sorted(oldest.items(), key=lambda one: _by_day(one[1])):
        values = {
            "department": department, "count": len(stuck[department]),
            "case_no": case.file.case_no, "item": subject(hall, case), "due_on": latest,
            "days": max(calendar.workdays_between(latest, day), 1),
        }  # fmt: skip
        yield Matter("undecided", values, case.file.case_no)


def _keeps_waiting(step: StepLimit, day: date) -> bool:
    """Whether a department could have decided by its day and had not at the end of another."""
    undecided = not step.verdict or (step.at is not None and step.at.date() > day)
    return undecided and not step.waits and day > step.due_latest


def _by_day(one: tuple[date, Case]) -> tuple[date, str]:
    return one[0], one[1].file.case_no


def _overdue(hall: Hall, waiting: Sequence[Case], day: date) -> Iterator[Matter]:
    late = [
        (case.now.due_latest, case)
        for case in waiting
        if case.now.due_latest and is_overdue(case, day) and not case.file.out_of_scope
    ]
    if late:
        latest, case = min(late, key=_by_day)
        window = places.window_names(hall.db, day).get(case.file.window_no, "")
        days = max(calendar_on(hall, day).workdays_between(latest, day), 1)
        values = {"count": len(late), "days": days, "case_no": case.file.case_no,
                  "item": subject(hall, case), "window": window}  # fmt: skip
        yield Matter("overdue", values, case.file.case_no)


def _referrals(hall: Hall, waiting: Sequence[Case], day: date) -> Iterator[Matter]:
    """Matters without a clear department whose next step or answer is over its day (Art. 28)."""
    late = []
    for case in waiting:
        days = [one for one in (case.now.due_latest, case.now.next_on) if one and one < day]
        if case.file.out_of_scope and days:
            late.append((min(days), case))
    if late:
        latest, case = min(late, key=_by_day)
        days_late = max(calendar_on(hall, day).workdays_between(latest, day), 1)
        steps = cases.events(hall.db, case.file.case_no)
        parties = [one.told.party for one in steps if one.kind == "referred" and one.told.party]
        values = {"count": len(late), "case_no": case.file.case_no, "days": days_late,
                  "department": parties[-1] if parties else ""}  # fmt: skip
        yield Matter("referral" if parties else "referral_stuck", values, case.file.case_no)


def _complaints(hall: Hall, day: date) -> Iterator[Matter]:
    def unanswered(one: ComplaintFact) -> bool:
        return one.replied_on is None or one.replied_on > day

    found = complaints.facts(hall, day, day)
    late = [one.due_latest for one in found if one.due_latest and unanswered(one)]
    if late := [latest for latest in late if latest < day]:
        days = max(calendar_on(hall, day).workdays_between(min(late), day), 1)
        yield Matter("complaints", {"count": len(late), "days": days})


def _rectifications(hall: Hall, day: date) -> Iterator[Matter]:
    if unanswered := [one.case_no for one in open_limits(hall) if day > one.latest]:
        values = {"count": len(unanswered), "case_no": min(unanswered)}
        yield Matter("rectification", values, min(unanswered))


def _closings(hall: Hall, to_on: date) -> Iterator[Matter]:
    """Sign-ins that nobody corrected before the month was closed, and earlier months still open (Art. 23)."""
    month = f"{to_on:%Y-%m}"
    for one in months.closed(hall):
        if one.month == month and one.state == "closed" and one.accepted_open:
            yield Matter("accepted_open", {"count": one.accepted_open})
    late = [one.month for one in months.unreported(hall) if one.overdue and one.month < month]
    if late:
        yield Matter("unclosed", {"count": len(late), "month": late[0]})
