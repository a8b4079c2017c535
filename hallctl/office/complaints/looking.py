"""Complaints listed, shown, asked about with a code, and counted; never who complained."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.errors import NotFound
from hallctl.figures import rate
from hallctl.figures.complaints import ComplaintFact
from hallctl.office.complaints.sheet import ComplaintSheet, find, limits, newest, sheet
from hallctl.office.hall import Hall
from hallctl.store import complaints as store
from hallctl.store.complaints import Reveal, Step

LOOK_BACK = timedelta(days=120)
"""A complaint received longer ago fell due earlier, whatever the settings and the vacations."""


def list_complaints(
    hall: Hall, period: tuple[date, date] | None, *, overdue: bool = False
) -> list[ComplaintSheet]:
    """The complaints received over some days; without days, those that are not answered yet."""
    rows = store.between(hall.db, *period) if period else store.unanswered(hall.db)
    found = [sheet(hall, row) for row in rows]
    return [one for one in found if one.overdue] if overdue else found


class Whole(NamedTuple):
    """One complaint with everything that was done about it."""

    complaint: ComplaintSheet
    matter: str | None
    steps: Sequence[Step]
    reveals: Sequence[Reveal]


def show(hall: Hall, said: str) -> Whole:
    """One complaint; raises NotFound."""
    row = find(hall, said)
    number = row.complaint_no
    return Whole(
        sheet(hall, row), row.matter, store.steps(hall.db, number), store.reveals(hall.db, number)
    )


class Answer(NamedTuple):
    """What a complainant with a query code is told."""

    complaint_no: str
    state: str
    received_at: datetime
    reply_by: date | None
    finding: str | None
    replied_at: datetime | None
    reply: str | None


def ask(hall: Hall, code: str) -> Answer:
    """How far a complaint has come, for whoever holds its code; raises NotFound."""
    row = store.by_code(hall.db, code)
    if row is None:
        raise NotFound("complaint.unknown_code")
    shown = sheet(hall, row)
    replied = newest(store.steps(hall.db, row.complaint_no), "replied")
    return Answer(
        shown.complaint_no, shown.state, shown.received_at, shown.reply_by,
        shown.finding if replied else None, shown.replied_at, replied.note if replied else None,
    )  # fmt: skip


class Line(NamedTuple):
    """How many complaints of one sort, what was found, and how many were answered in time."""

    what: str
    """all, channel, kind, about or window."""
    value: str
    received: int
    yes: int
    partly: int
    no: int
    pending: int
    on_time: int
    late: int
    on_time_rate: float | None


BY: dict[str, Callable[[ComplaintSheet], str | None]] = {
    "all": lambda _one: "all",
    "channel": lambda one: one.channel,
    "kind": lambda one: one.kind,
    "about": lambda one: one.about,
    "window": lambda one: one.window,
}


def analyse(hall: Hall, from_on: date, to_on: date) -> list[Line]:
    """The complaints received over some days, by channel, kind, whom they concern, and window."""
    found = [placed(hall, one) for one in list_complaints(hall, (from_on, to_on))]
    return [line for what, key in BY.items() for line in _lines(what, key, found)]


def placed(hall: Hall, one: ComplaintSheet) -> ComplaintSheet:
    """A complaint with its window: the case's, or where the person served that day."""
    from hallctl.store import cases, people, places

    if one.window or one.on is None:
        return one
    window_no = None
    if one.staff_no and (person := people.person(hall.db, one.staff_no, one.on)):
        window_no = person.window_no
    if one.case_no and (case := cases.case(hall.db, one.case_no)):
        window_no = case.file.window_no
    window = places.window(hall.db, window_no, one.on) if window_no else None
    return one._replace(window=window.name if window else None)


def _lines(
    what: str, key: Callable[[ComplaintSheet], str | None], found: Sequence[ComplaintSheet]
) -> Iterator[Line]:
    values = sorted({value for one in found if (value := key(one))})
    for value in values:
        mine = [one for one in found if key(one) == value]
        findings = [one.finding for one in mine]
        late = sum(one.lateness == "late" or bool(one.overdue) for one in mine)
        on_time = sum(one.lateness == "on_time" for one in mine)
        yield Line(
            what, value, len(mine), findings.count("yes"), findings.count("partly"),
            findings.count("no"),
            sum(one.state not in {"replied", "forwarded"} for one in mine), on_time, late,
            rate(on_time, on_time + late),
        )  # fmt: skip


def facts(hall: Hall, from_on: date, to_on: date) -> list[ComplaintFact]:
    """What the figures of a period need of every complaint that may touch it."""
    rows = {row.complaint_no: row for row in store.between(hall.db, from_on - LOOK_BACK, to_on)}
    rows |= {row.complaint_no: row for row in store.unanswered(hall.db)}
    found = []
    for row in rows.values():
        if row.received_at.date() > to_on:
            continue
        if row.about == "officer":
            found.append(ComplaintFact(row.received_at.date(), complaint_no=row.complaint_no))
            continue
        steps = store.steps(hall.db, row.complaint_no)
        finding, replied = newest(steps, "found"), newest(steps, "replied")
        due = limits(hall, row, steps).reply
        found.append(
            ComplaintFact(
                row.received_at.date(), due.due_on, due.latest,
                finding.at.date() if finding else None, finding.finding if finding else None,
                replied.at.date() if replied else None, replied.lateness if replied else None,
                row.complaint_no,
            )
        )  # fmt: skip
    return found
