"""What the hall does not handle (Art. 28): told where to go, or recorded, reported, referred, answered."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Usage
from hallctl.lifecycle import require_step
from hallctl.office.cases.opening import handler_at
from hallctl.office.cases.sheet import CaseSheet, find, find_item, find_window, require_order, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import cases, people
from hallctl.store.cases import Case, CaseRow, Particulars, Snapshot
from hallctl.store.writing import Writing


class Matter(NamedTuple):
    """Who came, and with what; ``item`` only when the catalogue happens to know it."""

    applicant_no: str
    matter: str | None = None
    item: str | None = None
    applicant: str | None = None
    phone: str | None = None
    window: str | None = None
    handler: str | None = None
    first_contact: str | None = None
    ref: str | None = None
    at: datetime | None = None


class Directions(NamedTuple):
    """Where the applicant was sent, and by whom told."""

    department: str
    procedure: str | None = None
    place: str | None = None
    by: str | None = None


@act("case tell")
def tell(
    hall: Hall, work: Writing, said: str | None, matter: Matter, told: Directions
) -> CaseSheet:
    """Tell an applicant the procedure and the place of what belongs elsewhere; nothing more is owed.

    Of a new matter, or of one that was recorded before a clear department was known. Raises Usage when
    neither procedure nor place is told, Conflict when the matter was referred or closed.
    """
    at = matter.at or hall.now
    if not told.department or not (told.procedure or told.place):
        raise Usage("case.tell_what")
    case, already = _known_or_new(hall, work, said, matter, at)
    _require_out_of_scope(case)
    if already or case.now.state == "told":
        _require_told_alike(hall, case, told)
        return sheet(hall, case, already=True)
    require_step("told", "" if said is None else case.now.state, case.file.case_no)
    if said is not None:
        require_order(hall, case, at)
    after = case.now._replace(
        state="told", closed_at=at, result="told", due_on=None, due_status=None, due_earliest=None,
        due_latest=None, next_on=None,
    )  # fmt: skip
    particulars = Particulars(party=told.department, reason=told.by, told_at=at)
    note = "；".join(part for part in (told.procedure, told.place) if part)
    cases.add_event(work, case.file.case_no, "told", at, after, note, told=particulars)
    work.tell({"case": case.file.case_no}, department=told.department, at=at)
    return sheet(hall, case._replace(now=after))


class Referral(NamedTuple):
    """Which steps of a referral were taken; None where nothing was said."""

    reply_by: date | None = None
    reported_to: str | None = None
    """The college leader who was told."""
    department: str | None = None
    note: str | None = None


@act("case refer")
def refer(hall: Hall, work: Writing, said: str | None, matter: Matter, told: Referral) -> CaseSheet:
    """Record a matter without a clear department, promise a reply, report it, refer it: in this order.

    One command may take several steps. Raises Refused for a referral before the report, Usage when a
    recorded matter is named and no step is said, Conflict when the step was taken otherwise.
    """
    at = matter.at or hall.now
    case, already = _known_or_new(hall, work, said, matter, at)
    _require_out_of_scope(case)
    if said is not None and told.reply_by:
        raise Usage("case.reply_is_promised", case_no=case.file.case_no, due_on=case.now.due_on)
    if already and not (told.reported_to or told.department):
        return sheet(hall, case, already=True)
    if said is None and not already:
        case = _record(hall, work, case, told, at)
    elif not (told.reported_to or told.department):
        raise Usage("case.refer_what", case_no=case.file.case_no)
    taken = _already_taken(hall, case, told)
    if taken:
        return sheet(hall, case, already=True)
    if told.reported_to:
        case = _report(hall, work, case, told.reported_to, told, at)
    if told.department:
        case = _hand_over(hall, work, case, told.department, told, at)
    work.tell({"case": case.file.case_no, "state": case.now.state}, at=at)
    return sheet(hall, case)


@act("case feedback")
def feedback(
    hall: Hall, work: Writing, said: str, answered_by: str, note: str, at: datetime | None
) -> CaseSheet:
    """Feed the department's result back to the applicant: only now is the matter finished.

    Raises Conflict before the referral or when it was answered otherwise.
    """
    at = at or hall.now
    case = find(hall, said)
    case_no, now = case.file.case_no, case.now
    if now.result == "answered":
        newest = cases.events(hall.db, case_no)[-1]
        if (newest.told.party, newest.note) != (answered_by, note):
            raise Conflict(
                "case.step_taken", article="28", case_no=case_no, step="fed_back",
                party=newest.told.party,
            )  # fmt: skip
        return sheet(hall, case, already=True)
    require_step("fed_back", now.state, case_no)
    require_order(hall, case, at)
    if now.due_on is None:
        raise Conflict(
            "case.not_now", article="28", case_no=case_no, state=now.state, step="fed_back"
        )
    recorded = case.file.received_at.date()
    ruling = policy.reply_lateness(now.due_on, at.date(), calendar_on(hall, recorded), recorded)
    late = ruling.value
    after = now._replace(
        state="completed", closed_at=at, result="answered", lateness=late.lateness,
        workdays_used=late.workdays_used, workdays_late=late.workdays_late, next_on=None,
    )  # fmt: skip
    told = Particulars(party=answered_by, told_at=at)
    cases.add_event(work, case_no, "fed_back", at, after, note, ruling.ground, told)
    work.tell({"case": case_no, "lateness": late.lateness}, at=at)
    return sheet(hall, case._replace(now=after))


def _require_out_of_scope(case: Case) -> None:
    """Refuse to send away what the hall handles itself."""
    if not case.file.out_of_scope:
        raise Conflict("case.in_scope", article="28", case_no=case.file.case_no)


def _require_told_alike(hall: Hall, case: Case, told: Directions) -> None:
    """Refuse other directions than the ones on record."""
    parties = [
        one.told.party for one in cases.events(hall.db, case.file.case_no) if one.kind == "told"
    ]
    if parties and parties[-1] != told.department:
        raise Conflict(
            "case.step_taken",
            article="28",
            case_no=case.file.case_no,
            step="told",
            party=parties[-1],
        )


def _known_or_new(
    hall: Hall, work: Writing, said: str | None, matter: Matter, at: datetime
) -> tuple[Case, bool]:
    """The matter that was named, or a new one; true when its reference was recorded before."""
    if said is not None:
        return find(hall, said), False
    hall.require_in_force(at.date())
    if at > hall.now:
        raise Usage("case.future", at=at)
    if matter.ref and (recorded := cases.by_ref(hall.db, matter.ref)):
        if recorded.file.applicant_no != matter.applicant_no or not recorded.file.out_of_scope:
            raise Conflict("case.ref_taken", ref=matter.ref, case_no=recorded.file.case_no)
        return recorded, True
    if not (matter.matter or matter.item) or not matter.applicant_no:
        raise Usage("case.what_matter")
    version_id, item = find_item(hall, matter.item, at.date()) if matter.item else (None, None)
    window_no = _window(hall, matter, item.window_no if item else None, at.date())
    handler_no = handler_at(hall, matter.handler, window_no, at)
    first_no = (
        hall.person(matter.first_contact, at.date()).staff_no
        if matter.first_contact
        else handler_no
    )
    file = CaseRow(
        cases.next_no(hall.db, at.year), item.item_code if item else None, version_id,
        matter.applicant_no, matter.applicant or None, matter.phone or None, window_no, first_no,
        at, False, matter.ref, matter.matter or None, True,
    )  # fmt: skip
    cases.add_case(work, file)
    return Case(file, Snapshot("received", None, handler_no, None)), False


def _window(hall: Hall, matter: Matter, own: str | None, day: date) -> str:
    """The window where it was asked: the one named, the item's, else where the handler or actor serves."""
    if matter.window:
        return find_window(hall, matter.window, day).window_no
    who = hall.person(matter.handler, day) if matter.handler else None
    actor = people.person(hall.db, hall.actor_no, day)
    for found in (own, who and who.window_no, actor and actor.window_no):
        if found:
            return found
    raise Usage("case.which_window")


