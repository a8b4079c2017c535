"""Receiving a case: papers checked once (Art. 25), accepted when complete (26), dated and due (27)."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.model import Role
from hallctl.office.cases import closing
from hallctl.office.cases.sheet import CaseSheet, find, find_item, find_window, outstanding, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases, duty, people
from hallctl.store.case_parts import Paper
from hallctl.store.cases import Case, CaseRow, Snapshot
from hallctl.store.places import ItemRow
from hallctl.store.writing import Writing


class Opening(NamedTuple):
    """What was said at the counter; None where nothing was said."""

    item: str
    applicant_no: str
    applicant: str | None = None
    phone: str | None = None
    materials: Sequence[str] = ()
    """Papers that were brought, by name."""
    all_materials: bool = False
    missing: Sequence[tuple[str, str | None]] = ()
    """Papers that were not, with a reason: says what is missing instead of what is there."""
    window: str | None = None
    first_contact: str | None = None
    handler: str | None = None
    tier: str | None = None
    promise_days: int | None = None
    ref: str | None = None
    at: datetime | None = None
    done: bool = False
    """Finish an on-the-spot case at once."""


TIERS = ("instant", "promised", "college", "superior")


def open_case(hall: Hall, told: Opening, *, command: str = "case open") -> CaseSheet:
    """Receive a case; accepted and due when the papers are complete, else one notice of what is missing.

    The same ``ref`` again is fine when the facts agree. Raises Refused for a promise over the cap
    (Art. 27) or a day before the regulation (36), NotFound for unknown words, Usage otherwise.
    """
    at = told.at or hall.now
    hall.require_in_force(at.date())
    with hall.writing(command) as work:
        if told.ref and (recorded := cases.by_ref(hall.db, told.ref)):
            return sheet(hall, _same_or_conflict(hall, recorded, told), already=True)
        case = receive(hall, work, told, at)
        if told.done:
            case = closing.complete(hall, work, case, "granted", at, None)
        shown = sheet(hall, case)
        work.tell(
            {"case": shown.case_no, "state": shown.state},
            item=shown.item_code, window=shown.window_no, handler=shown.handler_no, at=at,
        )  # fmt: skip
    for other in cases.alike(hall.db, told.applicant_no, shown.item_code, at.date(), shown.case_no):
        hall.note("case.likely_repeat", case_no=shown.case_no, other=other)
    return shown


def receive(hall: Hall, work: Writing, told: Opening, at: datetime) -> Case:
    """Record a received case within a running transaction; returns it as it stands then."""
    if at > hall.now:
        raise Usage("case.future", at=at)
    version_id, item = find_item(hall, told.item, at.date())
    law = hall.law.on(at.date())
    tier = told.tier or item.tier
    if tier not in TIERS:
        raise Usage("case.unknown_tier", value=tier, known=TIERS)
    own_days = item.promise_days if tier == item.tier else None
    promise = policy.promise_for(tier, told.promise_days, own_days, law)
    joint = policy.is_joint([one.department for one in item.departments], law).value
    window_no = (
        find_window(hall, told.window, at.date()).window_no if told.window else item.window_no
    )
    if window_no != item.window_no:
        hall.note("case.elsewhere", "17", item=item.name, window=window_no, own=item.window_no)
    handler_no = _handler(hall, told, window_no, at)
    first_no = (
        hall.person(told.first_contact, at.date()).staff_no if told.first_contact else handler_no
    )
    missing = missing_papers(item, told)
    file = CaseRow(
        cases.next_no(hall.db, at.year), item.item_code, version_id, told.applicant_no,
        told.applicant or None, told.phone or None, window_no, first_no, at, joint, told.ref,
    )  # fmt: skip
    cases.add_case(work, file)
    for one in item.departments if joint else ():
        case_parts.add_step(work, file.case_no, one.step, one.department)
    _record_papers(work, file.case_no, item, missing)
    after = Snapshot("supplementing", tier, handler_no, promise.value)
    if missing:
        cases.add_event(work, file.case_no, "noticed", at, after, ground=promise.ground)
        return Case(file, after)
    return accept(hall, work, Case(file, after), at, "accepted")


def accept(hall: Hall, work: Writing, case: Case, at: datetime, kind: str) -> Case:
    """Accept a case whose papers are complete: from here its promise runs (Art. 26, 27)."""
    law = hall.law.on(at.date())
    calendar = calendar_on(hall, at.date())
    dated = policy.dated_on(at, calendar, law)
    due = policy.completion_due(dated.value, case.now.promise_days, calendar, law=law)
    after = case.now._replace(
        state="accepted", accepted_at=at, dated_on=dated.value, due_on=due.value.due_on,
        due_status=due.value.status.value, due_earliest=due.value.earliest,
        due_latest=due.value.latest,
    )  # fmt: skip
    cases.add_event(work, case.file.case_no, kind, at, after, ground=due.ground)
    return case._replace(now=after)


class Supply(NamedTuple):
    """Papers brought later."""

    materials: Sequence[str] = ()
    everything: bool = False
    at: datetime | None = None


@act("case supply")
def supply(hall: Hall, work: Writing, said: str, told: Supply) -> CaseSheet:
    """Tick off papers of the notice; with the last one the case is accepted and its clock starts.

    Raises Conflict when the case waits for no papers, Usage for a paper the notice does not name.
    """
    at = told.at or hall.now
    hall.require_in_force(at.date())
    case = find(hall, said)
    case_no = case.file.case_no
    waiting = outstanding(hall, case_no)
    asked = {
        paper.name for paper in case_parts.papers(hall.db, case_no) if paper.state == "missing"
    }
    if unknown := [name for name in told.materials if name not in asked]:
        raise Usage("case.paper_not_on_notice", case_no=case_no, papers=unknown, waiting=waiting)
    brought = [name for name in waiting if told.everything or name in told.materials]
    if not brought and asked and (told.everything or told.materials):
        return sheet(hall, case, already=True)
    if case.now.state != "supplementing":
        raise Conflict("case.waits_for_no_papers", case_no=case_no, state=case.now.state)
    if not brought:
        raise Usage("case.say_which_papers", case_no=case_no, waiting=waiting)
    require_order(hall, case, at)
    for name in brought:
        case_parts.add_paper(work, case_no, Paper(name, "taken"))
    if len(brought) == len(waiting):
        case = accept(hall, work, case, at, "supplied")
    else:
        cases.add_event(work, case_no, "supplied", at, case.now)
    work.tell({"case": case_no, "papers": len(brought)}, at=at)
    return sheet(hall, case)


def require_order(hall: Hall, case: Case, at: datetime) -> None:
    """Refuse an instant in the future or before the newest step of the case."""
    if at > hall.now:
        raise Usage("case.future", at=at)
    newest = max(event.at for event in cases.events(hall.db, case.file.case_no))
    if at < newest:
        raise Usage("case.before_newest", case_no=case.file.case_no, at=at, newest=newest)


def missing_papers(item: ItemRow, told: Opening) -> list[tuple[str, str | None]]:
    """The complete list of what is missing, with reasons, in the item's order (Art. 25)."""
    names = [material.name for material in item.materials]
    said = [*told.materials, *(name for name, _reason in told.missing)]
    if unknown := [name for name in said if name not in names]:
        raise Usage("case.unknown_paper", item=item.name, papers=unknown, known=names)
    if told.all_materials:
        return []
    if told.missing:
        return [(name, reason) for name, reason in told.missing]
    required = [material.name for material in item.materials if material.required]
    return [(name, None) for name in policy.missing_materials(required, told.materials).value]


