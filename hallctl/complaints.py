"""Complaints (Art. 33): by when they are accepted and answered, who looks into them."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from hallctl.errors import Refused
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
