"""Every figure of a report: its formula and definition in one place (Art. 23, 25, 27, 33).

Rates are percent with one decimal, half up; None where there is nothing to divide by.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Judged, Post, Status

ARTICLES = {
    **dict.fromkeys(
        ("due", "attended", "late", "early", "missing", "absent", "leave", "leave_personal",
         "leave_sick", "leave_official", "swaps", "substitutes", "minutes_served",
         "attendance_rate", "presence_rate"), "23"),
    **dict.fromkeys(
        ("cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
         "cases_open", "cases_late", "completion_rate", "on_time_rate", "early_rate",
         "instant_rate", "mean_workdays_net", "mean_workdays_gross", "saved_time_rate"), "27"),
    "one_notice_rate": "25",
    **dict.fromkeys(
        ("cases_rated", "survey_answers", "satisfaction_rate", "bad_ratings", "survey_bad",
         "bad_ratings_fixed_rate", "complaints_received", "complaints_replied",
         "complaints_substantiated", "complaints_late", "complaints_on_time_rate"), "33"),
}  # fmt: skip
"""Every figure by its code, with the article it serves."""


def rate(part: int, whole: int) -> float | None:
    """``part`` of ``whole`` in percent with one decimal, half up; None when ``whole`` is 0."""
    return _tenths(part * 1000, whole)


def _tenths(numerator: int, denominator: int) -> float | None:
    """A quotient in tenths, half up, by whole numbers so that no binary fraction rounds it wrong."""
    if denominator == 0:
        return None
    return (2 * numerator + denominator) // (2 * denominator) / 10


def change(now: float | None, before: float | None) -> float | None:
    """This month's value less last month's, None where one is missing."""
    if now is None or before is None:
        return None
    return round(now - before, 1)


class Tally(NamedTuple):
    """Attendance of one person, one window or the whole hall over some days."""

    due: int = 0
    """Settled shifts, given-away ones excluded."""
    attended: int = 0
    """due - absent - leave: a late or half-punched shift was attended."""
    late: int = 0
    """Shifts late by status or by mark: a missing sign-out hides no lateness."""
    early: int = 0
    missing: int = 0
    """Half-punched shifts: missing sign-in or sign-out."""
    absent: int = 0
    leave: int = 0
    leave_personal: int = 0
    leave_sick: int = 0
    leave_official: int = 0
    swaps: int = 0
    """Shifts given away."""
    substitutes: int = 0
    """Shifts taken over."""
    minutes_served: int = 0

    @property
    def attendance_rate(self) -> float | None:
        """attended / due; approved leave stays in the base."""
        return rate(self.attended, self.due)

    @property
    def presence_rate(self) -> float | None:
        """attended / (due - leave)."""
        return rate(self.attended, self.due - self.leave)

    @property
    def balances(self) -> bool:
        """Whether every due shift is attended, absent or on leave."""
        return self.due == self.attended + self.absent + self.leave


def tally(judged: Iterable[Judged]) -> Tally:
    """Count judged shifts; those still due count nowhere."""
    count = dict.fromkeys(Tally._fields, 0)
    for one in judged:
        if one.status == Status.GIVEN_AWAY:
            count["swaps"] += 1
            continue
        if one.status == Status.DUE:
            continue
        names = {one.status.value, *one.marks}
        count["due"] += 1
        count["late"] += "late" in names
        count["early"] += "early" in names
        count["missing"] += bool(names & {"missing_in", "missing_out"})
        count["absent"] += one.status == Status.ABSENT
        count["substitutes"] += one.shift.taken_from is not None
        count["minutes_served"] += one.minutes_served
        if one.status == Status.LEAVE:
            count["leave"] += 1
            count[f"leave_{one.leave_kind}"] += 1
    count["attended"] = count["due"] - count["absent"] - count["leave"]
    return Tally(**count)


class WindowStability(NamedTuple):
    """How stable one window's staff was over some days."""

    window_no: str
    served: int
    stayed: int
    changed: tuple[str, ...]
    """The numbers of those who did not stay throughout."""

    @property
    def stability_rate(self) -> float | None:
        """stayed / served."""
        return rate(self.stayed, self.served)