def _record_papers(
    work: Writing, case_no: str, item: ItemRow, missing: Sequence[tuple[str, str | None]]
) -> None:
    reasons = dict(missing)
    for material in item.materials:
        if material.name in reasons:
            case_parts.add_paper(
                work, case_no, Paper(material.name, "missing", reasons[material.name])
            )
        elif material.required:
            case_parts.add_paper(work, case_no, Paper(material.name, "taken"))


def _handler(hall: Hall, told: Opening, window_no: str, at: datetime) -> str:
    if told.handler:
        return hall.person(told.handler, at.date()).staff_no
    on_duty = [shift.staff_no for shift in duty.on_duty(hall.db, window_no, at)]
    students = [
        no
        for no in on_duty
        if (found := people.person(hall.db, no, at.date())) and found.role == Role.STUDENT
    ]
    leaders = [
        one.staff_no for one in people.serving_at(hall.db, window_no, Role.LEADER, at.date())
    ]
    if not students and not leaders:
        raise NotFound("case.no_handler", window=window_no, day=at.date())
    return (students or leaders)[0]


def _same_or_conflict(hall: Hall, recorded: Case, told: Opening) -> Case:
    _version, item = find_item(hall, told.item, recorded.file.received_at.date())
    if (recorded.file.item_code, recorded.file.applicant_no) != (item.item_code, told.applicant_no):
        raise Conflict("case.ref_taken", ref=told.ref, case_no=recorded.file.case_no)
    return recorded
