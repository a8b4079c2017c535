"""Complaints (Art. 33): by when they are accepted and answered, who looks into them, their figures."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hallctl.errors import Refused
from hallctl.figures import rate
from hallctl.model import Deadline, Ground, Role, Ruling
from hallctl.policy import LawOfDay, article

if TYPE_CHECKING:
    from hallctl.workdays import Calendar

CHANNELS = ("window", "phone", "email", "letter")
KINDS = ("attitude", "overdue", "procedure", "other")
"""What complaints are about, for the analysis."""
FINDINGS = ("yes", "partly", "no")
VIOLATION_OF = {"attitude": "attitude", "overdue": "overdue"}
"""The violation that a substantiated complaint of a kind is proposed as, unless said otherwise."""


@article("33")
def accept_due(received_on: date, calendar: "Calendar", law: LawOfDay) -> Ruling[Deadline]:
    """Complaints are taken up, so each has a day by which somebody has accepted it.

    In force by: the day it was received.
    """
    due = calendar.deadline(received_on, law["complaint.accept_days"])
    values = {"received_on": received_on.isoformat(), "due_on": due.due_on.isoformat()}
    return Ruling(
        due, Ground("33", "why.complaint_accept", values, law.read("complaint.accept_days"))
    )


@article("33")
def reply_due(
    accepted_on: date, accept_by: Deadline, calendar: "Calendar", law: LawOfDay
) -> Ruling[Deadline]:
    """Complaints are dealt with in earnest, so each is answered within some days of its acceptance.

    An acceptance that came late gains nothing: the days then count from its last day. In force by: the
    day it was received.
    """
    from_on = min(accepted_on, accept_by.latest)
    due = calendar.deadline(from_on, law["complaint.reply_days"])
    values = {"from_on": from_on.isoformat(), "due_on": due.due_on.isoformat()}
    return Ruling(
        due, Ground("33", "why.complaint_reply", values, law.read("complaint.reply_days"))
    )


@article("33")
def complaint_lateness(due: Deadline, done_on: date) -> str:
    """A step is late only after the latest day that its limit can turn out to mean.

    In force by: the day it was received.
    """
    return "late" if done_on > due.latest else "on_time"


@article("33")
def may_investigate(
    staff_no: str, role: Role | None, complained_of: Collection[str], complaint_no: str
) -> None:
    """Nobody looks into a complaint about himself; it takes a window leader or the officer.

    In force by: the day of the finding. Raises Refused.
    """
    if staff_no in complained_of:
        raise Refused(
            "complaint.own", article="33", complaint_no=complaint_no, staff_no=staff_no
        )  # fmt: skip
    if role is Role.STUDENT:
        raise Refused(
            "complaint.students_do_not", article="33", complaint_no=complaint_no, staff_no=staff_no
        )


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


class ComplaintFigures(NamedTuple):
    """Complaints over a period (Art. 33); nobody is named."""

    complaints_received: int
    """Those about the officer included."""
    complaints_replied: int
    complaints_substantiated: int
    """Found right, wholly or partly, in the period."""
    complaints_late: int
    """Answered in the period after their day, or unanswered at its end with the day over."""
    complaints_on_time_rate: float | None
    """Of the complaints whose answer fell due in the period, those answered by then."""


def complaint_figures(
    facts: Sequence[ComplaintFact], from_on: date, to_on: date, over_on: date | None = None
) -> ComplaintFigures:
    """The figures of complaints over a period, both ends included, as known at its end.

    ``over_on`` is the last day that is over when the period is not.
    """
    settled = to_on if over_on is None else min(to_on, over_on)
    replied = [one for one in facts if one.replied_on and from_on <= one.replied_on <= to_on]
    falling_due = [one for one in facts if one.due_on and from_on <= one.due_on <= settled]
    in_time = [
        one
        for one in falling_due
        if one.lateness == "on_time" and one.replied_on and one.replied_on <= to_on
    ]
    unanswered = [one for one in facts if one.replied_on is None or one.replied_on > to_on]
    overdue = [one for one in unanswered if one.due_latest and one.due_latest <= settled]
    return ComplaintFigures(
        sum(from_on <= one.received_on <= to_on for one in facts),
        len(replied),
        sum(
            one.finding in {"yes", "partly"} and from_on <= one.found_on <= to_on
            for one in facts
            if one.found_on
        ),
        sum(one.lateness == "late" for one in replied) + len(overdue),
        rate(len(in_time), len(falling_due)),
    )