class Stability(NamedTuple):
    """How stable the hall's window staff was over some days (Art. 14)."""

    served: int
    """Leaders and student workers who served at any window on any day of the period."""
    stayed: int
    """Those of them who served at one and the same window on each of its days, in whatever role."""
    windows: tuple[WindowStability, ...]

    @property
    def stability_rate(self) -> float | None:
        """stayed / served; a change of role is none, a day without a post or at another window is."""
        return rate(self.stayed, self.served)


def stability(posts: Iterable[Post], from_on: date, to_on: date) -> Stability:
    """The share of the staff that stayed at its window from the first to the last day (both included).

    ``posts`` are as they were served: nobody holds two on one day.
    """
    days: dict[tuple[str, str], int] = {}
    for one in posts:
        first, last = max(one.from_on, from_on), min(one.to_on or to_on, to_on)
        if one.window_no is not None and first <= last:
            key = (one.window_no, one.staff_no)
            days[key] = days.get(key, 0) + (last - first).days + 1
    whole = (to_on - from_on).days + 1
    windows = []
    for window_no in sorted({window for window, _no in days}):
        here = {no: count for (window, no), count in days.items() if window == window_no}
        changed = tuple(sorted(no for no, count in here.items() if count < whole))
        windows.append(WindowStability(window_no, len(here), len(here) - len(changed), changed))
    served = len({no for _window, no in days})
    return Stability(served, sum(one.stayed for one in windows), tuple(windows))


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


class CaseFigures(NamedTuple):
    """The service side of a period; the first six must balance."""

    cases_opening: int
    cases_accepted: int
    cases_completed: int
    cases_refused: int
    cases_withdrawn: int
    cases_open: int
    cases_late: int
    """Closed in the period after their due date, or open at its end with the latest due date over."""
    completion_rate: float | None
    """completed / accepted in the period; may exceed 100."""
    on_time_rate: float | None
    """Of the cases falling due in the period, those completed by then; what was withdrawn in time is left out."""
    early_rate: float | None
    """completed before due / completed, instant cases excluded."""
    instant_rate: float | None
    """completed on the day of acceptance / accepted in the period."""
    mean_workdays_net: float | None
    """Working days from acceptance to completion, pauses taken out."""
    mean_workdays_gross: float | None
    saved_time_rate: float | None
    """1 - used / promised, over completed cases with a promise."""
    one_notice_rate: float | None
    """Of the accepted cases that had papers missing, those told once."""

    @property
    def balances(self) -> bool:
        """opening + accepted = completed + refused + withdrawn + still open."""
        closed = self.cases_completed + self.cases_refused + self.cases_withdrawn
        return self.cases_opening + self.cases_accepted == closed + self.cases_open


