"""Leaders have no points (Art. 32): a letter goes to the department that sent them."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import NotFound, Usage
from hallctl.model import Role
from hallctl.office.cases import sheet
from hallctl.office.complaints.sheet import find as find_complaint
from hallctl.office.hall import Hall, act
from hallctl.store import letters, people, places
from hallctl.store.letters import LetterRow
from hallctl.store.writing import Writing


class Letter(NamedTuple):
    """One letter about a leader."""

    letter_no: str
    staff_no: str
    name: str
    department: str
    kind: str
    on: date
    note: str
    case_no: str | None
    complaint_no: str | None
    at: datetime
    already: bool | None = None


class Said(NamedTuple):
    """What a letter is about."""

    kind: str
    on: date
    note: str
    case: str | None
    complaint: str | None


@act("credit letter")
def write(hall: Hall, work: Writing, said: str, told: Said) -> Letter:
    """Record a letter about a leader to the department of the window; the slip prints it.

    Raises Refused unless the officer acts, Usage for anybody who is no leader; the same again is fine.
    """
    hall.require_officer("32")
    hall.require_in_force(told.on)
    if told.on > hall.today:
        raise Usage("credit.future", day=told.on)
    if not told.note.strip():
        raise Usage("credit.needs_note")
    person = hall.person(said, told.on)
    if person.role is not Role.LEADER or person.window_no is None:
        raise Usage("credit.letters_are_for_leaders", staff_no=person.staff_no, role=person.role)
    if recorded := letters.same(hall.db, person.staff_no, told.kind, told.on, told.note.strip()):
        return _shown(hall, recorded)._replace(already=True)
    window = places.window(hall.db, person.window_no, told.on)
    row = LetterRow(
        letters.next_no(hall.db, hall.today.year), person.staff_no,
        window.department if window else "", told.kind, told.on, told.note.strip(),
        sheet.find(hall, told.case).file.case_no if told.case else None,
        find_complaint(hall, told.complaint).complaint_no if told.complaint else None, hall.now,
    )  # fmt: skip
    letters.add(work, row)
    work.tell({"letter": row.letter_no}, staff=person.staff_no, kind=told.kind, on=told.on)
    return _shown(hall, row)


def find(hall: Hall, said: str) -> LetterRow:
    """One letter by number; raises NotFound."""
    row = letters.letter(hall.db, said.upper())
    if row is None:
        raise NotFound("credit.unknown", entry_no=said)
    return row


def _shown(hall: Hall, row: LetterRow) -> Letter:
    person = people.person(hall.db, row.staff_no, row.on)
    return Letter(row.letter_no, row.staff_no, person.name if person else "", *row[2:])
