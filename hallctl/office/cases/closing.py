"""Finishing a case: completed, refused, withdrawn, reopened; lateness is a fact (Art. 24, 26, 27)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Refused, Usage
from hallctl.lifecycle import CLOSED, require_step
from hallctl.model import Ruling
from hallctl.office.cases import papers
from hallctl.office.cases.clock import pauses_of, recorded_deadline
from hallctl.office.cases.sheet import CaseSheet, find, require_order, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case, Event, Particulars, Snapshot
from hallctl.store.writing import Writing

RESULTS = {"granted": "completed", "refused": "refused"}


@act("case close")
def close_case(
    hall: Hall, work: Writing, said: str, result: str, at: datetime | None, note: str | None
) -> CaseSheet:
    """Complete or refuse an accepted case; the same result again is fine.

    Raises Refused when departments have not all granted (Art. 8) or a refusal has no reason (26),
    Conflict when the case waits for papers, is paused, or is closed with another result.
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    if result not in RESULTS:
        raise Usage("case.unknown_result", value=result, known=list(RESULTS))
    case = find(hall, said)
    if case.now.closed_at is not None:
        if case.now.result == result:
            return sheet(hall, case, already=True)
        raise Conflict("case.closed", case_no=case.file.case_no, state=case.now.state)
    closed = complete(hall, work, case, result, at, note)
    work.tell({"case": case.file.case_no, "lateness": closed.now.lateness}, result=result, at=at)
    return sheet(hall, closed)


def complete(
    hall: Hall, work: Writing, case: Case, result: str, at: datetime, note: str | None
) -> Case:
    """Close an accepted case within a running transaction; returns it as it stands then."""
    case_no, now = case.file.case_no, case.now
    require_step(RESULTS[result], now.state, case_no)
    if now.accepted_at is None:
        raise Conflict("case.still_supplementing", article="25", case_no=case_no)
    if at < now.accepted_at:
        raise Usage("case.closed_too_early", case_no=case_no, at=at, accepted=now.accepted_at)
    require_order(hall, case, at)
    if result == "refused":
        policy.may_refuse(note, case_no)
    else:
        papers.require_papers(hall, case)
        if case.file.joint:
            steps = [(one.department, one.verdict) for one in case_parts.steps(hall.db, case_no)]
            policy.may_grant_joint(steps)
    events = cases.events(hall.db, case_no)
    recorded_whole = events[0].entry_no == work.entry_no  # never overdue in the books before
    if at.date() <= recorded_deadline(case).latest < hall.today and not recorded_whole:
        hall.note("case.closed_afterwards", "27", case_no=case_no, at=at)
    ruling = _lateness(hall, case, at)
    late = ruling.value
    after = now._replace(
        state=RESULTS[result], closed_at=at, result=result, lateness=late.lateness,
        workdays_used=late.workdays_used, workdays_late=late.workdays_late, next_on=None,
    )  # fmt: skip
    cases.add_event(work, case_no, after.state, at, after, note, ruling.ground)
    return Case(case.file, after)


def _lateness(hall: Hall, case: Case, at: datetime) -> Ruling[policy.Lateness]:
    now = case.now
    if now.accepted_at is None or now.dated_on is None:
        raise ValueError("only an accepted case can be late")
    pauses = pauses_of(cases.events(hall.db, case.file.case_no), at.date())
    calendar = calendar_on(hall, now.accepted_at.date())
    return policy.lateness(
        recorded_deadline(case), at.date(), now.dated_on, calendar, now.tier or "", pauses
    )


@act("case withdraw")
def withdraw(
    hall: Hall, work: Writing, said: str, at: datetime | None, note: str | None
) -> CaseSheet:
    """Close an open case because the applicant takes it back; what was late by then stays late.

    Raises Usage without a note, Conflict when it is closed otherwise.
    """
    at = at or hall.now
    case = find(hall, said)
    if case.now.state == "withdrawn":
        return sheet(hall, case, already=True)
    if not note:
        raise Usage("case.withdrawal_needs_note", case_no=case.file.case_no)
    closed = take_back(hall, work, case, at, note, "applicant")
    work.tell({"case": case.file.case_no}, at=at)
    return sheet(hall, closed)