def case_figures(
    facts: Sequence[CaseFact], from_on: date, to_on: date, over_on: date | None = None
) -> CaseFigures:
    """The figures of accepted cases over a period, both ends included, as known at its end.

    ``over_on`` is the last day that is over when the period is not: what falls due later is neither in
    time nor late yet.
    """
    settled = to_on if over_on is None else min(to_on, over_on)
    known = [_as_of(one, to_on) for one in facts if one.accepted_at.date() <= to_on]
    alive = [one for one in known if one.closed_at is None or one.closed_at.date() >= from_on]
    accepted = [one for one in alive if one.accepted_at.date() >= from_on]
    closed = [one for one in alive if one.closed_at is not None]
    completed = [one for one in closed if one.result == "granted"]
    refused = [one for one in closed if one.result == "refused"]
    withdrawn = [one for one in closed if one.withdrawn]
    falling_due = [
        one
        for one in known
        if from_on <= one.due_on <= settled and not (one.withdrawn and one.lateness is None)
    ]
    in_time = [one for one in falling_due if one.lateness in {"early", "on_time"}]
    slow = [one for one in completed if one.tier != "instant"]
    same_day = [
        one for one in accepted if one.closed_at and one.closed_at.date() == one.accepted_at.date()
    ]
    supplemented = [one for one in accepted if one.notices]
    used = sum(one.workdays_used or 0 for one in slow)
    gross = sum(one.workdays_gross or 0 for one in slow)
    promised = sum(one.promise_days for one in slow)
    overdue = [one for one in alive if one.closed_at is None and one.due_latest <= settled]
    return CaseFigures(
        cases_opening=len(alive) - len(accepted),
        cases_accepted=len(accepted),
        cases_completed=len(completed),
        cases_refused=len(refused),
        cases_withdrawn=len(withdrawn),
        cases_open=len(alive) - len(closed),
        cases_late=sum(one.lateness == "late" for one in closed) + len(overdue),
        completion_rate=rate(len(completed), len(accepted)),
        on_time_rate=rate(len(in_time), len(falling_due)),
        early_rate=rate(sum(one.lateness == "early" for one in slow), len(slow)),
        instant_rate=rate(len(same_day), len(accepted)),
        mean_workdays_net=_tenths(used * 10, len(slow)),
        mean_workdays_gross=_tenths(gross * 10, len(slow)),
        saved_time_rate=rate(promised - used, promised) if promised else None,
        one_notice_rate=rate(sum(one.notices == 1 for one in supplemented), len(supplemented)),
    )


def _as_of(one: CaseFact, day: date) -> CaseFact:
    """A case as it was known at the end of a day: what was closed later was still open."""
    if one.closed_at is None or one.closed_at.date() <= day:
        return one
    return one._replace(
        closed_at=None, result=None, lateness=None, workdays_used=None, workdays_gross=None,
        withdrawn=False,
    )  # fmt: skip


class RatingFact(NamedTuple):
    """What the figures need to know about one rating; the dates of a rectification for a bad one."""

    rated_on: date
    fix_due_on: date | None = None
    fix_due_latest: date | None = None
    fixed_on: date | None = None
    answer: str = ""
    """good or bad for a nameless answer to a survey, which has no rectification."""


class RatingFigures(NamedTuple):
    """How the applicants of a period were satisfied."""

    cases_rated: int
    """Cases rated in the period; a case without a rating counts nowhere."""
    satisfaction_rate: float | None
    """Ratings and answers that satisfy / cases rated and answers given in the period."""
    bad_ratings: int
    """Ratings of cases in the period that do not satisfy."""
    bad_ratings_fixed_rate: float | None
    """Of the bad ratings whose rectification fell due in the period, those put right in time."""
    survey_answers: int
    survey_bad: int


def rating_figures(
    facts: Sequence[RatingFact], from_on: date, to_on: date, over_on: date | None = None
) -> RatingFigures:
    """The ratings of a period, both ends included; ``over_on`` as in ``case_figures``."""
    settled = to_on if over_on is None else min(to_on, over_on)
    given = [one for one in facts if from_on <= one.rated_on <= to_on]
    answers = [one.answer for one in given if one.answer]
    bad = sum(one.fix_due_on is not None for one in given)
    good = len(given) - bad - answers.count("bad")
    due = [one for one in facts if one.fix_due_on and from_on <= one.fix_due_on <= settled]
    in_time = [
        one for one in due
        if one.fixed_on and one.fix_due_latest and one.fixed_on <= min(one.fix_due_latest, to_on)
    ]  # fmt: skip
    return RatingFigures(
        len(given) - len(answers), rate(good, len(given)), bad, rate(len(in_time), len(due)),
        len(answers), answers.count("bad"),
    )  # fmt: skip
