"""The reckoning behind a complaint's days, and what followed from it; never who complained (Art. 33)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hallctl import complaints as rules
from hallctl.model import CountedDay, Ground
from hallctl.office.complaints.sheet import ComplaintSheet, complained_of, find, newest, sheet
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import complaints as store
from hallctl.store.complaints import ComplaintRow, Step


class Reason(NamedTuple):
    """The value, its ground, the days that were counted, and everything beside it."""

    complaint_no: str
    value: object
    ground: Ground
    days: Sequence[CountedDay]
    steps: Sequence[Ground]


def complaint_of(hall: Hall, said: str) -> Reason:
    """By when a complaint is answered and why, and what followed or did not; raises NotFound."""
    row = find(hall, said)
    number = row.complaint_no
    if row.about == "officer":
        ground = Ground("33", "why.complaint_elsewhere", {"complaint_no": number})
        return Reason(number, "forwarded", ground, (), ())
    day = row.received_at.date()
    law, calendar = hall.law.on(day), calendar_on(hall, day)
    steps = store.steps(hall.db, number)
    accepted = newest(steps, "accepted")
    accept = rules.accept_due(day, calendar, law)
    accepted_on = accepted.at.date() if accepted else accept.value.due_on
    reply = rules.reply_due(accepted_on, accept.value, calendar, law)
    counted_from = min(accepted_on, accept.value.latest)
    settings = {**accept.ground.settings, **reply.ground.settings}
    shown = sheet(hall, row)
    beside = [
        accept.ground,
        _acceptance(accepted),
        *([Ground("33", "why.complaint_capped")] if accepted_on > accept.value.latest else []),
        *_finding(hall, row, shown, newest(steps, "found")),
        _answer(shown, newest(steps, "replied")),
        Ground("33", "why.complaint_anonymous" if row.anonymous else "why.complaint_sealed"),
    ]
    return Reason(
        number, reply.value.due_on, reply.ground._replace(settings=settings),
        calendar.days_after(counted_from, reply.value.due_on), beside,
    )  # fmt: skip


def _acceptance(accepted: Step | None) -> Ground:
    if accepted is None:
        return Ground("33", "why.complaint_unaccepted")
    return Ground("33", "why.complaint_accepted", accepted._asdict())


def _finding(
    hall: Hall, row: ComplaintRow, shown: ComplaintSheet, found: Step | None
) -> Iterator[Ground]:
    """Who may look into it, what was found, and whether a violation followed."""
    meant = complained_of(hall, row)
    if found is None:
        yield Ground("33", "why.complaint_unfound", {"staff": meant})
        return
    yield Ground("33", "why.complaint_found", {**found._asdict(), "staff": meant})
    if shown.violations:
        yield Ground("32", "why.complaint_violation", {"violations": shown.violations})
    else:
        yield Ground("32", f"why.complaint_no_violation_{found.finding}")


def _answer(shown: ComplaintSheet, replied: Step | None) -> Ground:
    if replied is not None:
        return Ground("33", "why.complaint_replied", replied._asdict())
    values = {"due_latest": shown.due_latest, "reply_by": shown.reply_by}
    return Ground("33", "why.complaint_late" if shown.overdue else "why.complaint_waits", values)
