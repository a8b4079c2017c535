"""The clock of a case (Art. 27): paused and resumed, extended, reclassified; what it shows at any time."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Refused, Usage
from hallctl.lifecycle import require_step
from hallctl.model import Deadline, DueStatus, Ground, Ruling
from hallctl.office.cases.sheet import CaseSheet, find, require_order, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases
from hallctl.store.cases import Case, Event, Particulars, Snapshot
from hallctl.store.writing import Writing

Pauses = list[tuple[date, date]]


def pauses_of(events: Sequence[Event], until: date | None = None) -> Pauses:
    """Every pause of a case as (begin, end]; one that still lasts ends at ``until``, or is left out."""
    found: Pauses = []
    begin: date | None = None
    for event in events:
        if event.kind == "paused":
            begin = event.at.date()
        elif event.kind == "resumed" and begin is not None:
            found.append((begin, event.at.date()))
            begin = None
    if begin is not None and until is not None and begin < until:
        found.append((begin, until))
    return found


def due_of(hall: Hall, now: Snapshot, pauses: Pauses) -> Ruling[Deadline]:
    """When an accepted case is due, counted anew by the settings of the day it was accepted."""
    if now.accepted_at is None or now.dated_on is None or now.promise_days is None:
        raise ValueError("only an accepted case has a due date")
    day = now.accepted_at.date()
    days = now.promise_days + (now.extended_days or 0)
    return policy.completion_due(
        now.dated_on, days, calendar_on(hall, day), pauses, law=hall.law.on(day)
    )


def with_due(now: Snapshot, due: Deadline) -> Snapshot:
    """The state with another due date."""
    return now._replace(
        due_on=due.due_on, due_status=due.status.value, due_earliest=due.earliest,
        due_latest=due.latest,
    )  # fmt: skip


def recorded_deadline(case: Case) -> Deadline:
    """The due date as it was promised; raises Conflict for a case that is not accepted."""
    now = case.now
    if not (now.due_on and now.due_status and now.due_earliest and now.due_latest):
        raise Conflict("case.still_supplementing", article="25", case_no=case.file.case_no)
    return Deadline(now.due_on, DueStatus(now.due_status), now.due_earliest, now.due_latest, ())


class StepLimit(NamedTuple):
    """One department's part of a joint case with its own last day."""

    step: int
    department: str
    due_on: date
    due_latest: date
    verdict: str | None
    decided_by: str | None
    at: datetime | None
    waits: bool
    """An earlier step has not been granted yet."""


def step_limits(hall: Hall, case: Case, pauses: Pauses) -> list[StepLimit]:
    """The departments of an accepted joint case in order, each with its sub-deadline (Art. 8)."""
    now = case.now
    steps = case_parts.steps(hall.db, case.file.case_no) if case.file.joint else []
    found = []
    for one in steps:
        within = one.within_days or now.promise_days or 0
        due = due_of(hall, now._replace(promise_days=within), pauses).value
        waits = any(other.step < one.step and other.verdict != "granted" for other in steps)
        found.append(
            StepLimit(one.step, one.department, due.due_on, due.latest, one.verdict, one.decided_by,
                      one.at, waits)
        )  # fmt: skip
    return found


def next_step_on(hall: Hall, case: Case, pauses: Pauses) -> date | None:
    """The first last day among the departments that could decide now and have not."""
    open_steps = [one for one in step_limits(hall, case, pauses) if not one.verdict]
    return min((one.due_on for one in open_steps if not one.waits), default=None)


