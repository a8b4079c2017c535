"""Papers of a case: one complete notice (Art. 25), papers brought later, acceptance (26), lapses."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Refused, Usage
from hallctl.lifecycle import require_step
from hallctl.office.cases.clock import due_of, next_step_on, with_due
from hallctl.office.cases.sheet import (
    CaseSheet,
    find,
    outstanding,
    require_order,
    sheet,
    warn_of_ways,
)  # fmt: skip
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import case_parts, cases
from hallctl.store.case_parts import Paper
from hallctl.store.cases import Case, Particulars
from hallctl.store.places import ItemRow
from hallctl.store.writing import Writing

Missing = Sequence[tuple[str, str | None]]
"""Papers that are missing or not as they should be, each with what is wrong with it."""


class Checked(NamedTuple):
    """What was found when the papers were looked through; None where nothing was said."""

    materials: Sequence[str] = ()
    """Papers that were brought, by name."""
    all_materials: bool = False
    missing: Missing = ()
    """Papers that were not, or are not right: says what is missing instead of what is there."""
    at: datetime | None = None


def accept(hall: Hall, work: Writing, case: Case, at: datetime, kind: str) -> Case:
    """Accept a case whose papers are complete: from here its promise runs (Art. 26, 27)."""
    law = hall.law.on(at.date())
    dated = policy.dated_on(at, calendar_on(hall, at.date()), law)
    named = case.now._replace(state="accepted", accepted_at=at, dated_on=dated.value, next_on=None)
    due = due_of(hall, named, [])
    after = with_due(named, due.value)
    if case.file.joint:
        after = after._replace(next_on=next_step_on(hall, case._replace(now=after), []))
    cases.add_event(work, case.file.case_no, kind, at, after, ground=due.ground)
    return case._replace(now=after)


def notice(
    hall: Hall, work: Writing, case: Case, missing: Missing, at: datetime, *, breach: str | None = None
) -> Case:  # fmt: skip
    """Tell the applicant everything that is missing; a second list only as a recorded breach.

    A case whose clock runs keeps it running: what was overlooked is not the applicant's fault.
    """
    case_no, now = case.file.case_no, case.now
    told = cases.notices(hall.db, [case_no]).get(case_no, 0)
    ruling = policy.may_give_notice(told, now.accepted_at is not None, breach)
    if case.file.item_version_id is not None:
        item = hall.item_version(case.file.item_version_id)
        warn_of_ways(hall, item, [name for name, _reason in missing], at.date())
    for name, reason in missing:
        case_parts.add_paper(work, case_no, Paper(name, "missing", reason))
    after = now
    if now.accepted_at is None:
        after = now._replace(state="supplementing", next_on=_lapses_on(hall, at))
    particulars = Particulars(reason="breach") if ruling.value else cases.NOTHING
    cases.add_event(work, case_no, "noticed", at, after, breach, ruling.ground, particulars)
    return case._replace(now=after)


@act("case accept")
def check(hall: Hall, work: Writing, said: str, told: Checked) -> CaseSheet:
    """Look through the papers of a received case: accept it, or give the one notice.

    Raises Conflict when they were looked through before, Usage for a paper the item does not ask for.
    """
    at = told.at or hall.now
    case = find(hall, said)
    case_no = case.file.case_no
    if case.now.accepted_at is not None:
        return sheet(hall, case, already=True)
    if case.file.out_of_scope or case.file.item_version_id is None:
        raise Conflict("case.out_of_scope", article="28", case_no=case_no)
    require_step("accepted", case.now.state, case_no)
    if case.now.state == "supplementing":
        raise Conflict("case.still_supplementing", article="25", case_no=case_no)
    require_order(hall, case, at)
    item = hall.item_version(case.file.item_version_id)
    missing = missing_papers(item, told)
    record_papers(work, case_no, item, missing, told.materials)
    found = (
        notice(hall, work, case, missing, at)
        if missing
        else accept(hall, work, case, at, "accepted")
    )
    work.tell({"case": case_no, "state": found.now.state}, at=at)
    return sheet(hall, found)


@act("case notice")
def second_notice(
    hall: Hall, work: Writing, said: str, missing: Missing, breach: str | None, at: datetime | None
) -> CaseSheet:
    """A list after the one complete notice, or after acceptance: recorded as a breach (Art. 25).

    Raises Refused without the reason for the breach, Usage for a paper that is no paper of the item,
    Conflict when the case is closed or waits for nothing that papers could help.
    """
    at = at or hall.now
    case = find(hall, said)
    case_no = case.file.case_no
    require_step("noticed", case.now.state, case_no)
    require_order(hall, case, at)
    if case.file.item_version_id is None:
        raise Conflict("case.waits_for_no_papers", case_no=case_no, state=case.now.state)
    item = hall.item_version(case.file.item_version_id)
    if not missing:
        raise Usage("case.say_what_is_missing", case_no=case_no)
    missing_papers(item, Checked(missing=missing))
    waiting = outstanding(hall, case_no)
    fresh = [one for one in missing if one[0] not in waiting]
    if not fresh:
        return sheet(hall, case, already=True)
    case = notice(hall, work, case, fresh, at, breach=breach)
    work.tell({"case": case_no, "papers": len(fresh)}, at=at)
    return sheet(hall, case)


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
    if case.now.state not in {"supplementing", "accepted", "paused"} or not asked:
        raise Conflict("case.waits_for_no_papers", case_no=case_no, state=case.now.state)
    if not brought:
        raise Usage("case.say_which_papers", case_no=case_no, waiting=waiting)
    require_order(hall, case, at)
    for name in brought:
        case_parts.add_paper(work, case_no, Paper(name, "taken"))
    case = _supplied(hall, work, case, at, last=len(brought) == len(waiting))
    work.tell({"case": case_no, "papers": len(brought)}, at=at)
    return sheet(hall, case)


def _supplied(hall: Hall, work: Writing, case: Case, at: datetime, *, last: bool) -> Case:
    if last and case.now.accepted_at is None:
        return accept(hall, work, case, at, "supplied")
    after = case.now
    if case.now.state == "supplementing":
        after = after._replace(next_on=_lapses_on(hall, at))
    cases.add_event(work, case.file.case_no, "supplied", at, after)
    return case._replace(now=after)


def _lapses_on(hall: Hall, at: datetime) -> date:
    law = hall.law.on(at.date())
    return policy.notice_lapses_on(at.date(), calendar_on(hall, at.date()), law).value


def has_lapsed(case: Case, today: date) -> bool:
    """Whether a notice went unanswered past its last day (Art. 25)."""
    lapses_on = case.now.next_on
    return case.now.state == "supplementing" and lapses_on is not None and today > lapses_on


def lapsed(hall: Hall) -> list[Case]:
    """Every open case whose notice has lapsed."""
    return [one for one in cases.open_cases(hall.db, hall.today) if has_lapsed(one, hall.today)]


class Reminded(NamedTuple):
    """Applicants who were reminded of the papers that their cases wait for."""

    cases: Sequence[str]
    at: datetime
    already: bool | None = None


@act("case remind")
def remind(
    hall: Hall, work: Writing, said: Sequence[str], at: datetime | None, note: str | None
) -> Reminded:
    """Record that applicants were reminded of missing papers; without numbers, of all that lapsed.

    Whoever was reminded that day already is not recorded twice.
    """
    at = at or hall.now
    listed = [find(hall, one) for one in said] or lapsed(hall)
    before = [case.file.case_no for case in listed if was_reminded(hall, case, at.date())]
    numbers = []
    for case in listed:
        if case.file.case_no in before or case.file.case_no in numbers:
            continue
        require_step("reminded", case.now.state, case.file.case_no)
        require_order(hall, case, at)
        cases.add_event(work, case.file.case_no, "reminded", at, case.now, note)
        numbers.append(case.file.case_no)
    if before and not numbers:
        return Reminded(before, at, already=True)
    if before:
        hall.note("case.reminded_before", "25", cases=before, on=at.date())
    work.tell({"reminded": len(numbers)}, cases=numbers, at=at)
    return Reminded(numbers, at)


def was_reminded(hall: Hall, case: Case, on: date | None = None) -> bool:
    """Whether the applicant was reminded since the newest list or paper; with ``on`` on that very day."""
    events = cases.events(hall.db, case.file.case_no)
    newest = max(n for n, event in enumerate(events) if event.kind != "reminded")
    return any(on is None or event.at.date() == on for event in events[newest + 1 :])


def require_papers(hall: Hall, case: Case) -> None:
    """Refuse to grant a case while papers of a list are still out (Art. 25)."""
    if waiting := outstanding(hall, case.file.case_no):
        raise Refused(
            "case.papers_outstanding", article="25", case_no=case.file.case_no, waiting=waiting
        )


def missing_papers(item: ItemRow, told: Checked) -> list[tuple[str, str | None]]:
    """The complete list of what is missing, with reasons, in the item's order (Art. 25)."""
    names = [material.name for material in item.materials]
    said = [*told.materials, *(name for name, _reason in told.missing)]
    if unknown := [name for name in said if name not in names]:
        raise Usage("case.unknown_paper", item=item.name, papers=unknown, known=names)
    if told.all_materials and told.missing:
        raise Usage("case.all_and_missing", papers=[name for name, _reason in told.missing])
    if told.all_materials:
        return []
    if told.missing:
        reasons = dict(told.missing)
        return [(name, reasons[name]) for name in names if name in reasons]
    required = [material.name for material in item.materials if material.required]
    return [(name, None) for name in policy.missing_materials(required, told.materials).value]


def record_papers(
    work: Writing, case_no: str, item: ItemRow, missing: Missing, named: Sequence[str] = ()
) -> None:
    """Record which papers of an item were taken: the required ones, and the others that were named."""
    reasons = dict(missing)
    for material in item.materials:
        if (material.required or material.name in named) and material.name not in reasons:
            case_parts.add_paper(work, case_no, Paper(material.name, "taken"))
