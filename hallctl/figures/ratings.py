"""How the applicants of a period were satisfied (Art. 33)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from hallctl.figures.formulas import Formula, Span, span


class RatingFact(NamedTuple):
    """What the figures need to know about one rating; the dates of a rectification for a bad one."""

    rated_on: date
    fix_due_on: date | None = None
    fix_due_latest: date | None = None
    fixed_on: date | None = None
    case_no: str = ""
    answer: str = ""
    """good or bad for a nameless answer to a survey, which has no case and no rectification."""
    survey: str = ""
    serial: str = ""
    """Which answer of which survey."""


class RatingSeen(NamedTuple):
    """A rating, looked at from a period."""

    fact: RatingFact
    span: Span


def given(one: RatingSeen) -> bool:
    """Cases rated and surveys answered in the period; what is not rated counts nowhere."""
    return one.span.holds(one.fact.rated_on)


def rated(one: RatingSeen) -> bool:
    """Cases rated in the period."""
    return given(one) and not one.fact.answer


def answered(one: RatingSeen) -> bool:
    """Nameless answers to surveys in the period."""
    return given(one) and bool(one.fact.answer)


def bad(one: RatingSeen) -> bool:
    """Ratings of cases in the period that do not satisfy."""
    return rated(one) and one.fact.fix_due_on is not None


def bad_answer(one: RatingSeen) -> bool:
    """Answers to surveys in the period that do not satisfy."""
    return answered(one) and one.fact.answer == "bad"


def satisfied(one: RatingSeen) -> bool:
    """Ratings and answers of the period that satisfy."""
    return given(one) and not bad(one) and not bad_answer(one)


def fix_falling_due(one: RatingSeen) -> bool:
    """Bad ratings whose rectification fell due in the period."""
    return one.span.settles(one.fact.fix_due_on)


def fixed_in_time(one: RatingSeen) -> bool:
    """Those of them that were put right in time."""
    fixed_on, latest = one.fact.fixed_on, one.fact.fix_due_latest
    in_time = bool(fixed_on and latest and fixed_on <= min(latest, one.span.to_on))
    return fix_falling_due(one) and in_time


FORMULAS: dict[str, Formula[RatingSeen]] = {
    "cases_rated": Formula("33", rated),
    "survey_answers": Formula("33", answered),
    "satisfaction_rate": Formula("33", satisfied, given),
    "bad_ratings": Formula("33", bad),
    "survey_bad": Formula("33", bad_answer),
    "bad_ratings_fixed_rate": Formula("33", fixed_in_time, fix_falling_due),
}


class RatingFigures(NamedTuple):
    """How the applicants of a period were satisfied."""

    cases_rated: int
    satisfaction_rate: float | None
    bad_ratings: int
    bad_ratings_fixed_rate: float | None
    survey_answers: int
    survey_bad: int


def rating_figures(
    facts: Sequence[RatingFact], from_on: date, to_on: date, over_on: date | None = None
) -> RatingFigures:
    """The ratings of a period, both ends included; ``over_on`` as in ``span``."""
    seen = ratings_seen(facts, span(from_on, to_on, over_on))
    found: dict[str, Any] = {code: one.value(seen) for code, one in FORMULAS.items()}
    return RatingFigures(**found)


def ratings_seen(facts: Sequence[RatingFact], period: Span) -> list[RatingSeen]:
    """The ratings, looked at from a period."""
    return [RatingSeen(one, period) for one in facts]
