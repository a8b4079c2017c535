"""What has to be looked at: due dates, and every other step that has a day of its own."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hallctl.office.cases.clock import pauses_of, step_limits
from hallctl.office.cases.fixing import open_limits
from hallctl.office.cases.sheet import find, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case
from hallctl.workdays import Calendar

REFERRAL = {"recorded": "report", "reported": "refer"}
"""Which step of a referral comes after which."""


class DueCase(NamedTuple):
    """One thing of a case whose day is near or past."""

    case_no: str
    what: str
    """case: its completion; check, papers, pause, step, report, refer, feedback: that step;
    call_back, rectification: what a bad rating asks for."""
    item: str
    applicant_no: str
    window_no: str
    holder: str
    """Who has to act: the handler's number, or the departments whose verdict is missing."""
    handler_no: str
    due_on: date
    due_status: str
    workdays_left: int
    """0 is due today, negative is overdue."""
    overdue: bool


class _Day(NamedTuple):
    what: str
    due_on: date
    latest: date
    status: str = "firm"
    holder: str = ""


def due_cases(hall: Hall, within: int | None) -> list[DueCase]:
    """Cases with something due within some working days (the due-soon setting when None).

    Overdue ones come first. Near is judged by the earliest date the case can turn out to be due,
    overdue by the latest.
    """
    law = hall.law.on(max(hall.today, hall.facts.effective_from))
    days = int(law["due_soon_days"]) if within is None else within
    calendar = calendar_on(hall, hall.today)
    horizon = calendar.deadline(hall.today, days).due_on
    found = [
        _due(hall, case, day, calendar)
        for case in cases.open_cases(hall.db, horizon)
        for day in _days(hall, case, horizon)
    ]
    found += [
        _due(
            hall,
            find(hall, one.case_no),
            _Day(one.what, one.due_on, one.latest, one.status),
            calendar,
        )
        for one in open_limits(hall)
        if one.earliest <= horizon
    ]
    return sorted(found, key=lambda one: (one.workdays_left, one.case_no, one.what))


def _days(hall: Hall, case: Case, horizon: date) -> Iterator[_Day]:
    """Everything of a case whose day has come."""
    now = case.now
    if now.state != "paused" and now.due_earliest and now.due_earliest <= horizon:
        what = "feedback" if case.file.out_of_scope else "case"
        holder = "、".join(_undecided(hall, case)) if case.file.joint else ""
        due_on, latest = now.due_on or now.due_earliest, now.due_latest or now.due_earliest
        yield _Day(what, due_on, latest, now.due_status or "firm", holder)
    if now.next_on is None or now.next_on > horizon:
        return
    if now.state == "accepted":
        yield from _steps(hall, case, horizon)
    else:
        yield _Day(_next_step(hall, case), now.next_on, now.next_on)


def _next_step(hall: Hall, case: Case) -> str:
    if case.now.state == "received" and case.file.out_of_scope:
        kinds = [event.kind for event in cases.events(hall.db, case.file.case_no)]
        return next(REFERRAL[kind] for kind in reversed(kinds) if kind in REFERRAL)
    return {"received": "check", "supplementing": "papers", "paused": "pause"}[case.now.state]


def _undecided(hall: Hall, case: Case) -> list[str]:
    """The departments that keep a joint case open."""
    steps = case_parts.steps(hall.db, case.file.case_no)
    return [step.department for step in steps if not step.verdict]


def _steps(hall: Hall, case: Case, horizon: date) -> Iterator[_Day]:
    """The departments that could decide now, have not, and whose own day comes before the case's (Art. 8)."""
    pauses = pauses_of(cases.events(hall.db, case.file.case_no))
    for one in step_limits(hall, case, pauses):
        near = one.due_on <= horizon and one.due_on != case.now.due_on
        if near and not one.verdict and not one.waits:
            yield _Day("step", one.due_on, one.due_latest, holder=one.department)


def days_over(hall: Hall, latest: date, on: date) -> int:
    """How many working days something open is overdue on a day: late over a weekend is late."""
    return max(calendar_on(hall, on).workdays_between(latest, on), 1)


def _due(hall: Hall, case: Case, day: _Day, calendar: Calendar) -> DueCase:
    shown = sheet(hall, case)
    overdue = hall.today > day.latest
    left = calendar.workdays_between(hall.today, day.due_on)
    if overdue:
        left = -days_over(hall, day.latest, hall.today)
    return DueCase(
        shown.case_no, day.what, shown.item, shown.applicant_no, shown.window_no,
        day.holder or shown.handler_no, shown.handler_no, day.due_on, day.status, left, overdue,
    )  # fmt: skip
