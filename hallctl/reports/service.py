"""Cases of a month by window and tier, and what came late (Art. 27, 28, 33)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class ServiceLine(NamedTuple):
    """The figures of the cases of one window and tier; an empty one stands for all of them."""

    window_no: str
    window: str
    tier: str
    figures: Mapping[str, float | int | None]


class OverdueLine(NamedTuple):
    """One case that is counted as late; ``reason`` is empty where nobody recorded one."""

    case_no: str
    item: str
    tier: str
    window: str
    holder: str
    due_on: date | None
    closed_on: date | None
    workdays_late: int | None
    article: str
    reason: str
    said_at: str = ""
    """The kind of step with which the reason was recorded."""


class LateAnswer(NamedTuple):
    """A step of a referral, or what a bad rating asks for, that came or is still to come late."""

    case_no: str
    what: str
    """report, refer, feedback; call_back, rectification."""
    subject: str
    window: str
    holder: str
    due_on: date
    done_on: date | None
    workdays_late: int
    article: str
    reason: str


class Service(NamedTuple):
    """The service side of a month behind its figures."""

    lines: Sequence[ServiceLine] = ()
    """By window and tier, each window's sum after its tiers."""
    tiers: Sequence[ServiceLine] = ()
    """Over all windows by tier, the sum of all at the end."""
    overdue: Sequence[OverdueLine] = ()
    answers: Sequence[LateAnswer] = ()
