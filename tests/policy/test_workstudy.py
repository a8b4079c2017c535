"""Work-study hours: half hours, limits, and which days a sheet goes over."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import policy, workstudy
from hallctl.errors import Usage
from hallctl.law import Decision

START = date(2026, 9, 1)
SHIFTS = st.lists(st.integers(0, 600), max_size=40)
DAYS = st.dates(START, date(2029, 12, 31))


def law(*decisions: tuple[str, object, date]) -> policy.Law:
    """The law with some decisions of the college."""
    return policy.law([Decision(*one, "T0001", one[2]) for one in decisions], START)


@given(SHIFTS)
def test_a_month_is_cut_once_and_shifts_each(minutes: list[int]) -> None:
    """Never rounded up; cutting each shift never gives more, nor loses half an hour a shift."""
    month = workstudy.half_hours(minutes, law().on(START)).value
    each = law(("workstudy.rounding", "shift", START)).on(START)
    shifts = workstudy.half_hours(minutes, each).value
    assert month * 30 <= sum(minutes) < month * 30 + 30
    assert shifts <= month
    assert sum(minutes) - shifts * 30 <= 29 * len(minutes)


@pytest.mark.parametrize(
    ("minutes", "halves"),
    [([], 0), ([29], 0), ([30], 1), ([29, 1], 1), ([210, 209], 13), ([59], 1)],
)
def test_half_hours(minutes: list[int], halves: int) -> None:
    """29 minutes are nothing, 59 are half an hour."""
    assert workstudy.half_hours(minutes, law().on(START)).value == halves


@pytest.mark.parametrize(
    ("minutes", "span", "above"),
    [(480, "week", False), (481, "week", True), (2400, "month", False), (2401, "month", True)],
)
def test_eight_hours_a_week_and_forty_a_month(minutes: int, span: str, above: bool) -> None:
    """The limit itself is allowed."""
    assert workstudy.too_many_hours(minutes, span, law().on(START)).value is above


@given(st.lists(st.tuples(st.sampled_from([0, 1, 20, 25, 28]), DAYS), max_size=4))
def test_sheets_follow_one_another(moves: list[tuple[int, date]]) -> None:
    """Whenever the college moves the last day: no day twice, none left out."""
    found = law(*(("workstudy.last_day", value, on) for value, on in moves))
    month, before = date(2026, 10, 1), workstudy.sheet_days(START, found)
    assert before[0] == START
    while month.year < 2030:
        now = workstudy.sheet_days(month, found)
        assert now[0] == before[1] + timedelta(days=1)
        assert now[0] <= now[1]
        assert (now[1].year, now[1].month) == (month.year, month.month)
        before, month = now, (month + timedelta(days=31)).replace(day=1)


def test_a_natural_month_ends_with_it() -> None:
    """Unless the college has set a day."""
    assert workstudy.sheet_days(date(2027, 2, 1), law()) == (date(2027, 2, 1), date(2027, 2, 28))
    to_the_25th = law(("workstudy.last_day", 25, START))
    assert workstudy.sheet_days(date(2026, 11, 1), to_the_25th) == (
        date(2026, 10, 26), date(2026, 11, 25),
    )  # fmt: skip


def test_money_is_half_up_in_fen() -> None:
    """Nothing without a rate; a rate that is no money is refused."""
    assert workstudy.amount(3, "") is None
    assert workstudy.amount(3, "18.5") == Decimal("27.75")
    assert workstudy.amount(1, "0.01") == Decimal("0.01")
    for rate in ("many", "-1", "nan", "inf"):
        with pytest.raises(Usage):
            workstudy.amount(3, rate)
