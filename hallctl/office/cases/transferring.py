"""Handing a case on (Art. 24): another handler, the same first contact."""

import itertools
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl.errors import Refused, Usage
from hallctl.lifecycle import require_step
from hallctl.office.cases.sheet import find, require_order
from hallctl.office.hall import Hall, act
from hallctl.store import case_care, cases, people
from hallctl.store.cases import Case, Event, Particulars
from hallctl.store.writing import Writing


class Transfer(NamedTuple):
    """One hand-over of a case; the first contact stays who it was."""

    case_no: str
    handler_no: str
    """Who has the case now."""
    from_no: str
    first_contact_no: str | None
    window_no: str
    """The case's own window, which answers for it in the figures."""
    transferred_at: datetime
    note: str | None
    already: bool | None = None


@act("case transfer")
def transfer(
    hall: Hall, work: Writing, said: str, to: str, reason: str, at: datetime | None
) -> Transfer:
    """Hand an open case on to another handler, with a reason; to the same one again is fine.

    Raises Refused when that person does not serve that day (Art. 24), Conflict for a closed case.
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    case = find(hall, said)
    person = hall.person(to, at.date())
    if person.staff_no == case.now.handler_no:
        return _shown(case, _newest(hall, case), at, already=True)
    require_step("transferred", case.now.state, case.file.case_no)
    if not reason.strip():
        raise Usage("case.transfer_needs_reason", case_no=case.file.case_no)
    if not person.serves_on(at.date()):
        raise Refused("case.not_serving", article="24", staff_no=person.staff_no, day=at.date())
    if person.staff_no in {one.taken_by for one in case_care.fees(hall.db, case.file.case_no)}:
        raise Refused("fee.taken_by_handler", article="24", staff_nos=[person.staff_no])
    require_order(hall, case, at)
    after = case.now._replace(handler_no=person.staff_no)
    told = Particulars(party=person.staff_no)
    cases.add_event(work, case.file.case_no, "transferred", at, after, reason.strip(), told=told)
    work.tell({"case": case.file.case_no}, to=person.staff_no, at=at)
    if case.file.first_contact_no:
        hall.note("case.first_contact_stays", "24", case_no=case.file.case_no,
                  first_contact_no=case.file.first_contact_no)  # fmt: skip
    return Transfer(
        case.file.case_no, person.staff_no, case.now.handler_no, case.file.first_contact_no,
        case.file.window_no, at, reason.strip(),
    )  # fmt: skip


def windows_of(hall: Hall, case: Case) -> list[str]:
    """The case's own window, and the window of everybody whom it was handed on to, on that day."""
    found = [case.file.window_no]
    for event in cases.events(hall.db, case.file.case_no):
        if event.kind == "transferred":
            person = people.person(hall.db, event.after.handler_no, event.at.date())
            if person and person.window_no:
                found.append(person.window_no)
    return found


def _newest(hall: Hall, case: Case) -> tuple[Event | None, str]:
    """The newest hand-over, and who had the case before it."""
    steps: Sequence[Event] = cases.events(hall.db, case.file.case_no)
    for before, event in reversed(list(itertools.pairwise(steps))):
        if event.kind == "transferred":
            return event, before.after.handler_no
    return None, case.now.handler_no


def _shown(
    case: Case, newest: tuple[Event | None, str], at: datetime, *, already: bool
) -> Transfer:
    event, from_no = newest
    return Transfer(
        case.file.case_no, case.now.handler_no, from_no, case.file.first_contact_no,
        case.file.window_no, event.at if event else at, event.note if event else None, already,
    )  # fmt: skip
