"""Corrections of who applied, and of dates that a new calendar moved; the old rows stay (Art. 24, 27)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Refused, Usage
from hallctl.model import Deadline, Ruling
from hallctl.office.cases.clock import due_of, next_step_on, pauses_of, with_due
from hallctl.office.cases.sheet import CaseSheet, find, require_order, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import cases
from hallctl.store.cases import Case, Particulars, Snapshot
from hallctl.store.writing import Writing


class Corrected(NamedTuple):
    """What is to be right from now on; None where nothing changes."""

    applicant_no: str | None = None
    applicant: str | None = None
    phone: str | None = None


@act("case correct")
def correct(
    hall: Hall, work: Writing, said: str, told: Corrected, note: str | None, at: datetime | None
) -> CaseSheet:
    """Correct who applied: the first record stays, the newest is shown. The dates of a case are not here:
    what was recorded wrongly is undone and recorded anew.
    """
    at = at or hall.now
    case = find(hall, said)
    if not any(told):
        raise Usage("case.correct_what", case_no=case.file.case_no)
    here = Corrected(case.applicant_no, case.applicant, case.phone)
    new = {key: value for key, value in told._asdict().items() if value is not None}
    if all(getattr(here, key) == value for key, value in new.items()):
        return sheet(hall, case, already=True)
    if not note:
        raise Usage("case.correction_needs_note", case_no=case.file.case_no)
    require_order(hall, case, at)
    after = case.now._replace(**new)
    cases.add_event(work, case.file.case_no, "corrected", at, after, note)
    work.tell({"case": case.file.case_no}, fields=sorted(new), at=at)
    return sheet(hall, case._replace(now=after))


class Redated(NamedTuple):
    """One due date that a year's notice settled or moved."""

    case_no: str
    was_due_on: date
    was_status: str
    due_on: date
    due_status: str
    due_earliest: date
    due_latest: date
    lateness: str | None
    """How a finished case stands now, None while it is open."""


@act("calendar recompute")
def recompute(hall: Hall, work: Writing, said: str | None, note: str | None) -> Sequence[Redated]:
    """Judge provisional dates anew by the calendar as it is now; firm ones only one by one, with a reason.

    The officer's alone. Raises Refused for a closed case whose date was firm: its lateness is a fact.
    Raises Usage for a firm date without a reason, Conflict for a case that is not accepted.
    """
    hall.require_officer("27")
    listed = cases.provisional(hall.db) if said is None else [find(hall, said)]
    if said is not None:
        firm = listed[0].now.due_status == "firm"
        if listed[0].file.out_of_scope or (firm and listed[0].now.closed_at is not None):
            raise Refused("case.date_stays", article="27", case_no=listed[0].file.case_no)
        if listed[0].now.accepted_at is None:
            raise Conflict("case.still_supplementing", article="25", case_no=listed[0].file.case_no)
        if firm and not note:
            raise Usage("case.firm_date_needs_note", case_no=listed[0].file.case_no)
    found = [moved for case in listed if (moved := _redate(hall, work, case, note))]
    work.tell({"redated": len(found)}, cases=[one.case_no for one in found])
    return found


def _redate(hall: Hall, work: Writing, case: Case, note: str | None) -> Redated | None:
    case_no, now = case.file.case_no, case.now
    events = cases.events(hall.db, case_no)
    pauses = pauses_of(events, now.closed_at.date() if now.closed_at else None)
    due = due_of(hall, now, pauses)
    after = with_due(now, due.value)
    if after == now or now.due_on is None:
        return None
    if now.closed_at is not None:
        after = _judged_anew(hall, after, now.closed_at.date(), pauses, due)
    elif now.state == "accepted" and case.file.joint:
        after = after._replace(next_on=next_step_on(hall, case._replace(now=after), pauses))
    at = max(hall.now, events[-1].at)
    told = Particulars(until_on=now.due_on)
    cases.add_event(work, case_no, "redated", at, after, note, due.ground, told)
    return Redated(
        case_no, now.due_on, now.due_status or "", due.value.due_on, due.value.status.value,
        due.value.earliest, due.value.latest, after.lateness,
    )  # fmt: skip


def _judged_anew(
    hall: Hall, now: Snapshot, closed_on: date, pauses: list[tuple[date, date]],
    due: Ruling[Deadline],
) -> Snapshot:  # fmt: skip
    if now.accepted_at is None or now.dated_on is None:
        return now
    calendar = calendar_on(hall, now.accepted_at.date())
    late = policy.lateness(
        due.value, closed_on, now.dated_on, calendar, now.tier or "", pauses
    ).value
    if now.state == "withdrawn":
        return now._replace(lateness="late" if late.lateness == "late" else None,
                            workdays_late=late.workdays_late)  # fmt: skip
    return now._replace(lateness=late.lateness, workdays_used=late.workdays_used,
                        workdays_late=late.workdays_late)  # fmt: skip


class Unsettled(NamedTuple):
    """One thing about the calendar that somebody should look at."""

    code: str
    where: str
    values: dict[str, object]


def check_dates(hall: Hall) -> list[Unsettled]:
    """Dates that the calendar of today would give otherwise (Art. 27); nothing is changed.

    Provisional ones are settled by ``recompute``; firm ones of open cases stay as they were given.
    """
    found = []
    alive = {case.file.case_no: case for case in cases.open_cases(hall.db)}
    for case in [*cases.provisional(hall.db), *alive.values()]:
        if case.now.accepted_at is None:
            continue
        events = cases.events(hall.db, case.file.case_no)
        until = case.now.closed_at.date() if case.now.closed_at else None
        due = due_of(hall, case.now, pauses_of(events, until)).value
        if with_due(case.now, due) == case.now:
            continue
        firm = case.now.due_status == "firm"
        code = "calendar.firm_date_differs" if firm else "calendar.date_to_settle"
        values: dict[str, object] = {"was": case.now.due_on, "due_on": due.due_on}
        one = Unsettled(code, f"case:{case.file.case_no}", values)
        if one not in found:
            found.append(one)
    return found
