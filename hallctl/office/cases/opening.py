"""Receiving a case: who, what, at which window, by whom; accepted or told what is missing (Art. 24 to 27)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.model import Role
from hallctl.office.cases import papers
from hallctl.office.cases.recalling import recall
from hallctl.office.cases.sheet import CaseSheet, find_item, find_window, require_offered, sheet
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases, duty, people
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
    missing: papers.Missing = ()
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
    unchecked: bool = False
    """The papers are looked through later, on the same day."""


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
        case = receive(hall, work, with_recalled(hall, told), at)
        if told.done:
            from hallctl.office.cases import closing

            case = closing.complete(hall, work, case, "granted", at, None)
        shown = sheet(hall, case)
        work.tell(
            {"case": shown.case_no, "state": shown.state},
            item=shown.item_code, window=shown.window_no, handler=shown.handler_no, at=at,
        )  # fmt: skip
        item_code = case.file.item_code or ""
        for other in cases.alike(hall.db, told.applicant_no, item_code, at.date(), shown.case_no):
            hall.note("case.likely_repeat", case_no=shown.case_no, other=other)
    return shown


def with_recalled(hall: Hall, told: Opening) -> Opening:
    """What was said, with the name and the phone of the applicant's earlier cases where none was."""
    if told.applicant and told.phone:
        return told
    known = recall(hall, told.applicant_no)
    if told.applicant and known.applicant and told.applicant != known.applicant:
        hall.note("case.other_name", applicant_no=told.applicant_no, known=known.applicant)
        return told
    return told._replace(
        applicant=told.applicant or known.applicant, phone=told.phone or known.phone
    )


def receive(hall: Hall, work: Writing, told: Opening, at: datetime) -> Case:
    """Record a received case within a running transaction; returns it as it stands then."""
    if at > hall.now:
        raise Usage("case.future", at=at)
    if not told.applicant_no.strip():
        raise Usage("case.who", item=told.item)
    version_id, item = find_item(hall, told.item, at.date())
    require_offered(hall, item, at.date())
    law = hall.law.on(at.date())
    joint = policy.is_joint([one.department for one in item.departments], law).value
    tier, promise = _promise(item, told, law, joint=joint)
    if policy.TIERS.index(tier) > policy.TIERS.index(item.tier):
        hall.note("case.tier_above_item", "27", item=item.name, own_tier=item.tier, tier=tier)
    window_no = (
        find_window(hall, told.window, at.date()).window_no if told.window else item.window_no
    )
    if window_no != item.window_no:
        hall.note("case.elsewhere", "17", item=item.name, window=window_no, own=item.window_no)
    handler_no = handler_at(hall, told.handler, window_no, at)
    first_no = (
        hall.person(told.first_contact, at.date()).staff_no if told.first_contact else handler_no
    )
    told_papers = papers.Checked(told.materials, told.all_materials, told.missing)
    missing = papers.missing_papers(item, told_papers)
    file = CaseRow(
        cases.next_no(hall.db, at.year), item.item_code, version_id, told.applicant_no,
        told.applicant or None, told.phone or None, window_no, first_no, at, joint, told.ref,
    )  # fmt: skip
    cases.add_case(work, file)
    if joint:
        _add_steps(work, file.case_no, item, promise)
    case = Case(file, Snapshot("received", tier, handler_no, promise))
    if told.unchecked:
        after = case.now._replace(next_on=at.date())
        cases.add_event(work, file.case_no, "received", at, after)
        return case._replace(now=after)
    papers.record_papers(work, file.case_no, item, missing, told.materials)
    if missing:
        return papers.notice(hall, work, case, missing, at)
    return papers.accept(hall, work, case, at, "accepted")


def _promise(item: ItemRow, told: Opening, law: policy.LawOfDay, *, joint: bool) -> tuple[str, int]:
    """The kind of a case and what is promised for it; a joint one is never below its steps (Art. 8)."""
    tier = told.tier or item.tier
    if tier not in policy.TIERS:
        raise Usage("case.unknown_tier", value=tier, known=policy.TIERS)
    if joint and policy.joint_tier(tier, [item.tier]) != tier:
        raise Refused("case.joint_tier", article="8", tier=tier, item=item.name, own_tier=item.tier)
    own_days = item.promise_days if tier == item.tier else None
    return tier, policy.promise_for(tier, told.promise_days, own_days, law).value


def _add_steps(work: Writing, case_no: str, item: ItemRow, promise_days: int) -> None:
    limits = policy.step_limits([(one.step, one.days) for one in item.departments], promise_days)
    for one, within in zip(item.departments, limits, strict=True):
        case_parts.add_step(work, case_no, one.step, one.department, within)


def handler_at(hall: Hall, said: str | None, window_no: str, at: datetime) -> str:
    """Who handles a case: the one named, else the student on duty at the window, else its leader.

    Who is on leave is not on duty. Raises NotFound when nobody serves there.
    """
    if said:
        return hall.person(said, at.date()).staff_no
    away = duty.leaves(hall.db, at, at + timedelta(minutes=1))
    shifts = duty.on_duty(hall.db, window_no, at)
    on_duty = [shift.staff_no for shift in shifts if shift.staff_no not in away]
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
