"""Cases listed, shown, and due."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import Usage
from hallctl.office.cases.closing import is_overdue
from hallctl.office.cases.fixing import OpenLimit, open_limits
from hallctl.office.cases.sheet import CaseSheet, find, find_item, find_window, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases
from hallctl.store.case_parts import Paper, Step
from hallctl.store.cases import Case
from hallctl.workdays import Calendar

STATES = ("supplementing", "accepted", "completed", "refused")


class Wanted(NamedTuple):
    """Which cases to list; None where nothing was said."""

    state: str | None = None
    window: str | None = None
    item: str | None = None
    applicant_no: str | None = None
    handler: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    first_contact: str | None = None
    undelivered: bool = False
    """Completed, and the result has not been collected; what is done on the spot is handed over there."""


def list_cases(hall: Hall, wanted: Wanted, limit: int) -> list[CaseSheet]:
    """The newest ``limit`` cases that fit, newest last; ``state`` may also be ``open``."""
    said: dict[str, object] = {}
    if wanted.window:
        said["window_no"] = find_window(hall, wanted.window, hall.today).window_no
    if wanted.item:
        said["item_code"] = find_item(hall, wanted.item, hall.today)[1].item_code
    if wanted.handler:
        said["handler_no"] = hall.person(wanted.handler).staff_no
    if wanted.first_contact:
        said["first_contact_no"] = hall.person(wanted.first_contact).staff_no
    if wanted.undelivered:
        said["undelivered_besides"] = "instant"
    said |= {
        key: value
        for key in ("applicant_no", "from_on", "to_on")
        if (value := getattr(wanted, key)) is not None
    }
    if wanted.state is not None and wanted.state not in (*STATES, "open"):
        raise Usage("case.unknown_state", value=wanted.state, known=[*STATES, "open"])
    if wanted.state == "open":
        return [sheet(hall, one) for one in cases.open_cases(hall.db) if _fits(one, said)][-limit:]
    if wanted.state:
        said["state"] = wanted.state
    return [sheet(hall, one) for one in cases.search(hall.db, said, limit)]


def _fits(one: Case, said: dict[str, object]) -> bool:
    file = one.file
    known = {
        "window_no": file.window_no, "item_code": file.item_code, "applicant_no": file.applicant_no,
        "handler_no": one.now.handler_no, "first_contact_no": file.first_contact_no,
        "undelivered_besides": None,
    }  # fmt: skip
    day = file.received_at.date()
    first, last = said.get("from_on", day), said.get("to_on", day)
    in_time = isinstance(first, date) and isinstance(last, date) and first <= day <= last
    return in_time and all(known[key] == value for key, value in said.items() if key in known)


class CaseEvent(NamedTuple):
    """One step of a case."""

    at: datetime
    kind: str
    note: str | None
    entry_no: int


class CaseStory(NamedTuple):
    """A case with its papers, its departments and everything that happened."""

    case: CaseSheet
    materials: Sequence[Paper]
    steps: Sequence[Step]
    events: Sequence[CaseEvent]


def show_case(hall: Hall, said: str) -> CaseStory:
    """One case from its receipt on; raises NotFound or Usage."""
    case = find(hall, said)
    case_no = case.file.case_no
    return CaseStory(
        sheet(hall, case),
        case_parts.papers(hall.db, case_no),
        case_parts.steps(hall.db, case_no),
        [
            CaseEvent(one.at, one.kind, one.note, one.entry_no)
            for one in cases.events(hall.db, case_no)
        ],
    )


class DueCase(NamedTuple):
    """One open case whose due date is near or past."""

    case_no: str
    item: str
    applicant_no: str
    window_no: str
    handler_no: str
    due_on: date
    due_status: str
    workdays_left: int
    """0 is due today, negative is overdue."""
    overdue: bool
    kind: str = "case"
    """case; for a bad rating call_back or rectification."""


def due_cases(hall: Hall, within: int | None) -> list[DueCase]:
    """Open cases and bad ratings due within some working days (the due-soon setting when None), overdue
    ones first.

    Near is judged by the earliest date the case can turn out to be due, overdue by the latest.
    """
    law = hall.law.on(max(hall.today, hall.facts.effective_from))
    days = int(law["due_soon_days"]) if within is None else within
    calendar = calendar_on(hall, hall.today)
    horizon = calendar.deadline(hall.today, days).due_on
    found = [_due(hall, one, calendar) for one in cases.open_cases(hall.db, horizon)]
    found += [_fix(hall, one, calendar) for one in open_limits(hall) if one.earliest <= horizon]
    return sorted(found, key=lambda one: (one.workdays_left, one.case_no))


def _due(hall: Hall, case: Case, calendar: Calendar) -> DueCase:
    shown = sheet(hall, case)
    due_on = case.now.due_on or hall.today
    overdue = is_overdue(case, hall.today)
    left = _left(hall, due_on, case.now.due_latest or due_on, calendar)
    return DueCase(
        shown.case_no, shown.item, shown.applicant_no, shown.window_no, shown.handler_no, due_on,
        case.now.due_status or "", left, overdue,
    )  # fmt: skip


def _fix(hall: Hall, limit: OpenLimit, calendar: Calendar) -> DueCase:
    shown = sheet(hall, find(hall, limit.case_no))
    left = _left(hall, limit.due_on, limit.latest, calendar)
    return DueCase(
        shown.case_no, shown.item, shown.applicant_no, shown.window_no, shown.handler_no,
        limit.due_on, limit.status, left, hall.today > limit.latest, limit.kind,
    )  # fmt: skip


def _left(hall: Hall, due_on: date, latest: date, calendar: Calendar) -> int:
    """Working days until ``due_on``; negative once ``latest`` is over, on a rest day too."""
    if hall.today > latest:
        return min(-calendar.workdays_between(latest, hall.today), -1)
    return calendar.workdays_between(hall.today, due_on)
