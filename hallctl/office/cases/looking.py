"""Cases listed, shown, and due."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import Usage
from hallctl.lifecycle import STATES
from hallctl.office.cases.clock import Clock, StepLimit, clock, pauses_of, step_limits
from hallctl.office.cases.sheet import CaseSheet, find, find_item, find_window, sheet
from hallctl.office.hall import Hall
from hallctl.store import case_parts, cases, slips
from hallctl.store.case_parts import Paper
from hallctl.store.cases import Case
from hallctl.store.slips import SlipPrint


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
        fitting = [one for one in cases.open_cases(hall.db) if _fits(one, said)]
        newest = sorted(fitting, key=lambda one: one.file.case_no)[-limit:]
        return [sheet(hall, one) for one in newest]
    if wanted.state:
        said["state"] = wanted.state
    return [sheet(hall, one) for one in cases.search(hall.db, said, limit)]


def _fits(one: Case, said: dict[str, object]) -> bool:
    file = one.file
    known = {
        "window_no": file.window_no, "item_code": file.item_code, "applicant_no": one.applicant_no,
        "handler_no": one.now.handler_no, "first_contact_no": file.first_contact_no,
        "undelivered_besides": None,
    }  # fmt: skip
    day = file.received_at.date()
    first, last = said.get("from_on", day), said.get("to_on", day)
    in_time = isinstance(first, date) and isinstance(last, date) and first <= day <= last
    return in_time and all(known[key] == value for key, value in said.items() if key in known)


class CaseEvent(NamedTuple):
    """One step of a case: when it happened, and when it was recorded."""

    at: datetime
    kind: str
    note: str | None
    entry_no: int
    recorded_at: datetime
    state: str
    """Where the case stood after it."""
    due_on: date | None
    party: str | None
    reason: str | None
    asked_at: datetime | None
    told_at: datetime | None
    until_on: date | None
    days: int | None


class CaseStory(NamedTuple):
    """A case with its papers, its departments, its clock and everything that happened."""

    case: CaseSheet
    phone: str | None
    clock: Clock | None
    materials: Sequence[Paper]
    steps: Sequence[StepLimit]
    events: Sequence[CaseEvent]
    slips: Sequence[SlipPrint]
    """Every slip that was printed."""


def show_case(hall: Hall, said: str) -> CaseStory:
    """One case from its receipt on; raises NotFound or Usage."""
    case = find(hall, said)
    case_no = case.file.case_no
    events = cases.events(hall.db, case_no)
    recorded = cases.recorded_at(hall.db, case_no)
    until = case.now.closed_at.date() if case.now.closed_at else None
    limits = step_limits(hall, case, pauses_of(events, until)) if case.now.accepted_at else []
    return CaseStory(
        sheet(hall, case),
        case.phone,
        clock(hall, case, events),
        case_parts.papers(hall.db, case_no),
        limits,
        [
            CaseEvent(
                one.at, one.kind, one.note, one.entry_no, recorded[one.entry_no],
                one.after.state, one.after.due_on, *one.told,
            )
            for one in events
        ],
        slips.prints_of(hall.db, f"case:{case_no}"),
    )  # fmt: skip
