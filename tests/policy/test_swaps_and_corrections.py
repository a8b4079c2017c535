"""Rules of articles 14 and 23 about swaps, corrections and the closing of a month, each with its bounds."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hallctl import policy
from hallctl.errors import Conflict, HallError, Refused
from hallctl.model import SHANGHAI
from hallctl.takeover import Takeover
from hallctl.workdays import Calendar, NationalYear

LAW = policy.law([], date(2026, 9, 1)).on(date(2026, 11, 20))
CALENDAR = Calendar({2026: NationalYear({}, {})})


def at(clock: str, day: int = 19) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=SHANGHAI)


def plan(**more: Any) -> Takeover:
    usual = Takeover("2", "乙", at("08:30"), at("12:00"), serves=True, duties=(), leaves=())
    return usual._replace(**more)


@pytest.mark.parametrize(
    ("more", "error", "code"),
    [
        ({"serves": False}, Refused, "duty.taker_not_serving"),
        ({"duties": [(at("07:00"), at("08:31"), "W02")]}, Conflict, "duty.taker_is_busy"),
        ({"duties": [(at("11:59"), at("17:30"), "W02")]}, Conflict, "duty.taker_is_busy"),
        ({"leaves": [(at("11:59"), at("17:30"))]}, Conflict, "duty.taker_on_leave"),
        ({"classes": [(at("07:00"), at("08:31"))]}, Refused, "duty.taker_has_class"),
    ],
)
def test_what_keeps_a_colleague_from_a_shift(
    more: dict[str, Any], error: type[HallError], code: str
) -> None:
    """Not serving, other duty, leave, a class: a minute of overlap is enough."""
    with pytest.raises(error) as told:
        policy.may_take_over(plan(**more), LAW)
    assert told.value.code == code


def test_what_only_touches_is_no_hindrance() -> None:
    """Duty, leave and classes that end when the shift begins, or begin when it ends."""
    around = [(at("07:00"), at("08:30")), (at("12:00"), at("13:00"))]
    for first, last in around:
        one = plan(duties=[(first, last, "W02")], leaves=around, classes=around)
        assert policy.may_take_over(one, LAW).value == ()


def test_a_third_shift_of_a_day_is_warned_about() -> None:
    """Two are the limit of the setting, for student posts only; other days do not count."""
    before, after = (at("07:00"), at("08:30"), "W02"), (at("12:00"), at("13:00"), "W02")
    assert policy.may_take_over(plan(duties=[before]), LAW).value == ()
    assert policy.may_take_over(plan(duties=[before, after]), LAW).value == ("duty.day_shifts",)
    assert policy.may_take_over(plan(duties=[before, after], student=False), LAW).value == ()
    other = (at("12:00", 18), at("13:00", 18), "W02")
    assert policy.may_take_over(plan(duties=[before, other]), LAW).value == ()


def test_a_long_week_is_warned_about() -> None:
    """More than eight hours from Monday to Sunday, for student posts only; other weeks do not count."""
    four = (at("14:00"), at("18:30"), "W01")
    assert policy.may_take_over(plan(duties=[four]), LAW).value == ()
    more = [four, (at("08:00", 22), at("08:01", 22), "W01")]
    assert policy.may_take_over(plan(duties=more), LAW).value == ("workstudy.week_hours",)
    assert policy.may_take_over(plan(duties=more, student=False), LAW).value == ()
    others = [
        four,
        (at("08:00", 15), at("10:00", 15), "W01"),
        (at("08:00", 23), at("10:00", 23), "W01"),
    ]
    assert policy.may_take_over(plan(duties=others), LAW).value == ()


@pytest.mark.parametrize(
    ("days", "made", "officer", "expect"),
    [
        (3, 2, False, False), (4, 2, False, "attendance.correct_too_late"),
        (3, 3, False, "attendance.correct_too_often"), (3, 2, True, False), (4, 0, True, True),
        (0, 3, True, True),
    ],
)  # fmt: skip
def test_soon_and_seldom(days: int, made: int, officer: bool, expect: bool | str) -> None:
    """Three working days after the shift, three acts a month; beyond that the officer answers for it."""
    monday = date(2026, 11, 16)
    today = monday + timedelta(days=days)
    if isinstance(expect, str):
        with pytest.raises(Refused) as told:
            policy.may_correct(monday, today, made, CALENDAR, LAW, officer=officer)
        assert (told.value.code, told.value.article) == (expect, "23")
    else:
        assert (
            policy.may_correct(monday, today, made, CALENDAR, LAW, officer=officer).value is expect
        )


@pytest.mark.parametrize(
    ("today", "unsettled", "still_open", "code"),
    [
        (date(2026, 11, 30), 0, 0, "attendance.month_not_over"),
        (date(2026, 12, 1), 1, 1, "attendance.month_not_settled"),
        (date(2026, 12, 1), 0, 1, "attendance.open_missing"),
        (date(2026, 12, 1), 0, 0, None),
    ],
)
def test_when_a_month_can_be_closed(
    today: date, unsettled: int, still_open: int, code: str | None
) -> None:
    """Once it is over, settled, and nothing is missing that nobody vouched for."""
    last = date(2026, 11, 30)
    if code is None:
        policy.may_close_month(last, today, unsettled, still_open)
        return
    with pytest.raises(Refused) as told:
        policy.may_close_month(last, today, unsettled, still_open)
    assert (told.value.code, told.value.article) == (code, "23")
