"""Proposals from cases that became late (Art. 32): against whoever had them, not for what departments held."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hallctl import ledger as rules
from hallctl.errors import Refused
from hallctl.ledger import Held, Liability
from hallctl.office.cases.clock import pauses_of, recorded_deadline, step_limits
from hallctl.office.credit.proposing import Asked, propose
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import cases, credit, people
from hallctl.store.cases import Case
from hallctl.store.writing import Writing


class FromCase(NamedTuple):
    """One case that became late, and what follows."""

    case_no: str
    staff_no: str
    """Who had it when it became late."""
    name: str
    on: date
    """The first day it was late by that person."""
    workdays_late: int
    department_days: int
    departments: tuple[str, ...]
    outcome: str
    """proposed, already, department (their days alone made it late), explain, or no_points."""
    entry_no: str | None = None


@act("credit propose")
def propose_from_cases(hall: Hall, work: Writing, from_on: date, to_on: date) -> list[FromCase]:
    """Propose a violation for every case that became late over some days (both included).

    Once per case: what was proposed before, by hand or rejected even, is ``already``. Nothing is deducted.
    """
    hall.require_in_force(to_on)
    found = list(_became_late(hall, max(from_on, hall.facts.effective_from), to_on))
    made = sum(one.outcome == "proposed" for one in found)
    work.tell({"proposed": made}, from_on=from_on, to_on=to_on)
    return found


def _became_late(hall: Hall, from_on: date, to_on: date) -> Iterator[FromCase]:
    for case in cases.touching(hall.db, from_on, to_on):
        now = case.now
        if now.accepted_at is None or now.due_latest is None or case.file.out_of_scope:
            continue
        until = now.closed_at.date() if now.closed_at else hall.today
        if until <= now.due_latest or now.state == "paused":
            continue
        liable = _liability(hall, case, until)
        calendar = calendar_on(hall, now.accepted_at.date())
        on = calendar.next_workday(liable.last_on)
        if from_on <= min(on, until) <= to_on:
            yield _settled(hall, case, liable, min(on, until))


def _liability(hall: Hall, case: Case, until: date) -> Liability:
    accepted = case.now.accepted_at
    if accepted is None:
        raise ValueError("only an accepted case becomes late")
    pauses = pauses_of(cases.events(hall.db, case.file.case_no), until)
    held = [
        Held(one.department, one.due_latest, min(one.at.date() if one.at else until, until))
        for one in step_limits(hall, case, pauses)
    ]
    calendar = calendar_on(hall, accepted.date())
    return rules.liability_for_lateness(
        recorded_deadline(case), until, held, calendar, pauses
    ).value


def _settled(hall: Hall, case: Case, liable: Liability, on: date) -> FromCase:
    """The case with what follows; proposed within a transaction of its own part."""
    events = cases.events(hall.db, case.file.case_no)
    holders = [(one.at.date(), one.after.handler_no) for one in events]
    staff_no = rules.holder_when_late(holders, liable.last_on)
    person = people.person(hall.db, staff_no, on)
    found = FromCase(
        case.file.case_no, staff_no, person.name if person else "", on, liable.workdays_late,
        liable.department_days, liable.departments, "proposed",
    )  # fmt: skip
    ref = f"overdue:{case.file.case_no}"
    by_hand = credit.of_case(hall.db, case.file.case_no, "overdue")
    if recorded := credit.by_ref(hall.db, ref) or by_hand:
        return found._replace(outcome="already", entry_no=recorded.violation_no)
    if not liable.is_handlers:
        return found._replace(outcome="department")
    law = hall.law.on(case.file.received_at.date())
    if case.now.tier == "superior" and law["limits.superior_binding"] == "soft":
        return found._replace(outcome="explain")
    asked = Asked(
        "overdue", on, _note(case, liable), case.file.case_no, ref,
        evidence=f"办件{case.file.case_no}的受理、审定、办结登记",
    )  # fmt: skip
    try:
        entry = propose(hall, staff_no, asked)
    except Refused:
        return found._replace(outcome="no_points")
    return found._replace(entry_no=entry.entry_no)


def _note(case: Case, liable: Liability) -> str:
    """What happened, in the words of the register."""
    now = case.now
    own = liable.workdays_late - liable.department_days
    ended = f"{now.closed_at:%Y-%m-%d}办结" if now.closed_at else "尚未办结"
    text = f"办件{case.file.case_no}应于{now.due_on}前办结，{ended}，超期{liable.workdays_late}个工作日"
    if liable.department_days:
        text += (
            f"，其中{'、'.join(liable.departments)}占{liable.department_days}个，经办人占{own}个"
        )
    return text