@act("case pause")
def pause(
    hall: Hall, work: Writing, said: str, reason: str, until: date | None, at: datetime | None,
    note: str | None,
) -> CaseSheet:  # fmt: skip
    """Stop the clock of a running case for a registered reason, with a limit of the pause's own.

    Raises Refused for another reason or when the case is overdue already (Art. 27), Conflict when its
    clock does not run.
    """
    at = at or hall.now
    case = find(hall, said)
    newest = _newest(hall, case)
    if case.now.state == "paused" and newest.told.reason == reason and newest.at == at:
        return sheet(hall, case, already=True)
    require_step("paused", case.now.state, case.file.case_no)
    require_order(hall, case, at)
    if until is not None and until < at.date():
        raise Usage("case.pause_until", until=until, at=at)
    ruling = policy.may_pause(
        reason, _recorded_on(hall, work, case, at), recorded_deadline(case).latest,
        case.now.tier or "", hall.law.on(at.date()),
    )  # fmt: skip
    # a pause without a limit is looked at when the case would have been due
    after = case.now._replace(state="paused", next_on=until or case.now.due_on)
    told = Particulars(reason=reason, until_on=until)
    cases.add_event(work, case.file.case_no, "paused", at, after, note, ruling.ground, told)
    work.tell({"case": case.file.case_no}, reason=reason, at=at)
    return sheet(hall, case._replace(now=after))


@act("case resume")
def resume(
    hall: Hall, work: Writing, said: str, at: datetime | None, note: str | None
) -> CaseSheet:
    """Let the clock run again: the due date moves by the whole working days of the pause (Art. 27)."""
    at = at or hall.now
    case = find(hall, said)
    newest = _newest(hall, case)
    if case.now.state == "accepted" and newest.kind == "resumed":
        return sheet(hall, case, already=True)
    require_step("resumed", case.now.state, case.file.case_no)
    require_order(hall, case, at)
    events = cases.events(hall.db, case.file.case_no)
    pauses = pauses_of(events, at.date())
    running = case.now._replace(state="accepted", next_on=None)
    after, ground = _moved(hall, case, running, pauses)
    cases.add_event(work, case.file.case_no, "resumed", at, after, note, ground)
    work.tell({"case": case.file.case_no, "due": after.due_on}, at=at)
    return sheet(hall, case._replace(now=after))


class Asked(NamedTuple):
    """An extension or a reclassification as it was approved."""

    reason: str
    approver: str
    asked_at: datetime | None = None
    told_at: datetime | None = None
    """When the applicant was told."""
    at: datetime | None = None


@act("case extend")
def extend(hall: Hall, work: Writing, said: str, days: int, asked: Asked) -> CaseSheet:
    """Extend what a superior body decides, once, by some working days, when asked in time (Art. 27).

    Raises Refused when it is asked late, a second time, for too long, or for another kind of case.
    """
    at = asked.at or hall.now
    asked_at, told_at = asked.asked_at or at, asked.told_at or at
    case = find(hall, said)
    newest = _newest(hall, case)
    if newest.kind == "extended" and (newest.told.days, newest.at) == (days, at):
        return sheet(hall, case, already=True)
    require_step("extended", case.now.state, case.file.case_no)
    require_order(hall, case, at)
    if asked_at > at or told_at > hall.now:
        raise Usage("case.asked_after", asked_at=asked_at, at=at)
    ruling = policy.may_extend(
        case.now.tier or "", days, asked_at.date(), recorded_deadline(case).latest,
        case.now.extended_days, hall.law.on(asked_at.date()),
    )  # fmt: skip
    if hall.today > recorded_deadline(case).latest:  # asked in time, recorded late: on whose word
        hall.require_officer("27")
        hall.note("case.extended_afterwards", "27", case_no=case.file.case_no, asked_at=asked_at)
    pauses = pauses_of(cases.events(hall.db, case.file.case_no))
    after, ground = _moved(hall, case, case.now._replace(extended_days=days), pauses)
    told = Particulars(party=asked.approver, asked_at=asked_at, told_at=told_at, days=days)
    ground = _with_settings(ground, ruling.ground)
    cases.add_event(work, case.file.case_no, "extended", at, after, asked.reason, ground, told)
    work.tell({"case": case.file.case_no, "due": after.due_on}, days=days, at=at)
    return sheet(hall, case._replace(now=after))


