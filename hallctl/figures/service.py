"""The figures of accepted cases over a period, as known at its end (Art. 25, 27)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from hallctl.figures.formulas import Formula, Span, mean, span


class CaseFact(NamedTuple):
    """What the figures need to know about one accepted case; dates are civil days."""

    case_no: str
    tier: str
    promise_days: int
    accepted_at: datetime
    due_on: date
    due_latest: date
    closed_at: datetime | None = None
    result: str | None = None
    lateness: str | None = None
    workdays_used: int | None = None
    workdays_gross: int | None = None
    notices: int = 0
    """One-time notices issued; more than one is a breach (Art. 25)."""
    withdrawn: bool = False


class CaseSeen(NamedTuple):
    """A case as it was known at the end of a period; what was closed later was still open."""

    fact: CaseFact
    span: Span

    @property
    def closed_on(self) -> date | None:
        """The day it was closed, None while it was open."""
        return self.fact.closed_at and self.fact.closed_at.date()


def alive(one: CaseSeen) -> bool:
    """Not closed before the period."""
    return one.closed_on is None or one.closed_on >= one.span.from_on


def accepted(one: CaseSeen) -> bool:
    """Accepted in the period."""
    return alive(one) and one.fact.accepted_at.date() >= one.span.from_on


def opening(one: CaseSeen) -> bool:
    """Accepted before the period and not closed before it."""
    return alive(one) and not accepted(one)


def completed(one: CaseSeen) -> bool:
    """Completed in the period."""
    return alive(one) and one.fact.result == "granted"


def refused(one: CaseSeen) -> bool:
    """Refused in the period."""
    return alive(one) and one.fact.result == "refused"


def withdrawn(one: CaseSeen) -> bool:
    """Withdrawn in the period."""
    return alive(one) and one.fact.withdrawn


def still_open(one: CaseSeen) -> bool:
    """Open at the end of the period."""
    return one.closed_on is None


def late(one: CaseSeen) -> bool:
    """Closed in the period after their due date, or open at its end with the latest due date over."""
    if one.closed_on is not None:
        return alive(one) and one.fact.lateness == "late"
    return one.fact.due_latest <= one.span.settled_on


def falling_due(one: CaseSeen) -> bool:
    """Falling due in the period; what was withdrawn in time is left out."""
    in_time = one.fact.withdrawn and one.fact.lateness is None
    return one.span.settles(one.fact.due_on) and not in_time


def in_time(one: CaseSeen) -> bool:
    """Those of them that were completed by then."""
    return falling_due(one) and one.fact.lateness in {"early", "on_time"}


def promised(one: CaseSeen) -> bool:
    """Completed in the period and not on the spot."""
    return completed(one) and one.fact.tier != "instant"


def early(one: CaseSeen) -> bool:
    """Those of them that were completed before their due date."""
    return promised(one) and one.fact.lateness == "early"


def same_day(one: CaseSeen) -> bool:
    """Accepted in the period and closed on that very day."""
    return accepted(one) and one.closed_on == one.fact.accepted_at.date()


def supplemented(one: CaseSeen) -> bool:
    """Accepted in the period after papers had been missing."""
    return accepted(one) and one.fact.notices > 0


def told_once(one: CaseSeen) -> bool:
    """Those of them whose applicant was told once."""
    return supplemented(one) and one.fact.notices == 1


def workdays_used(one: CaseSeen) -> int:
    """Working days from acceptance to completion, pauses taken out."""
    return one.fact.workdays_used or 0


def workdays_gross(one: CaseSeen) -> int:
    """Working days from acceptance to completion, pauses left in."""
    return one.fact.workdays_gross or 0


def days_promised(one: CaseSeen) -> int:
    """The working days that were promised."""
    return one.fact.promise_days


def days_saved(one: CaseSeen) -> int:
    """The working days that were promised and not used."""
    return days_promised(one) - workdays_used(one)


FORMULAS: dict[str, Formula[CaseSeen]] = {
    "cases_opening": Formula("27", opening),
    "cases_accepted": Formula("27", accepted),
    "cases_completed": Formula("27", completed),
    "cases_refused": Formula("27", refused),
    "cases_withdrawn": Formula("27", withdrawn),
    "cases_open": Formula("27", still_open),
    "cases_late": Formula("27", late),
    "completion_rate": Formula("27", completed, accepted),
    "on_time_rate": Formula("27", in_time, falling_due),
    "early_rate": Formula("27", early, promised),
    "instant_rate": Formula("27", same_day, accepted),
    "mean_workdays_net": Formula("27", promised, promised, workdays_used, quotient=mean),
    "mean_workdays_gross": Formula("27", promised, promised, workdays_gross, quotient=mean),
    "saved_time_rate": Formula("27", promised, promised, days_saved, days_promised),
    "one_notice_rate": Formula("25", told_once, supplemented),
}


class CaseFigures(NamedTuple):
    """The service side of a period; the first six must balance."""

    cases_opening: int
    cases_accepted: int
    cases_completed: int
    cases_refused: int
    cases_withdrawn: int
    cases_open: int
    cases_late: int
    completion_rate: float | None
    """May exceed 100."""
    on_time_rate: float | None
    early_rate: float | None
    instant_rate: float | None
    mean_workdays_net: float | None
    mean_workdays_gross: float | None
    saved_time_rate: float | None
    one_notice_rate: float | None

    @property
    def balances(self) -> bool:
        """opening + accepted = completed + refused + withdrawn + still open."""
        closed = self.cases_completed + self.cases_refused + self.cases_withdrawn
        return self.cases_opening + self.cases_accepted == closed + self.cases_open


def case_figures(
    facts: Sequence[CaseFact], from_on: date, to_on: date, over_on: date | None = None
) -> CaseFigures:
    """The figures of accepted cases over a period, both ends included, as known at its end."""
    seen = cases_seen(facts, span(from_on, to_on, over_on))
    found: dict[str, Any] = {code: one.value(seen) for code, one in FORMULAS.items()}
    return CaseFigures(**found)


def cases_seen(facts: Sequence[CaseFact], period: Span) -> list[CaseSeen]:
    """The cases accepted by the end of a period, as they were known then."""
    return [
        CaseSeen(_as_of(one, period.to_on), period)
        for one in facts
        if one.accepted_at.date() <= period.to_on
    ]


def _as_of(one: CaseFact, day: date) -> CaseFact:
    """A case as it was known at the end of a day: what was closed later was still open."""
    if one.closed_at is None or one.closed_at.date() <= day:
        return one
    return one._replace(
        closed_at=None, result=None, lateness=None, workdays_used=None, workdays_gross=None,
        withdrawn=False,
    )  # fmt: skip
