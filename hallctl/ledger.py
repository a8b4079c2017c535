"""Around the credit ledger (Art. 32): whose lateness it is, and until when a deduction is contested."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hallctl.errors import Refused
from hallctl.model import Deadline, Ground, Ruling
from hallctl.policy import LawOfDay, article

if TYPE_CHECKING:
    from hallctl.workdays import Calendar, Pauses


class Held(NamedTuple):
    """One department's part of a case: by when it had to decide, and when it did."""

    department: str
    due_on: date
    until: date
    """The day of its verdict; while there is none, the day that is looked at."""


class Liability(NamedTuple):
    """How much of a lateness is the handler's, in working days."""

    workdays_late: int
    department_days: int
    """By how much departments passed their own days; pauses taken out."""
    departments: tuple[str, ...]
    last_on: date
    """The last day on which the handler was not late yet."""

    @property
    def is_handlers(self) -> bool:
        """Whether anything is left when the departments' days are taken out."""
        return self.workdays_late > self.department_days


@article("32")
def liability_for_lateness(
    due: Deadline, until: date, held: Sequence[Held], calendar: "Calendar", pauses: "Pauses" = ()
) -> Ruling[Liability]:
    """What is not finished in time counts against whoever had it, so not for what a department held up.

    ``until`` is the day of completion, or the one that is looked at. The days by which the slowest
    department passed its own day are the departments'. In force by: the day of acceptance.
    """
    late = calendar.workdays_between(due.latest, until, pauses)
    over = {
        one.department: calendar.workdays_between(one.due_on, one.until, pauses) for one in held
    }
    days = max(over.values(), default=0)
    names = tuple(name for name, number in over.items() if number)
    last_on = calendar.deadline(due.latest, days, pauses).latest if days else due.latest
    found = Liability(late, days, names, last_on)
    values = {"workdays_late": late, "department_days": days, "last_on": last_on.isoformat()}
    return Ruling(found, Ground("32", "why.liability", values))


@article("32")
def holder_when_late(holders: Sequence[tuple[date, str]], last_on: date) -> str:
    """Lateness is whose the case was when it became late, whoever had it before or finished it.

    ``holders`` are (from when, number), oldest first; ``last_on`` is the last day in time. In force by:
    that day.
    """
    return [number for since, number in holders if since <= last_on or since == holders[0][0]][-1]


@article("32")
def appeal_until(confirmed_on: date, calendar: "Calendar", law: LawOfDay) -> Ruling[Deadline]:
    """Whoever loses points is heard: an appeal is possible for some working days.

    In force by: the day the officer confirmed it.
    """
    due = calendar.deadline(confirmed_on, law["credit.appeal_days"])
    values = {"from_on": confirmed_on.isoformat(), "due_on": due.due_on.isoformat()}
    return Ruling(due, Ground("32", "why.appeal_until", values, law.read("credit.appeal_days")))


@article("32")
def may_appeal(entry_no: str, appealed_on: date, until: Deadline) -> None:
    """An appeal comes within its days; a provisional last day counts at its latest.

    In force by: the day the officer confirmed it. Raises Refused.
    """
    if appealed_on > until.latest:
        raise Refused(
            "credit.appeal_too_late", article="32", entry_no=entry_no, until_on=until.latest
        )  # fmt: skip


@article("32")
def must_decide_dismissal(standing: str, balance: int, kept_at: int | None) -> bool:
    """A dismissal that is due stays due until it is carried out, or a reasoned decision says otherwise.

    ``kept_at`` is the balance at which the officer decided against it; below that it is due again.
    In force by: the first day of the window.
    """
    return standing == "dismissal_proposed" and (kept_at is None or balance < kept_at)
