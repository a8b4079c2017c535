"""The item catalogue's rules: what it must say, how long a look lasts, which limit counts (Art. 8, 9, 34)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import policy

FIRST = date(2026, 9, 1)
DAY = date(2026, 12, 1)
LAW = policy.law([], FIRST).on(DAY)


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ([], 0), ([(1, None)], 0), ([(1, 2), (1, 5)], 5), ([(1, 2), (2, 5)], 7),
        ([(1, 2), (2, None), (3, 1)], 3), ([(1, None), (1, 3), (2, 4)], 7),
    ],
)  # fmt: skip
def test_steps_in_order_add_up(steps: list[tuple[int, int | None]], days: int) -> None:
    """Side by side the longest counts; one after the other they add up; no limit adds nothing."""
    assert policy.days_of_steps(steps).value == days


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 30)), max_size=12))
def test_steps_never_take_less_than_one_nor_more_than_all(steps: list[tuple[int, int]]) -> None:
    """Between the longest single limit and the sum of all."""
    limits = [days for _step, days in steps]
    assert max(limits, default=0) <= policy.days_of_steps(steps).value <= sum(limits)


def test_every_field_must_be_explained() -> None:
    """Article 9: what is not there is named, in the order in which it was asked for."""
    told = {"basis": False, "conditions": True, "materials": False}
    assert policy.unexplained(told).value == ("basis", "materials")
    assert policy.unexplained(dict.fromkeys(told, True)).value == ()


@pytest.mark.parametrize(
    ("last_on", "due"),
    [(None, True), (DAY, False), (DAY - timedelta(days=365), False), (DAY - timedelta(days=366), True)],
)  # fmt: skip
def test_a_look_lasts_a_year(last_on: date | None, due: bool) -> None:
    """Never looked at is due; 365 days ago is the last good day."""
    assert policy.is_look_due(last_on, DAY, LAW).value is due


def test_how_long_a_look_lasts_is_a_setting() -> None:
    """The value in force on the day of the check counts, and stands in the ground."""
    decided = policy.Decision("item.check_days", 30, FIRST, "A0001", FIRST)
    law = policy.law([decided], FIRST).on(DAY)
    ruling = policy.is_look_due(DAY - timedelta(days=31), DAY, law)
    assert (ruling.value, ruling.ground.settings) == (True, {"item.check_days": 30})
    assert not policy.is_look_due(DAY - timedelta(days=30), DAY, law).value


@pytest.mark.parametrize(
    ("tier", "asked", "instead"),
    [
        ("promised", 5, None), ("promised", 6, 5), ("college", 7, None), ("college", 8, 7),
        ("superior", 30, None), ("superior", 31, 30), ("instant", 0, None),
    ],
)  # fmt: skip
def test_the_halls_limit_beats_a_longer_one(tier: str, asked: int, instead: int | None) -> None:
    """Article 34: the last limit that stands, and the first that gives way."""
    assert policy.limit_instead(tier, asked, LAW).value == instead
