"""Departments' verdicts in a joint case (Art. 8): side by side, or one waiting for the other."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.lifecycle import require_step
from hallctl.office.cases.clock import next_step_on, pauses_of, step_limits
from hallctl.office.cases.closing import RESULTS
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case, Particulars
from hallctl.store.writing import Writing


class Decision(NamedTuple):
    """One department's verdict in a joint case."""

    case_no: str
    department: str
    verdict: str
    decided_by: str
    at: datetime
    waiting: tuple[str, ...]
    """Departments that have not decided yet."""
    due_on: date | None = None
    """The department's own last day."""
    already: bool | None = None


class Verdict(NamedTuple):
    """What a department said, and who said it there."""

    department: str
    verdict: str
    by: str | None = None
    note: str | None = None
    at: datetime | None = None


@act("case decide")
def decide(hall: Hall, work: Writing, said: str, told: Verdict) -> Decision:
    """Record one department's verdict; a later step waits until the earlier ones have granted.

    Raises Conflict for a case that is not joint or not open, or another verdict on record;
    NotFound for a department without a step; Refused when it is not its turn (Art. 8).
    """
    at = told.at or hall.now
    hall.require_in_force(at.date())
    if told.verdict not in RESULTS:
        raise Usage("case.unknown_result", value=told.verdict, known=list(RESULTS))
    case = find(hall, said)
    case_no = case.file.case_no
    mine = _step_of(hall, case, told.department)
    waiting = tuple(
        step.department for step in case_parts.steps(hall.db, case_no) if not step.verdict
    )
    if mine.verdict and mine.at:
        if mine.verdict == told.verdict:
            return Decision(
                case_no, told.department, mine.verdict, mine.decided_by or "", mine.at, waiting,
                already=True,
            )  # fmt: skip
        raise Conflict("case.decided_otherwise", case_no=case_no, department=told.department)
    require_step("decided", case.now.state, case_no)
    _require_after_acceptance(hall, case, at)
    steps = [(one.step, one.department, one.verdict) for one in case_parts.steps(hall.db, case_no)]
    policy.may_decide(told.department, mine.step, steps)
    _require_after_earlier(hall, case_no, mine.step, at)
    if told.by is None:
        hall.note("case.decider_unnamed", "8", case_no=case_no, department=told.department)
    decided_by = told.by or told.department
    case_parts.add_decision(work, case_no, mine.step_id, told.verdict, decided_by, at, told.note)
    due_on = _move_on(hall, work, case, told, at)
    work.tell({"case": case_no, "verdict": told.verdict}, department=told.department, at=at)
    left = tuple(name for name in waiting if name != told.department)
    return Decision(case_no, told.department, told.verdict, decided_by, at, left, due_on)


def _step_of(hall: Hall, case: Case, department: str) -> case_parts.Step:
    steps = case_parts.steps(hall.db, case.file.case_no)
    if not steps:
        raise Conflict("case.not_joint", case_no=case.file.case_no)
    mine = next((step for step in steps if step.department == department), None)
    if mine is None:
        raise NotFound(
            "case.no_such_step", case_no=case.file.case_no, department=department,
            departments=[step.department for step in steps],
        )  # fmt: skip
    return mine


def _require_after_acceptance(hall: Hall, case: Case, at: datetime) -> None:
    accepted = case.now.accepted_at
    if accepted is None or at > hall.now or at < accepted:
        raise Usage("case.closed_too_early", case_no=case.file.case_no, at=at, accepted=accepted)


def _require_after_earlier(hall: Hall, case_no: str, step: int, at: datetime) -> None:
    """Refuse a verdict dated before those it had to wait for."""
    before = [
        one.at
        for one in case_parts.steps(hall.db, case_no)
        if one.step < step and one.at is not None
    ]
    if before and at < max(before):
        raise Usage("case.before_newest", case_no=case_no, at=at, newest=max(before))


def _move_on(hall: Hall, work: Writing, case: Case, told: Verdict, at: datetime) -> date | None:
    """Record the step; from now on the next department's last day counts."""
    case_no = case.file.case_no
    pauses = pauses_of(cases.events(hall.db, case_no))
    limits = step_limits(hall, case, pauses)
    after = case.now
    if after.state == "accepted":
        after = after._replace(next_on=next_step_on(hall, case, pauses))
    party = Particulars(party=told.department, reason=told.verdict)
    cases.add_event(work, case_no, "decided", at, after, told.note, told=party)
    return next((one.due_on for one in limits if one.department == told.department), None)
