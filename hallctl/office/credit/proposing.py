"""Violations (Art. 32): proposed, then confirmed or rejected by the officer, never otherwise."""

from datetime import date
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, Usage
from hallctl.office.cases import sheet
from hallctl.office.credit.ledger import Entry, entry_of, find_row
from hallctl.office.hall import Hall, act
from hallctl.store import credit, people
from hallctl.store.writing import Writing


class Asked(NamedTuple):
    """What a proposal says; ``ref`` makes the same again change nothing."""

    kind: str
    on: date
    note: str
    case: str | None = None
    ref: str | None = None
    complaint_no: str | None = None
    """The substantiated complaint that it follows from (Art. 33)."""
    evidence: str | None = None


@act("credit propose")
def propose(hall: Hall, work: Writing, said: str, asked: Asked) -> Entry:
    """Record that a violation was observed; nothing is deducted before the officer confirms it.

    The same ``ref`` again is fine. Raises Refused for a kind the college did not name or a person it
    does not apply to, and for a day before the regulation; Usage for a day that has not come.
    """
    kind, on = asked.kind, asked.on
    hall.require_in_force(on)
    if asked.ref and (recorded := credit.by_ref(hall.db, asked.ref)):
        return entry_of(hall, recorded)._replace(already=True)
    if on > hall.today:
        raise Usage("credit.future", day=on)
    if not asked.note.strip():
        raise Usage("credit.needs_note")
    person = hall.person(said, on)
    policy.may_confirm(kind, person.role, hall.law.on(on))
    case_no = sheet.find(hall, asked.case).file.case_no if asked.case else None
    alike = [
        one
        for one in credit.of_person(hall.db, person.staff_no)
        if (one.kind, one.on) == (kind, on)
    ]
    number = credit.next_no(hall.db, hall.today.year)
    credit.add_violation(
        work, number, person.staff_no, kind, on, case_no, asked.note.strip(), asked.ref,
        asked.complaint_no, (asked.evidence or "").strip() or None,
    )  # fmt: skip
    work.tell(
        {"entry": number}, staff=person.staff_no, kind=kind, on=on, case=case_no,
        complaint=asked.complaint_no,
    )  # fmt: skip
    found = find_row(hall, number)
    shown = entry_of(hall, found)
    for other in alike:
        hall.note("credit.likely_repeat", "32", entry_no=number, other=other.violation_no)
    return shown


@act("credit confirm")
def confirm(hall: Hall, work: Writing, number: str) -> Entry:
    """The officer's word that a proposed violation stands: the points are lost from here on.

    Raises Refused unless the officer acts and for a kind that is not on; Conflict when it was decided
    otherwise; NotFound.
    """
    recorded = find_row(hall, number)
    hall.require_officer("32")
    if recorded.state == "confirmed":
        return entry_of(hall, recorded)._replace(already=True)
    if recorded.state != "proposed":
        raise Conflict(
            "credit.decided_otherwise", entry_no=recorded.violation_no, state=recorded.state
        )
    person = people.person(hall.db, recorded.staff_no, recorded.on)
    policy.may_confirm(recorded.kind, person.role if person else None, hall.law.on(recorded.on))
    credit.add_decision(work, recorded.violation_no, "confirmed", hall.now, hall.actor_no, None)
    shown = entry_of(hall, find_row(hall, number))
    work.tell({"entry": shown.entry_no, "points": shown.points}, staff=shown.staff_no)
    if shown.standing == "dismissal_proposed":
        hall.note(
            "credit.dismissal_due",
            "32",
            name=shown.name,
            staff_no=shown.staff_no,
            balance=shown.balance,
        )
    return shown


@act("credit reject")
def reject(hall: Hall, work: Writing, number: str, reason: str) -> Entry:
    """The officer's word that a proposed violation does not stand; it stays on record, without points."""
    recorded = find_row(hall, number)
    hall.require_officer("32")
    if recorded.state == "rejected":
        return entry_of(hall, recorded)._replace(already=True)
    if recorded.state != "proposed":
        raise Conflict(
            "credit.decided_otherwise", entry_no=recorded.violation_no, state=recorded.state
        )
    if not reason.strip():
        raise Usage("credit.needs_note")
    credit.add_decision(work, recorded.violation_no, "rejected", hall.now, hall.actor_no, reason)
    work.tell({"entry": recorded.violation_no}, staff=recorded.staff_no)
    return entry_of(hall, find_row(hall, number))
