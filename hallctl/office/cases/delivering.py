"""Collection (Art. 24): when the result of a completed case was handed over, and to whom."""

from datetime import datetime
from typing import NamedTuple

from hallctl.errors import Conflict, Usage
from hallctl.office.cases.sheet import find, sheet
from hallctl.office.hall import Hall, act
from hallctl.store import case_care
from hallctl.store.case_care import Delivery
from hallctl.store.cases import Case
from hallctl.store.writing import Writing


class Delivered(NamedTuple):
    """Who collected a result, and when."""

    case_no: str
    collected_by: str | None
    """A name; None for the applicant whose name is not known."""
    proxy: bool
    delivered_at: datetime
    already: bool | None = None


@act("case deliver")
def deliver(
    hall: Hall, work: Writing, said: str, to: str | None, proxy: bool, at: datetime | None
) -> Delivered:
    """Record that the result was collected, by the applicant or by proxy; the same again is fine.

    Raises Conflict when the case is not completed or somebody else collected it, Usage when another
    name than the applicant's comes without ``proxy``.
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    case = find(hall, said)
    case_no, closed_at = case.file.case_no, case.now.closed_at
    who = _collector(sheet(hall, case).applicant, case_no, to, proxy)
    if case.now.state != "completed" or closed_at is None:
        raise Conflict("delivery.not_completed", case_no=case_no, state=case.now.state)
    if before := case_care.delivery(hall.db, case_no, closed_at):
        if (before.collected_by, before.proxy) == (who, proxy):
            return _delivered(before, already=True)
        raise Conflict("delivery.done", case_no=case_no, at=before.at, entry_no=before.entry_no)
    if at > hall.now:
        raise Usage("case.future", at=at)
    if at < closed_at:
        raise Usage("delivery.too_early", case_no=case_no, at=at, closed=closed_at)
    case_care.add_delivery(work, case_no, who, proxy, at)
    work.tell({"case": case_no}, proxy=proxy or None, at=at)
    return Delivered(case_no, who, proxy, at)


def of_case(hall: Hall, case: Case) -> Delivered | None:
    """The collection of a closed case; None while its result waits."""
    if case.now.closed_at is None:
        return None
    found = case_care.delivery(hall.db, case.file.case_no, case.now.closed_at)
    return _delivered(found) if found else None


def _collector(applicant: str | None, case_no: str, to: str | None, proxy: bool) -> str | None:
    name = (to or "").strip() or None
    if proxy and name is None:
        raise Usage("delivery.proxy_needs_name", case_no=case_no)
    if name and applicant and name != applicant and not proxy:
        raise Usage("delivery.say_proxy", case_no=case_no, to=name)
    return name or applicant


def _delivered(found: Delivery, *, already: bool | None = None) -> Delivered:
    return Delivered(found.case_no, found.collected_by, found.proxy, found.at, already)
