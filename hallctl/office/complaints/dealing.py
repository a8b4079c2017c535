"""What is done about a complaint: accepted, investigated, answered; and the one look at who complained."""

from datetime import datetime
from typing import NamedTuple

from hallctl import complaints as rules
from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.office.complaints.sheet import (
    ComplaintSheet,
    complained_of,
    find,
    limits,
    newest,
    require_discreet,
    sheet,
)
from hallctl.office.credit import proposing as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import SETUP, Hall, act
from hallctl.store import complaints as store
from hallctl.store import people
from hallctl.store.complaints import ComplaintRow, Step
from hallctl.store.writing import Writing


@act("complaint accept")
def accept(hall: Hall, work: Writing, said: str, at: datetime | None) -> ComplaintSheet:
    """Take a complaint up; from now on its reply is due. Raises Conflict for one about the officer."""
    row, steps, at = _standing(hall, said, at)
    if steps:
        return sheet(hall, row, already=True)
    _require_order(hall, row, steps, at)
    day = row.received_at.date()
    due = rules.accept_due(day, calendar_on(hall, day), hall.law.on(day))
    store.add_step(
        work, row.complaint_no, "accepted", at, hall.actor_no,
        lateness=rules.complaint_lateness(due.value, at.date()), ground=due.ground,
    )  # fmt: skip
    work.tell({"complaint": row.complaint_no}, at=at)
    return sheet(hall, row)


class Finding(NamedTuple):
    """What an investigation found, by whom, and what follows."""

    finding: str
    note: str
    by: str | None
    at: datetime | None
    propose: bool | None
    """Whether to propose a violation; None: when it is substantiated, where one can be."""
    staff: str | None
    """Whose violation, where a complaint may mean several."""
    kind: str | None


@act("complaint finding")
def find_out(hall: Hall, work: Writing, said: str, told: Finding) -> ComplaintSheet:
    """Record what was found; a substantiated complaint becomes a proposed violation (Art. 32).

    Raises Refused unless the officer acts, and when somebody investigates a complaint about himself;
    Conflict when it was not accepted or found otherwise.
    """
    row, steps, at = _standing(hall, said, told.at)
    hall.require_officer("33")
    if told.finding not in rules.FINDINGS:
        raise Usage("complaint.unknown_word", value=told.finding, known=rules.FINDINGS)
    if told.finding == "no" and told.propose:
        raise Usage("complaint.nothing_to_propose", complaint_no=row.complaint_no)
    require_discreet(hall, row, told.note)
    if found := newest(steps, "found"):
        if (found.finding, found.note) == (told.finding, told.note.strip()):
            return sheet(hall, row, already=True)
        raise Conflict(
            "complaint.found_before", complaint_no=row.complaint_no, finding=found.finding
        )  # fmt: skip
    if not steps:
        raise Conflict("complaint.not_accepted", article="33", complaint_no=row.complaint_no)
    _require_order(hall, row, steps, at)
    by_no = _investigator(hall, row, told.by, at)
    store.add_step(
        work, row.complaint_no, "found", at, by_no, finding=told.finding, note=told.note.strip()
    )
    _propose(hall, row, told)
    work.tell({"complaint": row.complaint_no}, finding=told.finding, by=by_no, at=at)
    return sheet(hall, row)


def _investigator(hall: Hall, row: ComplaintRow, said: str | None, at: datetime) -> str:
    """Who looked into it; neither that person nor who records it may be complained of."""
    by_no = hall.person(said, at.date()).staff_no if said else hall.actor_no
    meant = complained_of(hall, row)
    for staff_no in dict.fromkeys((by_no, hall.actor_no)):
        person = people.person(hall.db, staff_no, at.date()) if staff_no != SETUP else None
        rules.may_investigate(staff_no, person.role if person else None, meant, row.complaint_no)
    return by_no


def _propose(hall: Hall, row: ComplaintRow, told: Finding) -> None:
    """Propose the violation that a finding calls for; a person who has no points is pointed out."""
    wanted = told.finding == "yes" if told.propose is None else told.propose
    if not wanted:
        return
    kind = told.kind or rules.VIOLATION_OF.get(row.kind or "", "attitude")
    meant = [hall.person(told.staff, row.on).staff_no] if told.staff else complained_of(hall, row)
    if len(meant) != 1:
        if told.propose:
            raise Usage("complaint.whose", complaint_no=row.complaint_no, staff=meant)
        hall.note("complaint.whose", "32", complaint_no=row.complaint_no, staff=meant)
        return
    asked = credit.Asked(
        kind, row.on, told.note.strip(), row.case_no, None, complaint_no=row.complaint_no
    )
    try:
        credit.propose(hall, meant[0], asked)
    except Refused as refusal:
        if told.propose:
            raise
        hall.note(
            "complaint.not_proposed", refusal.article, complaint_no=row.complaint_no,
            staff_no=meant[0], kind=kind,
        )  # fmt: skip


@act("complaint reply")
def reply(hall: Hall, work: Writing, said: str, note: str, at: datetime | None) -> ComplaintSheet:
    """Answer a complaint, which closes it; the officer's word.

    Raises Refused for anybody else, Conflict before the finding, or when answered.
    """
    row, steps, at = _standing(hall, said, at)
    hall.require_officer("33")
    require_discreet(hall, row, note)
    if replied := newest(steps, "replied"):
        if replied.note == note.strip():
            return sheet(hall, row, already=True)
        raise Conflict("complaint.replied_before", complaint_no=row.complaint_no)
    if not newest(steps, "found"):
        raise Conflict("complaint.not_found", article="33", complaint_no=row.complaint_no)
    _require_order(hall, row, steps, at)
    due = limits(hall, row, steps).reply
    store.add_step(
        work, row.complaint_no, "replied", at, hall.actor_no, note=note.strip(),
        lateness=rules.complaint_lateness(due, at.date()),
    )  # fmt: skip
    work.tell({"complaint": row.complaint_no}, at=at)
    return sheet(hall, row)


class Revealed(NamedTuple):
    """Who complained. This record is the only thing that ever carries it."""

    complaint_no: str
    reason: str
    name: str | None
    contact: str | None


@act("complaint reveal")
def reveal(hall: Hall, work: Writing, said: str, reason: str) -> Revealed:
    """Look at who complained: the officer's alone, for a reason, and recorded each time.

    A dry run shows nothing. Raises Refused for anybody else, NotFound for an anonymous complaint.
    """
    row = find(hall, said)
    hall.require_officer("33")
    if not store.is_named(hall.db, row.complaint_no):
        raise NotFound("complaint.nobody_named", complaint_no=row.complaint_no)
    require_discreet(hall, row, reason)
    store.add_reveal(work, row.complaint_no, hall.now, hall.actor_no, reason.strip())
    work.tell({"complaint": row.complaint_no})
    who = None if hall.dry_run else store.unseal(work, row.complaint_no)
    return Revealed(row.complaint_no, reason.strip(), *(who or (None, None)))


def _standing(
    hall: Hall, said: str, at: datetime | None
) -> tuple[ComplaintRow, list[Step], datetime]:
    row = find(hall, said)
    if row.about == "officer":
        raise Conflict("complaint.elsewhere", article="33", complaint_no=row.complaint_no)
    return row, store.steps(hall.db, row.complaint_no), at or hall.now


def _require_order(hall: Hall, row: ComplaintRow, steps: list[Step], at: datetime) -> None:
    newest_at = max((row.received_at, *(one.at for one in steps)))
    if at > hall.now or at < newest_at:
        raise Usage(
            "complaint.order", complaint_no=row.complaint_no, at=at, newest=newest_at
        )  # fmt: skip