def take_back(
    hall: Hall, work: Writing, case: Case, at: datetime, note: str | None, reason: str
) -> Case:
    """Close a case as withdrawn within a running transaction."""
    case_no, now = case.file.case_no, case.now
    require_step("withdrawn", now.state, case_no)
    require_order(hall, case, at)
    after = now._replace(state="withdrawn", closed_at=at, result="withdrawn", next_on=None)
    ground = None
    if now.accepted_at is not None:
        ruling = _lateness(hall, case, at)
        late = ruling.value
        after = after._replace(
            lateness="late" if late.lateness == "late" else None,
            workdays_used=late.workdays_used, workdays_late=late.workdays_late,
        )  # fmt: skip
        ground = ruling.ground if late.lateness == "late" else None
    told = Particulars(reason=reason)
    cases.add_event(work, case_no, "withdrawn", at, after, note, ground, told)
    return Case(case.file, after)


class Withdrawn(NamedTuple):
    """Cases closed together because nobody brought the papers."""

    cases: Sequence[str]
    not_reminded: Sequence[str]
    """Lapsed cases that stay open because their applicants were not reminded."""


@act("case withdraw")
def withdraw_lapsed(hall: Hall, work: Writing, at: datetime | None, note: str | None) -> Withdrawn:
    """Close every case whose notice lapsed and whose applicant was reminded since (Art. 25)."""
    at = at or hall.now
    found = papers.lapsed(hall)
    ready = [case for case in found if papers.was_reminded(hall, case)]
    for case in ready:
        take_back(hall, work, case, at, note, "lapsed")
    numbers = [case.file.case_no for case in ready]
    left = [case.file.case_no for case in found if case not in ready]
    if left:
        hall.note("case.remind_first", "25", cases=left)
    work.tell({"withdrawn": len(numbers)}, cases=numbers, at=at)
    return Withdrawn(numbers, left)


@act("case reopen")
def reopen(
    hall: Hall, work: Writing, said: str, at: datetime | None, note: str | None
) -> CaseSheet:
    """Take a closing back: the case stands again as it stood before, its due date unchanged.

    The officer's alone, with a reason. Raises Refused otherwise, Conflict when the case is open.
    """
    at = at or hall.now
    case = find(hall, said)
    case_no = case.file.case_no
    if not note:
        raise Usage("case.reopening_needs_note", case_no=case_no)
    hall.require_officer("24")
    events = cases.events(hall.db, case_no)
    if case.now.state not in CLOSED:
        if events[-1].kind == "reopened":
            return sheet(hall, case, already=True)
        raise Conflict("case.is_open", case_no=case_no, state=case.now.state)
    require_order(hall, case, at)
    after = _before_closing(events, case.now)
    cases.add_event(work, case_no, "reopened", at, after, note)
    work.tell({"case": case_no, "state": after.state}, at=at)
    return sheet(hall, case._replace(now=after))


def _before_closing(events: Sequence[Event], now: Snapshot) -> Snapshot:
    """The state before the newest closing, with what was corrected or dated anew since."""
    before = [event.after for event in events if event.after.closed_at is None]
    if not before:
        raise Refused("case.never_open", article="28")
    kept = ["applicant_no", "applicant", "phone"]
    if (
        now.due_on is not None
    ):  # being told where to go took the promise away; reopening brings it back
        kept += ["due_on", "due_status", "due_earliest", "due_latest"]
    return before[-1]._replace(**{name: getattr(now, name) for name in kept})


def is_overdue(case: Case, day: date) -> bool:
    """Whether an open case has passed the last day its due date can turn out to be; not while paused."""
    return (
        case.now.due_latest is not None and day > case.now.due_latest and case.now.state != "paused"
    )
