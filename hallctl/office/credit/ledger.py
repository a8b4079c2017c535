"""Credit points as they are shown (Art. 32): entries with their place in the ledger, balances, standings."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl import ledger as rules
from hallctl import policy
from hallctl.errors import NotFound
from hallctl.model import Deadline
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.policy import LedgerLine
from hallctl.store import contesting, credit, people, posts
from hallctl.store.credit import ViolationRow


class Entry(NamedTuple):
    """One violation with its place in the ledger; ordinal, points and balance once confirmed."""

    entry_no: str
    staff_no: str
    name: str
    on: date
    kind: str
    state: str
    ordinal: int | None = None
    points: int | None = None
    balance: int | None = None
    case_no: str | None = None
    note: str | None = None
    complaint_no: str | None = None
    standing: str | None = None
    article: str = "32"
    evidence: str | None = None
    statement: str | None = None
    """What the person says about it."""
    appeal_by: date | None = None
    """The last day to appeal, once confirmed."""
    appeal: str | None = None
    """open, upheld (the deduction is taken back) or dismissed (it stands)."""
    handed_to: tuple[str, ...] | None = None
    """The faculties that a breach of college rules was handed to."""
    already: bool | None = None


class Account(NamedTuple):
    """One person's ledger of one window."""

    staff_no: str
    name: str
    balance: int
    window: str
    """First and last day, joined by two dots."""
    standing: str
    entries: Sequence[Entry]
    kept_because: str | None = None
    """Why a dismissal that is due is not carried out, as the officer decided."""
    already: bool | None = None


def show(hall: Hall, said: str, day: date) -> Account:
    """One person's entries in the window of ``day``, each with its points, and the balance."""
    hall.require_in_force(day)
    person = hall.person(said)
    rows = credit.of_person(hall.db, person.staff_no)
    first, last = policy.credit_window(day, hall.law)
    balance, standing = _balance(hall, person.staff_no, rows, day)
    lines = {line.violation.violation_no: line for line in _ledger(hall, rows, day)}
    entries = [
        _with_line(_surrounded(hall, row, person.name), lines[row.violation_no])
        for row in rows
        if row.violation_no in lines
    ]
    kept = contesting.kept(hall.db, person.staff_no, first, last)
    holds = kept is not None and not rules.must_decide_dismissal(standing, balance, kept.balance)
    return Account(
        person.staff_no, person.name, balance, f"{first}..{last}", standing, entries,
        kept.reason if kept and holds and standing == "dismissal_proposed" else None,
    )  # fmt: skip


def find(hall: Hall, number: str) -> Entry:
    """One entry by number; raises NotFound."""
    return entry_of(hall, find_row(hall, number))


def pending(hall: Hall) -> list[Entry]:
    """All proposals that wait for the officer."""
    return [entry_of(hall, row) for row in credit.proposed(hall.db)]


class Standing(NamedTuple):
    """One person's balance."""

    staff_no: str
    name: str
    balance: int
    standing: str
    kept: bool = False
    """Whether the officer decided against the dismissal that is due."""


def standings(hall: Hall, day: date) -> list[Standing]:
    """Everybody with confirmed violations in the window of ``day``, the lowest balance first."""
    first, last = policy.credit_window(day, hall.law)
    numbers = {
        row.staff_no
        for row in credit.between(hall.db, first, min(last, day))
        if row.state == "confirmed"
    }
    found = []
    for number in numbers:
        rows = [row for row in credit.of_person(hall.db, number) if row.on <= day]
        balance, standing = _balance(hall, number, rows, day)
        person = people.person(hall.db, number, day)
        kept = contesting.kept(hall.db, number, first, last)
        open_still = rules.must_decide_dismissal(standing, balance, kept.balance if kept else None)
        found.append(
            Standing(
                number, person.name if person else "", balance, standing,
                standing == "dismissal_proposed" and not open_still,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (one.balance, one.staff_no))


def find_row(hall: Hall, number: str) -> ViolationRow:
    """A violation by number, or by its bare digits in this year; raises NotFound."""
    said = f"V{hall.today.year}-{int(number):04d}" if number.isdigit() else number
    recorded = credit.violation(hall.db, said.upper())
    if recorded is None:
        raise NotFound("credit.unknown", entry_no=number)
    return recorded


def entry_of(hall: Hall, row: ViolationRow) -> Entry:
    """A violation with its place in the ledger and all that surrounds it."""
    rows = credit.of_person(hall.db, row.staff_no)
    person = people.person(hall.db, row.staff_no, row.on)
    shown = _surrounded(hall, row, person.name if person else "")
    for line in _ledger(hall, rows, row.on):
        if line.violation.violation_no == row.violation_no:
            shown = _with_line(shown, line)
    return shown._replace(standing=_balance(hall, row.staff_no, rows, row.on)[1])


def last_day_to_appeal(hall: Hall, row: ViolationRow) -> Deadline | None:
    """Until when a deduction can be contested, by the settings of the day it was confirmed."""
    at = contesting.confirmed_at(hall.db, row.violation_no)
    if at is None:
        return None
    day = at.date()
    return rules.appeal_until(day, calendar_on(hall, day), hall.law.on(day)).value


def _surrounded(hall: Hall, row: ViolationRow, name: str) -> Entry:
    number = row.violation_no
    until = last_day_to_appeal(hall, row)
    appeal = contesting.appeal(hall.db, number)
    return Entry(
        number, row.staff_no, name, row.on, row.kind, row.state, case_no=row.case_no,
        note=row.note, complaint_no=row.complaint_no, evidence=row.evidence,
        statement=contesting.statement(hall.db, number),
        appeal_by=until.due_on if until else None,
        appeal=(appeal.verdict or "open") if appeal else None,
        handed_to=tuple(contesting.handed_to(hall.db, number)) or None,
    )  # fmt: skip


def _with_line(entry: Entry, line: LedgerLine) -> Entry:
    return entry._replace(ordinal=line.ordinal, points=line.points, balance=line.balance)


def _ledger(hall: Hall, rows: Sequence[ViolationRow], day: date) -> list[LedgerLine]:
    facts = [policy.Violation(row.violation_no, row.on, row.kind, row.state) for row in rows]
    return policy.ledger(facts, hall.law, day)


def _balance(hall: Hall, staff_no: str, rows: Sequence[ViolationRow], day: date) -> tuple[int, str]:
    """The balance of a window and the standing, which is ``dismissed`` once that was carried out."""
    first, last = policy.credit_window(day, hall.law)
    balance: int = hall.law.on(first)["credit.base"]
    for line in _ledger(hall, rows, day):
        balance = line.balance if line.balance is not None else balance
    if posts.dismissed_on(hall.db, staff_no, first, last):
        return balance, "dismissed"
    return balance, policy.standing(balance, day, hall.law).value