@act("case reclassify")
def reclassify(
    hall: Hall, work: Writing, said: str, tier: str, promise_days: int | None, asked: Asked
) -> CaseSheet:
    """Move a case that was filed as the wrong kind; it counts from its first acceptance, pauses kept.

    Raises Refused after the due date, for instant cases, or for a promise over the cap (Art. 27), and
    when the new due date would be over already.
    """
    at = asked.at or hall.now
    case = find(hall, said)
    case_no = case.file.case_no
    if tier not in policy.TIERS:
        raise Usage("case.unknown_tier", value=tier, known=policy.TIERS)
    if case.now.tier == tier and _newest(hall, case).kind == "reclassified":
        return sheet(hall, case, already=True)
    require_step("reclassified", case.now.state, case_no)
    require_order(hall, case, at)
    _require_as_high_as_steps(hall, case, tier)
    law = hall.law.on(at.date())
    ruling = policy.may_reclassify(
        case.now.tier or "", tier, _recorded_on(hall, work, case, at),
        recorded_deadline(case).latest, law,
    )  # fmt: skip
    accepted = case.now.accepted_at or at
    promise = policy.promise_for(tier, promise_days, None, hall.law.on(accepted.date()))
    pauses = pauses_of(cases.events(hall.db, case_no))
    extended = case.now.extended_days if tier == "superior" else None  # only there is one allowed
    named = case.now._replace(tier=tier, promise_days=promise.value, extended_days=extended)
    after, ground = _moved(hall, case, named, pauses)
    if after.due_latest is not None and after.due_latest < at.date():
        raise Usage("case.reclassified_into_the_past", case_no=case_no, due_on=after.due_on)
    told = Particulars(party=asked.approver, told_at=asked.told_at or at, days=promise.value)
    ground = _with_settings(ground, ruling.ground)
    cases.add_event(work, case_no, "reclassified", at, after, asked.reason, ground, told)
    work.tell({"case": case_no, "due": after.due_on}, tier=tier, at=at)
    return sheet(hall, case._replace(now=after))


def _require_as_high_as_steps(hall: Hall, case: Case, tier: str) -> None:
    """Refuse a kind below what the departments of a joint case need (Art. 8)."""
    if not case.file.joint or case.file.item_version_id is None:
        return
    item = hall.item_version(case.file.item_version_id)
    if policy.joint_tier(tier, [item.tier]) != tier:
        raise Refused("case.joint_tier", article="8", tier=tier, item=item.name, own_tier=item.tier)


def _recorded_on(hall: Hall, work: Writing, case: Case, at: datetime) -> date:
    """The day a step is recorded, so that no step of an earlier date clears what is overdue by now.

    A case that is recorded as a whole, with all its steps, was never overdue in the books before.
    """
    first = cases.events(hall.db, case.file.case_no)[0]
    return at.date() if first.entry_no == work.entry_no else max(at.date(), hall.today)


def _moved(hall: Hall, case: Case, now: Snapshot, pauses: Pauses) -> tuple[Snapshot, Ground]:
    """The state with its due date, and the next department's, counted anew; and on what ground."""
    due = due_of(hall, now, pauses)
    after = with_due(now, due.value)
    if after.state == "accepted":
        after = after._replace(next_on=next_step_on(hall, case._replace(now=after), pauses))
    return after, due.ground


def _with_settings(ground: Ground, other: Ground) -> Ground:
    """The ground of a due date, with the settings that allowed it to move."""
    return ground._replace(settings={**other.settings, **ground.settings})


def _newest(hall: Hall, case: Case) -> Event:
    return cases.events(hall.db, case.file.case_no)[-1]


class Clock(NamedTuple):
    """What the clock of an accepted case shows: since it was accepted, until it closed or today."""

    calendar_days: int
    workdays: int
    """Counted working days, pauses taken out."""
    paused_workdays: int


def clock(hall: Hall, case: Case, events: Sequence[Event]) -> Clock | None:
    """The three numbers of a case; None before it is accepted."""
    now = case.now
    if now.accepted_at is None or now.dated_on is None:
        return None
    until = now.closed_at.date() if now.closed_at else hall.today
    calendar = calendar_on(hall, now.accepted_at.date())
    pauses = pauses_of(events, until)
    counted = calendar.workdays_between(now.dated_on, until, pauses)
    return Clock(
        (until - now.accepted_at.date()).days,
        counted,
        calendar.workdays_between(now.dated_on, until) - counted,
    )
