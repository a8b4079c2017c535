"""Complaints over a period (Art. 33); nobody is named."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from hallctl.figures.formulas import Formula, Span, span


class ComplaintFact(NamedTuple):
    """What the figures need to know about one complaint; one about the officer is a day only."""

    received_on: date
    due_on: date | None = None
    """By when it is answered."""
    due_latest: date | None = None
    found_on: date | None = None
    finding: str | None = None
    replied_on: date | None = None
    lateness: str | None = None
    """on_time or late, as judged when it was answered."""
    complaint_no: str = ""


class ComplaintSeen(NamedTuple):
    """A complaint, looked at from a period."""

    fact: ComplaintFact
    span: Span


def received(one: ComplaintSeen) -> bool:
    """Complaints received in the period, those about the officer included."""
    return one.span.holds(one.fact.received_on)


def replied(one: ComplaintSeen) -> bool:
    """Complaints answered in the period."""
    return one.span.holds(one.fact.replied_on)


def substantiated(one: ComplaintSeen) -> bool:
    """Found right, wholly or partly, in the period."""
    return one.fact.finding in {"yes", "partly"} and one.span.holds(one.fact.found_on)


def complaint_late(one: ComplaintSeen) -> bool:
    """Answered in the period after their day, or unanswered at its end with the day over."""
    fact = one.fact
    if replied(one):
        return fact.lateness == "late"
    unanswered = fact.replied_on is None or fact.replied_on > one.span.to_on
    over = fact.due_latest is not None and fact.due_latest <= one.span.settled_on
    return unanswered and over


def reply_falling_due(one: ComplaintSeen) -> bool:
    """Complaints whose answer fell due in the period."""
    return one.span.settles(one.fact.due_on)


def replied_in_time(one: ComplaintSeen) -> bool:
    """Those of them that were answered by then."""
    fact = one.fact
    answered = fact.replied_on is not None and fact.replied_on <= one.span.to_on
    return reply_falling_due(one) and answered and fact.lateness == "on_time"


FORMULAS: dict[str, Formula[ComplaintSeen]] = {
    "complaints_received": Formula("33", received),
    "complaints_replied": Formula("33", replied),
    "complaints_substantiated": Formula("33", substantiated),
    "complaints_late": Formula("33", complaint_late),
    "complaints_on_time_rate": Formula("33", replied_in_time, reply_falling_due),
}


class ComplaintFigures(NamedTuple):
    """Complaints over a period (Art. 33)."""

    complaints_received: int
    complaints_replied: int
    complaints_substantiated: int
    complaints_late: int
    complaints_on_time_rate: float | None


def complaint_figures(
    facts: Sequence[ComplaintFact], from_on: date, to_on: date, over_on: date | None = None
) -> ComplaintFigures:
    """The figures of complaints over a period, both ends included, as known at its end."""
    seen = complaints_seen(facts, span(from_on, to_on, over_on))
    found: dict[str, Any] = {code: one.value(seen) for code, one in FORMULAS.items()}
    return ComplaintFigures(**found)


def complaints_seen(facts: Sequence[ComplaintFact], period: Span) -> list[ComplaintSeen]:
    """The complaints, looked at from a period."""
    return [ComplaintSeen(one, period) for one in facts]
