"""Deciding and completing a case: departments first (Art. 8), lateness as a fact (Art. 27)."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.model import Deadline, DueStatus
from hallctl.office.cases.sheet import CaseSheet, find, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case
from hallctl.store.writing import Writing

RESULTS = {"granted": "completed", "refused": "refused"}


@act("case close")
def close_case(
    hall: Hall, work: Writing, said: str, result: str, at: datetime | None, note: str | None
) -> CaseSheet:
    """Complete or refuse an accepted case; the same result again is fine.

    Raises Refused when departments have not all granted (Art. 8) or a refusal has no reason (26),
    Conflict when the case waits for papers or is closed with another result.
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    if result not in RESULTS:
        raise Usage("case.unknown_result", value=result, known=list(RESULTS))
    case = find(hall, said)
    if case.now.closed_at is not None:
        if case.now.result == result:
            return sheet(hall, case, already=True)
        raise Conflict("case.closed", case_no=case.file.case_no, result=case.now.result)
    closed = complete(hall, work, case, result, at, note)
    work.tell({"case": case.file.case_no, "lateness": closed.now.lateness}, result=result, at=at)
    return sheet(hall, closed)


def complete(
    hall: Hall, work: Writing, case: Case, result: str, at: datetime, note: str | None
) -> Case:
    """Close an accepted case within a running transaction; returns it as it stands then."""
    case_no, now = case.file.case_no, case.now
    if now.accepted_at is None or now.dated_on is None or now.due_on is None:
        raise Conflict("case.still_supplementing", article="25", case_no=case_no)
    if at < now.accepted_at:
        raise Usage("case.closed_too_early", case_no=case_no, at=at, accepted=now.accepted_at)
    if at > hall.now:
        raise Usage("case.future", at=at)
    if result == "refused" and not note:
        raise Refused("case.refusal_needs_reason", article="26", case_no=case_no)
    if result == "granted" and case.file.joint:
        steps = [(step.department, step.verdict) for step in case_parts.steps(hall.db, case_no)]
        policy.may_grant_joint(steps)
    ruling = policy.lateness(
        recorded_deadline(case), at.date(), now.dated_on, calendar_on(hall, now.dated_on), now.tier
    )
    late = ruling.value
    after = now._replace(
        state=RESULTS[result], closed_at=at, result=result, lateness=late.lateness,
        workdays_used=late.workdays_used, workdays_late=late.workdays_late,
    )  # fmt: skip
    cases.add_event(work, case_no, after.state, at, after, note, ruling.ground)
    return Case(case.file, after)


def recorded_deadline(case: Case) -> Deadline:
    """The due date as it was promised; raises Conflict for a case that is not accepted."""
    now = case.now
    if not (now.due_on and now.due_status and now.due_earliest and now.due_latest):
        raise Conflict("case.still_supplementing", article="25", case_no=case.file.case_no)
    return Deadline(now.due_on, DueStatus(now.due_status), now.due_earliest, now.due_latest, ())


class Decision(NamedTuple):
    """One department's verdict in a joint case."""

    case_no: str
    department: str
    verdict: str
    decided_by: str
    at: datetime
    waiting: tuple[str, ...]
    """Departments that have not decided yet."""
    already: bool | None = None


@act("case decide")
def decide(
    hall: Hall, work: Writing, said: str, department: str, verdict: str, by: str | None, at: datetime | None,
    note: str | None,
) -> Decision:  # fmt: skip
    """Record one department's verdict; a later step waits until the earlier ones have granted.

    Raises Conflict for a case that is not joint or not open, or another verdict on record;
    NotFound for a department without a step; Refused when it is not its turn (Art. 8).
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    if verdict not in RESULTS:
        raise Usage("case.unknown_result", value=verdict, known=list(RESULTS))
    case = find(hall, said)
    case_no = case.file.case_no
    steps = case_parts.steps(hall.db, case_no)
    mine = next((step for step in steps if step.department == department), None)
    if not steps:
        raise Conflict("case.not_joint", case_no=case_no)
    if mine is None:
        raise NotFound(
            "case.no_such_step", case_no=case_no, department=department,
            departments=[step.department for step in steps],
        )  # fmt: skip
    waiting = tuple(step.department for step in steps if not step.verdict)
    if mine.verdict and mine.at:
        if mine.verdict == verdict:
            return Decision(
                case_no, department, verdict, mine.decided_by or "", mine.at, waiting, True
            )
        raise Conflict("case.decided_otherwise", case_no=case_no, department=department)
    if case.now.state != "accepted" or case.now.accepted_at is None:
        raise Conflict("case.not_open", case_no=case_no, state=case.now.state)
    if at > hall.now or at < case.now.accepted_at:
        raise Usage("case.closed_too_early", case_no=case_no, at=at, accepted=case.now.accepted_at)
    before = [
        step.department for step in steps if step.step < mine.step and step.verdict != "granted"
    ]
    if before:
        raise Refused("case.step_waits", article="8", department=department, before=before)
    decided_by = by or department
    case_parts.add_decision(work, case_no, mine.step_id, verdict, decided_by, at, note)
    cases.add_event(work, case_no, "decided", at, case.now, note)
    work.tell({"case": case_no, "verdict": verdict}, department=department, at=at)
    left = tuple(name for name in waiting if name != department)
    return Decision(case_no, department, verdict, decided_by, at, left)


def is_overdue(case: Case, day: date) -> bool:
    """Whether an open case has passed the last day its due date can turn out to be."""
    return case.now.due_latest is not None and day > case.now.due_latest
