"""The person is heard (Art. 32): statement, appeal and verdict; a reversal is an entry of its own."""

from datetime import datetime

from hallctl import ledger as rules
from hallctl.errors import Conflict, Usage
from hallctl.office.credit.ledger import Entry, entry_of, find_row, last_day_to_appeal
from hallctl.office.hall import Hall, act
from hallctl.store import contesting as store
from hallctl.store import credit
from hallctl.store.writing import Writing

VERDICTS = ("upheld", "dismissed")


@act("credit statement")
def state(hall: Hall, work: Writing, number: str, text: str) -> Entry:
    """Record what the person says about a violation; a later statement stands beside the earlier one."""
    row = find_row(hall, number)
    if not text.strip():
        raise Usage("credit.needs_note")
    if store.statement(hall.db, row.violation_no) == text.strip():
        return entry_of(hall, row)._replace(already=True)
    store.add_statement(work, row.violation_no, text.strip(), hall.now)
    work.tell({"entry": row.violation_no}, staff=row.staff_no)
    return entry_of(hall, row)


@act("credit appeal")
def appeal(hall: Hall, work: Writing, number: str, reason: str, at: datetime | None) -> Entry:
    """Record that the person contests a deduction, within its days.

    Raises Refused after the last day, Conflict when nothing was deducted or it was contested before.
    """
    row, at = find_row(hall, number), at or hall.now
    if not reason.strip():
        raise Usage("credit.needs_note")
    before = store.appeal(hall.db, row.violation_no)
    if before and (before.verdict or before.reason == reason.strip()):
        if before.reason == reason.strip():
            return entry_of(hall, row)._replace(already=True)
        raise Conflict("credit.appealed_before", entry_no=row.violation_no, verdict=before.verdict)
    if before:
        raise Conflict("credit.appeal_is_open", entry_no=row.violation_no)
    event_id = store.confirmation_id(hall.db, row.violation_no)
    confirmed_at = store.confirmed_at(hall.db, row.violation_no)
    until = last_day_to_appeal(hall, row)
    if row.state != "confirmed" or event_id is None or confirmed_at is None or until is None:
        raise Conflict("credit.nothing_deducted", entry_no=row.violation_no, state=row.state)
    if not confirmed_at <= at <= hall.now:
        raise Usage("credit.appeal_order", entry_no=row.violation_no, at=at, since=confirmed_at)
    rules.may_appeal(row.violation_no, at.date(), until)
    store.add_appeal(work, row.violation_no, event_id, reason.strip(), at)
    work.tell({"entry": row.violation_no}, staff=row.staff_no, at=at)
    return entry_of(hall, row)


@act("credit appeal")
def settle(hall: Hall, work: Writing, number: str, verdict: str, reason: str) -> Entry:
    """The officer's verdict: upheld takes the deduction back, dismissed lets it stand."""
    row = find_row(hall, number)
    hall.require_officer("32")
    if verdict not in VERDICTS:
        raise Usage("credit.unknown_verdict", value=verdict, known=VERDICTS)
    if not reason.strip():
        raise Usage("credit.needs_note")
    found = store.appeal(hall.db, row.violation_no)
    if found is None:
        raise Conflict("credit.no_appeal", entry_no=row.violation_no)
    if found.verdict == verdict:
        return entry_of(hall, row)._replace(already=True)
    if found.verdict:
        raise Conflict("credit.appealed_before", entry_no=row.violation_no, verdict=found.verdict)
    store.add_verdict(work, found.appeal_id, verdict, reason.strip(), hall.now, hall.actor_no)
    if verdict == "upheld":
        reverse(hall, number, reason)
    work.tell({"entry": row.violation_no}, staff=row.staff_no, verdict=verdict)
    return entry_of(hall, find_row(hall, number))


@act("credit reverse")
def reverse(hall: Hall, work: Writing, number: str, reason: str) -> Entry:
    """Take a deduction back by an entry of its own; later ones are counted anew.

    Raises Refused unless the officer acts, Conflict when nothing was deducted.
    """
    row = find_row(hall, number)
    hall.require_officer("32")
    if row.state == "reversed":
        return entry_of(hall, row)._replace(already=True)
    if row.state != "confirmed":
        raise Conflict("credit.nothing_deducted", entry_no=row.violation_no, state=row.state)
    if not reason.strip():
        raise Usage("credit.needs_note")
    credit.add_decision(
        work, row.violation_no, "reversed", hall.now, hall.actor_no, reason.strip()
    )  # fmt: skip
    work.tell({"entry": row.violation_no}, staff=row.staff_no)
    return entry_of(hall, find_row(hall, number))
