"""Fees apart from handling (Art. 24), ratings by others and answered in time (Art. 33)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import policy, service
from hallctl.errors import Refused, Usage
from hallctl.figures import RatingFact, rating_figures
from hallctl.office.cases.fees import fen_of, yuan
from hallctl.workdays import Calendar, NationalYear

FIRST = date(2026, 9, 1)
LAW = policy.law([], FIRST)
PLAIN = Calendar({year: NationalYear({}, {}) for year in (2026, 2027)})
NOV1, NOV30 = date(2026, 11, 1), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("takers", "handlers", "refused"),
    [
        (["B"], ["A"], None),
        (["A"], ["A"], ["A"]),
        (["B", "C"], ["A", "C"], ["C"]),
        ([], ["A"], None),
    ],
)
def test_who_may_take_a_fee(
    takers: list[str], handlers: list[str], refused: list[str] | None
) -> None:
    """Anybody who never handled the case; everybody who did is named."""
    if refused is None:
        service.may_take_fee(takers, handlers)
        return
    with pytest.raises(Refused) as caught:
        service.may_take_fee(takers, handlers)
    assert (caught.value.article, caught.value.values["staff_nos"]) == ("24", refused)


@pytest.mark.parametrize(
    ("recorder", "refused"),
    [
        (("X", "W02"), False), (("X", None), False), (("X", "W01"), True), (("A", "W02"), True),
        (("A", None), True),
    ],
)  # fmt: skip
def test_who_may_take_a_rating_down(recorder: tuple[str, str | None], refused: bool) -> None:
    """Somebody of another window or of none, who never handled the case."""
    if refused:
        with pytest.raises(Refused) as caught:
            service.may_record_rating([("Y", None), recorder], ["A"], ["W01"])
        assert (caught.value.article, caught.value.values["staff_nos"]) == ("33", [recorder[0]])
    else:
        service.may_record_rating([recorder], ["A"], ["W01"])


def test_a_stricter_college_answers_a_three_as_well() -> None:
    """From the day it decides so; the limits follow their own settings."""
    day = date(2026, 11, 20)
    decisions = [
        policy.Decision("rating.satisfied_from", 4, day, "A0001", day),
        policy.Decision("rating.fix_days", 2, day, "A0001", day),
    ]
    law = policy.law(decisions, FIRST)
    before = service.rectification(
        3, day - timedelta(days=1), PLAIN, law.on(day - timedelta(days=1))
    )
    assert (before.value, before.ground.because) == (None, "why.satisfied")
    found = service.rectification(3, day, PLAIN, law.on(day))
    assert found.value is not None
    assert (found.value.contact.due_on, found.value.fix.due_on) == (
        date(2026, 11, 23), date(2026, 11, 24))  # fmt: skip
    assert found.ground.settings["rating.fix_days"] == 2
    assert service.rectification(4, day, PLAIN, law.on(day)).value is None


def test_fifteen_days_are_the_most() -> None:
    """A college may be quicker, not slower."""
    assert policy.parse_value("rating.fix_days", "15") == 15
    for name in ("rating.fix_days", "rating.contact_days"):
        with pytest.raises(Refused):
            policy.parse_value(name, "16")


@given(st.integers(1, 2), st.dates(FIRST, date(2026, 12, 1)))
def test_limits_are_working_days_and_in_order(level: int, day: date) -> None:
    """Called back before put right, never on the day of the rating itself, always on working days."""
    found = service.rectification(level, day, PLAIN, LAW.on(day)).value
    assert found is not None
    assert day < found.contact.due_on <= found.fix.due_on
    assert PLAIN.is_workday(found.contact.due_on)
    assert PLAIN.is_workday(found.fix.due_on)
    assert PLAIN.workdays_between(day, found.fix.due_on) == found.fix_days == 5


@given(st.integers(1, 999_999_999))
def test_money_is_exact(fen: int) -> None:
    """What is written is what is read, to the last fen."""
    assert fen_of(yuan(fen)) == fen
    assert yuan(-fen) == f"-{yuan(fen)}"


@given(st.text(max_size=8))
def test_no_text_becomes_money_by_chance(text: str) -> None:
    """Either it is refused, or it is the digits that stand there."""
    try:
        fen = fen_of(text)
    except Usage:
        return
    assert float(
        text.strip(" ¥￥元\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u3000")
    ) * 100 == pytest.approx(fen)


def bad(
    rated: date, due: date, fixed: date | None = None, latest: date | None = None
) -> RatingFact:
    return RatingFact(rated, due, latest or due, fixed)


def test_satisfaction_of_a_period() -> None:
    """Rated in the period, both ends included; a bad one counts as put right when it fell due there."""
    day = timedelta(days=1)
    facts = [
        RatingFact(NOV1), RatingFact(NOV30), RatingFact(NOV1 - day), RatingFact(NOV30 + day),
        bad(NOV1, NOV1 + 5 * day, NOV1 + 5 * day),  # in time on its last day
        bad(NOV1, NOV1 + 5 * day, NOV1 + 6 * day),  # a day late
        bad(NOV1, NOV1 + 5 * day, NOV1 + 6 * day, NOV1 + 6 * day),  # within the latest day
        bad(NOV1, NOV30, None),  # never
        bad(NOV30, NOV30 + 5 * day, NOV30),  # falls due later
        bad(NOV1 - 5 * day, NOV1, NOV1 - day),  # given earlier, fell due here
        bad(NOV1 - 9 * day, NOV1 - day, NOV1 - day),
    ]  # fmt: skip
    found = rating_figures(facts, NOV1, NOV30)
    assert (found.cases_rated, found.bad_ratings, found.satisfaction_rate) == (7, 5, 28.6)
    assert found.bad_ratings_fixed_rate == 60.0
    running = rating_figures(facts, NOV1, NOV30, over_on=NOV30 - day)
    assert running.bad_ratings_fixed_rate == 75.0
    answers = [RatingFact(NOV1, answer="good"), RatingFact(NOV30, answer="bad"),
               RatingFact(NOV30 + day, answer="bad")]  # fmt: skip
    both = rating_figures([*facts, *answers], NOV1, NOV30)
    assert both[:4] == (7, 33.3, 5, 60.0)
    assert (both.survey_answers, both.survey_bad) == (2, 1)
    assert rating_figures([], NOV1, NOV30) == (0, None, 0, None, 0, 0)


def test_a_month_is_judged_as_it_was_at_its_end() -> None:
    """What was put right after the month does not change its figure."""
    late = bad(NOV1, NOV30, NOV30 + timedelta(days=1), NOV30 + timedelta(days=2))
    assert rating_figures([late], NOV1, NOV30).bad_ratings_fixed_rate == 0.0


def test_the_rules_stand_in_the_register() -> None:
    """``policy show 24`` and ``33`` name them."""
    names = ("may_take_fee", "may_record_rating", "rectification")
    assert [policy.RULES[name] for name in names] == ["24", "33", "33"]