def _record(hall: Hall, work: Writing, case: Case, told: Referral, at: datetime) -> Case:
    calendar, law = calendar_on(hall, at.date()), hall.law.on(at.date())
    ruling = policy.referral_days(at.date(), told.reply_by, calendar, law)
    days = ruling.value
    fact = calendar.day_fact(days.reply_on)
    if not fact.announced:
        hall.note("case.reply_not_announced", "28", due_on=days.reply_on, year=days.reply_on.year)
    if not fact.counts:
        hall.note("case.reply_on_rest_day", "28", due_on=days.reply_on, day_kind=fact.kind)
    after = case.now._replace(
        due_on=days.reply_on, due_status="firm", due_earliest=days.reply_on,
        due_latest=days.reply_on, next_on=days.report_on,
    )  # fmt: skip
    particulars = Particulars(until_on=days.reply_on, told_at=at)
    cases.add_event(
        work, case.file.case_no, "recorded", at, after, told.note, ruling.ground, particulars
    )
    return case._replace(now=after)


def _already_taken(hall: Hall, case: Case, told: Referral) -> bool:
    """Whether everything that was said is on record; raises Conflict when it is there otherwise."""
    taken = {event.kind: event.told.party for event in cases.events(hall.db, case.file.case_no)}
    said = {"reported": told.reported_to, "referred": told.department}
    wanted = {kind: party for kind, party in said.items() if party}
    for kind, party in wanted.items():
        if kind in taken and taken[kind] != party:
            raise Conflict(
                "case.step_taken", article="28", case_no=case.file.case_no, step=kind,
                party=taken[kind],
            )  # fmt: skip
    return bool(wanted) and all(kind in taken for kind in wanted)


def _report(
    hall: Hall, work: Writing, case: Case, leader: str, told: Referral, at: datetime
) -> Case:
    case_no = case.file.case_no
    if any(event.kind == "reported" for event in cases.events(hall.db, case_no)):
        return case
    require_step("reported", case.now.state, case_no)
    require_order(hall, case, at)
    after = case.now._replace(next_on=_days_of(hall, case).refer_on)
    particulars = Particulars(party=leader, told_at=at)
    cases.add_event(work, case_no, "reported", at, after, told.note, told=particulars)
    return case._replace(now=after)


def _hand_over(
    hall: Hall, work: Writing, case: Case, department: str, told: Referral, at: datetime
) -> Case:
    case_no = case.file.case_no
    events = cases.events(hall.db, case_no)
    policy.may_refer(any(event.kind == "reported" for event in events), case_no)
    require_step("referred", case.now.state, case_no)
    require_order(hall, case, at)
    after = case.now._replace(state="referred", next_on=None)
    particulars = Particulars(party=department, told_at=at)
    cases.add_event(work, case_no, "referred", at, after, told.note, told=particulars)
    return case._replace(now=after)


def _days_of(hall: Hall, case: Case) -> policy.ReferralDays:
    """The days of a recorded matter, by the settings of the day it was recorded."""
    day = case.file.received_at.date()
    ruling = policy.referral_days(day, case.now.due_on, calendar_on(hall, day), hall.law.on(day))
    return ruling.value
