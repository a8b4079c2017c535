"""The notices of credit points: of a deduction, of a dismissal, and the letter about a leader."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from hallctl import papers
from hallctl.errors import Conflict, Usage
from hallctl.model import Deadline
from hallctl.office.credit import letters
from hallctl.office.credit.ledger import Entry, entry_of, find_row, last_day_to_appeal, show
from hallctl.office.hall import Hall, act
from hallctl.office.slips.gathering import issuer
from hallctl.office.slips.printing import Origin, Printed, Sort, print_paper
from hallctl.papers import Slip
from hallctl.store import contesting, people, places
from hallctl.store.writing import Writing

SORTS = {
    "deduction": Sort("deduction", "K"),
    "dismissal": Sort("dismissal", "C"),
    "letter": Sort("letter", "H"),
}
"""K from 扣分, C from 辞退, H from 函."""


@act("credit slip")
def print_slip(
    hall: Hall, work: Writing, number: str, kind: str, place: Path, *, current: bool = False
) -> Printed:
    """Print a notice into a folder or an .xlsx file; again means another copy, word for word.

    Raises Usage for another kind, Conflict when nothing was deducted or no dismissal is due, Refused
    unless the officer prints a dismissal.
    """
    if kind not in SORTS:
        raise Usage("slip.unknown_kind", value=kind, known=list(SORTS))
    if kind == "letter":
        return _letter(hall, work, number, place, current=current)
    entry = entry_of(hall, find_row(hall, number))
    event_id = contesting.confirmation_id(hall.db, entry.entry_no)
    until = last_day_to_appeal(hall, find_row(hall, number))
    if entry.state != "confirmed" or event_id is None or until is None:
        raise Conflict("credit.nothing_deducted", entry_no=entry.entry_no, state=entry.state)
    below: int = 0
    if kind == "dismissal":
        hall.require_officer("32")
        below = _below(hall, entry)

    def make(slip_no: str, replaces: str) -> Slip:
        from hallctl.sheets.slips import worded

        facts = _deduction(hall, entry, until, slip_no, replaces)
        if kind == "deduction":
            return worded(facts)
        return worded(papers.Dismissal(facts, _lines(hall, entry), below))

    rows = {"violation_no": entry.entry_no, "violation_event_id": event_id}
    origin = Origin(f"credit:{entry.entry_no}", entry.entry_no, rows)
    return _print(hall, work, origin, SORTS[kind], make, place, current=current)


def _below(hall: Hall, entry: Entry) -> int:
    """The balance under which dismissal is due; raises Conflict when it is not."""
    account = show(hall, entry.staff_no, entry.on)
    if account.standing == "good" or account.kept_because:
        raise Conflict("credit.no_dismissal_due", staff_no=entry.staff_no, balance=account.balance)
    first = account.window.partition("..")[0]
    found: int = hall.law.on(date.fromisoformat(first))["credit.dismiss_below"]
    return found


def _lines(hall: Hall, entry: Entry) -> list[tuple[str, date, str, int, int, int]]:
    return [
        (one.entry_no, one.on, one.kind, one.ordinal, one.points or 0, one.balance or 0)
        for one in show(hall, entry.staff_no, entry.on).entries
        if one.ordinal is not None
    ]


def _deduction(
    hall: Hall, entry: Entry, until: Deadline, slip_no: str, replaces: str
) -> papers.Deduction:
    person = people.person(hall.db, entry.staff_no, entry.on)
    window = (
        places.window(hall.db, person.window_no, entry.on) if person and person.window_no else None
    )
    at = contesting.confirmed_at(hall.db, entry.entry_no) or hall.now
    return papers.Deduction(
        issuer(hall, at.date()), slip_no, replaces, entry.entry_no, entry.name, entry.staff_no,
        window.name if window else "", entry.kind, entry.on, entry.note or "",
        entry.evidence or "", entry.ordinal or 0, entry.points or 0, entry.balance or 0,
        entry.statement or "", at.date(),
        papers.Until(until.due_on, until.earliest, until.latest),
    )  # fmt: skip


def _letter(hall: Hall, work: Writing, number: str, place: Path, *, current: bool) -> Printed:
    row = letters.find(hall, number)
    person = people.person(hall.db, row.staff_no, row.on)
    window = (
        places.window(hall.db, person.window_no, row.on) if person and person.window_no else None
    )

    def make(slip_no: str, replaces: str) -> Slip:
        from hallctl.sheets.slips import worded

        return worded(
            papers.Letter(
                issuer(hall, row.at.date()), slip_no, replaces, row.letter_no, row.department,
                person.name if person else "", row.staff_no, window.name if window else "",
                row.kind, row.on, row.note, row.at.date(),
            )
        )  # fmt: skip

    origin = Origin(f"letter:{row.letter_no}", row.letter_no, {"letter_no": row.letter_no})
    return _print(hall, work, origin, SORTS["letter"], make, place, current=current)


def _print(
    hall: Hall, work: Writing, origin: Origin, sort: Sort, make: Callable[[str, str], Slip],
    place: Path, *, current: bool,
) -> Printed:  # fmt: skip
    printed, path = print_paper(hall, work, origin, sort, make, place, current=current)
    return Printed(
        None, sort.name, printed.slip_no, printed.copy, printed.printed_at, str(path),
        printed.sha256, subject=origin.subject,
    )  # fmt: skip
