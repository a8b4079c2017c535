"""The rules about what follows the handling of a case: its fee (Art. 24), its rating (Art. 33).

A room of their own beside ``policy``, whose law they take and in whose register they stand.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hallctl.errors import Refused
from hallctl.model import Deadline, Ground, Ruling
from hallctl.policy import LawOfDay, article

if TYPE_CHECKING:
    from hallctl.workdays import Calendar


@article("24")
def may_take_fee(taker_nos: Iterable[str], handler_nos: Iterable[str]) -> None:
    """Who handles a case never records its fee as paid: handling and collecting are kept apart.

    Everybody who ever handled the case counts. In force by: the day of the payment. Raises Refused.
    """
    if both := sorted(set(taker_nos) & set(handler_nos)):
        raise Refused("fee.taken_by_handler", article="24", staff_nos=both)


@article("33")
def may_record_rating(
    recorders: Iterable[tuple[str, str | None]],
    handler_nos: Iterable[str],
    window_nos: Iterable[str],
) -> None:
    """Service is supervised by others: no rating is taken down by the window that is rated.

    ``recorders`` are (number, own window); nobody may be of the case's windows or ever have handled it.
    In force by: the day of the rating. Raises Refused.
    """
    handlers, windows = set(handler_nos), set(window_nos)
    if own := sorted({no for no, window in recorders if no in handlers or window in windows}):
        raise Refused("rating.own_window", article="33", staff_nos=own)


@article("33")
def satisfies(level: int, law: LawOfDay) -> Ruling[bool]:
    """Service is measured by what applicants say: from a level on, of five, a rating satisfies.

    In force by: the day of the rating.
    """
    settings = law.read("rating.satisfied_from")
    good = level >= law["rating.satisfied_from"]
    because = "why.satisfied" if good else "why.dissatisfied"
    return Ruling(good, Ground("33", because, {"level": level}, settings))


class Rectification(NamedTuple):
    """By when a bad rating is answered; both limits in working days, and counted."""

    contact_days: int
    contact: Deadline
    fix_days: int
    fix: Deadline


@article("33")
def rectification(
    level: int, rated_on: date, calendar: "Calendar", law: LawOfDay
) -> Ruling[Rectification | None]:
    """A bad rating is looked into: the applicant is called back and the matter put right in time.

    None for a rating that satisfies; both limits count from the day after. In force by: the day of the
    rating.
    """
    settings = law.read("rating.satisfied_from", "rating.contact_days", "rating.fix_days")
    values: dict[str, object] = {"level": level}
    if satisfies(level, law).value:
        return Ruling(None, Ground("33", "why.satisfied", values, settings))
    days: list[int] = [law["rating.contact_days"], law["rating.fix_days"]]
    contact, fix = (calendar.deadline(rated_on, count) for count in days)
    values |= {"rated_on": rated_on.isoformat(), "due_on": fix.due_on.isoformat()}
    found = Rectification(days[0], contact, days[1], fix)
    return Ruling(found, Ground("33", "why.rectification", values, settings))
