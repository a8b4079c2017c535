"""A complaint received: numbered at once, who complained laid apart, or nothing kept but the number."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl import complaints as rules
from hallctl.errors import Usage
from hallctl.office.cases import sheet as cases
from hallctl.office.complaints.sheet import ComplaintSheet, complained_of, sheet
from hallctl.office.hall import Hall, act
from hallctl.store import complaints as store
from hallctl.store.complaints import ComplaintRow, Identity
from hallctl.store.writing import Writing


class Said(NamedTuple):
    """What a complainant said, or the letter does."""

    channel: str
    staff: str | None
    window: str | None
    case: str | None
    officer: bool
    matter: str
    kind: str
    on: date | None
    """The day it happened; the day it was received when left out."""
    at: datetime
    ref: str | None
    anonymous: bool
    name: str | None
    contact: str | None


@act("complaint open")
def open_complaint(hall: Hall, work: Writing, said: Said) -> ComplaintSheet:
    """Receive a complaint; an anonymous one gets a query code, which is shown this once.

    One about the officer, or a case that the officer handled, goes to the student affairs department:
    neither what it says nor who said it is kept. The same ``ref`` again is fine. Raises Usage for what
    is missing or contradicts itself, Refused for a day before the regulation.
    """
    if said.ref and (recorded := store.by_ref(hall.db, said.ref)):
        return sheet(hall, recorded, already=True)
    on = said.on or said.at.date()
    _require_sense(hall, said, on)
    number = store.next_no(hall.db, said.at.year)
    row = _row(hall, said, number, on)
    if said.officer or (hall.officer_no and hall.officer_no in complained_of(hall, row)):
        return _forward(hall, work, said, number)
    who = _identity(said)
    if who and store.names(who, said.matter):
        raise Usage("complaint.names_complainant")
    code = store.new_code() if said.anonymous else None
    store.add_complaint(work, row, code)
    if who:
        store.seal(work, number, who)
    work.tell({"complaint": number}, channel=said.channel, about=row.about, kind=said.kind, on=on)
    return sheet(hall, row._replace(anonymous=said.anonymous))._replace(query_code=code)


def _row(hall: Hall, said: Said, number: str, on: date) -> ComplaintRow:
    """The row of a complaint; what is named must exist."""
    staff_no = hall.person(said.staff, on).staff_no if said.staff else None
    window_no = cases.find_window(hall, said.window, on).window_no if said.window else None
    case_no = cases.find(hall, said.case).file.case_no if said.case else None
    about = "staff" if staff_no else "window" if window_no else "case" if case_no else "officer"
    return ComplaintRow(
        number, said.channel, about, said.kind, staff_no, window_no, case_no, said.matter.strip(),
        on, said.at, said.ref,
    )  # fmt: skip


def _forward(hall: Hall, work: Writing, said: Said, number: str) -> ComplaintSheet:
    """Keep the number of a complaint about the officer, and nothing of what it says."""
    on = said.at.date()
    row = ComplaintRow(
        number, said.channel, "officer", None, None, None, None, None, on, said.at
    )  # fmt: skip
    store.add_complaint(work, row, None)
    work.tell({"complaint": number})
    hall.note("complaint.goes_elsewhere", "33", complaint_no=number)
    return sheet(hall, row)


def _require_sense(hall: Hall, said: Said, on: date) -> None:
    hall.require_in_force(on)
    if said.at > hall.now or on > said.at.date():
        raise Usage("complaint.future", at=said.at, on=on)
    for value, known in ((said.channel, rules.CHANNELS), (said.kind, rules.KINDS)):
        if value not in known:
            raise Usage("complaint.unknown_word", value=value, known=known)
    if sum(map(bool, (said.staff, said.window, said.case, said.officer))) != 1:
        raise Usage("complaint.about_one")
    if said.officer:
        return
    if not said.matter.strip():
        raise Usage("complaint.needs_matter")
    if said.anonymous == bool(said.name and said.name.strip()):
        raise Usage("complaint.anonymous_or_named")
    if said.anonymous and said.contact:
        raise Usage("complaint.anonymous_has_no_contact")


def _identity(said: Said) -> Identity | None:
    if said.anonymous or not said.name:
        return None
    return Identity(said.name.strip(), (said.contact or "").strip() or None)
