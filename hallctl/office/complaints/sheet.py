"""A complaint as it is shown, by when its steps are due, and how it is found. Never who complained."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl import complaints as rules
from hallctl.errors import NotFound, Usage
from hallctl.model import Deadline
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import cases, people, places
from hallctl.store import complaints as store
from hallctl.store.complaints import ComplaintRow, Step


class ComplaintSheet(NamedTuple):
    """One complaint; fields that do not apply are None."""

    complaint_no: str
    state: str
    """received, accepted, found, replied; forwarded for one about the officer."""
    about: str
    received_at: datetime
    channel: str | None = None
    kind: str | None = None
    staff_no: str | None = None
    complained_of: str | None = None
    """The name of whom it complains."""
    window_no: str | None = None
    window: str | None = None
    case_no: str | None = None
    on: date | None = None
    anonymous: bool | None = None
    accept_by: date | None = None
    reply_by: date | None = None
    due_status: str | None = None
    due_latest: date | None = None
    """The latest that the next step's day can turn out to be."""
    overdue: bool | None = None
    accepted_at: datetime | None = None
    finding: str | None = None
    investigated_by: str | None = None
    replied_at: datetime | None = None
    lateness: str | None = None
    violations: tuple[str, ...] = ()
    ref: str | None = None
    query_code: str | None = None
    """Shown once, when an anonymous complaint is received."""
    already: bool | None = None


class Limits(NamedTuple):
    """By when a complaint is accepted and answered."""

    accept: Deadline
    reply: Deadline


def limits(hall: Hall, row: ComplaintRow, steps: Sequence[Step]) -> Limits:
    """Both limits by the settings of the day it was received; the reply's as if accepted in time."""
    day = row.received_at.date()
    law, calendar = hall.law.on(day), calendar_on(hall, day)
    accept = rules.accept_due(day, calendar, law).value
    accepted = newest(steps, "accepted")
    accepted_on = accepted.at.date() if accepted else accept.due_on
    return Limits(accept, rules.reply_due(accepted_on, accept, calendar, law).value)


def sheet(hall: Hall, row: ComplaintRow, *, already: bool | None = None) -> ComplaintSheet:
    """The sheet of a complaint as it stands now."""
    number = row.complaint_no
    if row.about == "officer":
        return ComplaintSheet(number, "forwarded", row.about, row.received_at, already=already)
    steps = store.steps(hall.db, number)
    state = steps[-1].kind if steps else "received"
    due = limits(hall, row, steps)
    waits = due.accept if state == "received" else due.reply
    accepted, found, replied = (newest(steps, kind) for kind in ("accepted", "found", "replied"))
    person = people.person(hall.db, row.staff_no, row.on) if row.staff_no else None
    window = places.window(hall.db, row.window_no, row.on) if row.window_no else None
    return ComplaintSheet(
        number, state, row.about, row.received_at, row.channel, row.kind, row.staff_no,
        person.name if person else None, row.window_no, window.name if window else None,
        row.case_no, row.on, row.anonymous, due.accept.due_on, due.reply.due_on,
        waits.status.value, waits.latest, not replied and hall.today > waits.latest,
        accepted.at if accepted else None, found.finding if found else None,
        found.by_no if found else None, replied.at if replied else None,
        replied.lateness if replied else None,
        tuple(store.violations_of(hall.db, number)), row.ref, already=already,
    )  # fmt: skip


def newest(steps: Sequence[Step], kind: str) -> Step | None:
    """The newest step of a kind."""
    return next((one for one in reversed(steps) if one.kind == kind), None)


NUMBER = re.compile(r"T[0-9]{4}-[0-9]{1,6}|[0-9]{1,5}")


def find(hall: Hall, said: str) -> ComplaintRow:
    """The complaint somebody named: ``T2026-0003``, or ``3`` for this year's; raises NotFound.

    What does not look like a number is not repeated: it may be who complained.
    """
    if not NUMBER.fullmatch(said.upper()):
        raise NotFound("complaint.no_number")
    number = f"T{hall.today.year}-{int(said):04d}" if said.isdigit() else said.upper()
    row = store.complaint(hall.db, number)
    if row is None:
        raise NotFound("complaint.unknown", complaint_no=said)
    return row


def complained_of(hall: Hall, row: ComplaintRow) -> list[str]:
    """Everybody a complaint may mean: the person, whoever handled the case, all at the window that day."""
    if row.staff_no:
        return [row.staff_no]
    if row.case_no:
        events = cases.events(hall.db, row.case_no)
        return list(dict.fromkeys(one.after.handler_no for one in events))
    staff = people.everybody(hall.db, row.on)
    return [
        one.staff_no for one in staff if one.window_no == row.window_no and one.serves_on(row.on)
    ]


def require_discreet(hall: Hall, row: ComplaintRow, text: str) -> None:
    """Refuse an empty text, and one that names who complained; the refusal repeats neither."""
    if not text.strip():
        raise Usage("complaint.needs_note")
    if store.gives_away(hall.db, row.complaint_no, text):
        raise Usage("complaint.names_complainant")
