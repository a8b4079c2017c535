"""Attendance: the table every implementation must meet, and the readings beside it."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hallctl.attendance import (
    judge,
    minutes_early_at,
    minutes_late_at,
    on_special_days,
    shift_for_punch,
)
from hallctl.model import (
    SHANGHAI,
    AttendanceRules,
    Judged,
    LeaveSpan,
    LocalDay,
    Punch,
    Shift,
    Status,
)

VECTORS = Path(__file__).parents[2] / "fixtures" / "vectors" / "attendance.toml"
CASES: list[dict[str, Any]] = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]
DAY = date(2026, 11, 23)
RULES = AttendanceRules()
LATE_ENOUGH = "23:59"


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=SHANGHAI)


def shift(start: str, end: str, number: int = 1, **more: Any) -> Shift:
    ends = at(end) if end > start else at(end, DAY + timedelta(days=1))
    return Shift(str(number), "240001", "W01", DAY, at(start), ends, **more)


def punch(direction: str, clock: str) -> Punch:
    return Punch(at(clock), direction)


def call(shifts: list[Shift], punches: list[Punch], now: str = LATE_ENOUGH, leaves: Any = (),
         rules: AttendanceRules = RULES) -> list[Judged]:  # fmt: skip
    return judge(shifts, punches, list(leaves), rules, at(now))


def compare(found: Judged, expect: dict[str, Any]) -> None:
    for key, value in expect.items():
        if key == "minutes_served_at_least":
            assert found.minutes_served >= value
        elif key == "marks":
            assert set(found.marks) >= set(value)
        else:
            assert getattr(found, key) == value, key


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_vectors(case: dict[str, Any]) -> None:
    """Every row of the shared table holds."""
    bounds = case.get("shifts") or [case["shift"]]
    shifts = [
        shift(start, end, n, given_to=case.get("swapped_to"))
        for n, (start, end) in enumerate(bounds)
    ]
    leaves = (
        [LeaveSpan(case["leave"], shifts[0].starts_at, shifts[0].ends_at)]
        if "leave" in case
        else []
    )
    punches = [punch(direction, clock) for direction, clock in case.get("punches", [])]
    found = call(shifts, punches, case.get("now", LATE_ENOUGH), leaves)
    for one, expect in zip(found, case.get("expect_each") or [case["expect"]], strict=True):
        compare(one, expect)
    if "expect_other" in case:
        taken = shifts[0]._replace(given_to=None, taken_from="240001", staff_no=case["swapped_to"])
        others = [punch(direction, clock) for direction, clock in case["punches_other"]]
        compare(call([taken], others)[0], case["expect_other"])


MORNING = shift("08:30", "12:00")


@pytest.mark.parametrize(
    ("punches", "status", "marks"),
    [
        ([("in", "08:40:00")], Status.MISSING_OUT, ("late",)),
        ([("in", "08:40:00"), ("in", "11:00:00"), ("out", "12:00:00")], Status.LATE, ()),
        ([("in", "08:30:00"), ("out", "11:00:00"), ("out", "12:00:00")], Status.PRESENT, ()),
        ([("in", "08:30:00"), ("out", "10:00:00"), ("in", "10:30:00")], Status.MISSING_OUT, ()),
        ([("?", "08:31:00"), ("?", "12:00:00")], Status.LATE, ()),
        ([("?", "08:29:00")], Status.MISSING_OUT, ()),
        ([("?", "11:59:00")], Status.MISSING_IN, ()),
        ([("?", "08:29:00"), ("?", "10:00:00"), ("?", "12:00:00")], Status.PRESENT, ()),
        ([("in", "08:20:00"), ("?", "12:01:00")], Status.PRESENT, ()),
        ([("out", "09:00:00"), ("in", "10:00:00"), ("out", "12:00:00")], Status.MISSING_IN, ()),
        ([("in", "07:00:00"), ("out", "08:00:00")], Status.ABSENT, ()),
    ],
)
def test_what_a_morning_is_called(
    punches: list[tuple[str, str]], status: Status, marks: tuple[str, ...]
) -> None:
    """The first name that fits is the status, the others are marks."""
    found = call([MORNING], [punch(*one) for one in punches])[0]
    assert (found.status, found.marks) == (status, marks)


def test_a_tap_at_exactly_the_limit_is_a_second_punch() -> None:
    """59 seconds apart is one tap, 60 seconds apart is two."""
    near = call([MORNING], [punch("?", "11:59:00"), punch("?", "11:59:59")])[0]
    apart = call([MORNING], [punch("?", "11:59:00"), punch("?", "12:00:00")])[0]
    assert (near.status, apart.status) == (Status.MISSING_IN, Status.LATE)


def test_opposite_punches_within_a_minute_are_two() -> None:
    """Out of one shift and into the next within seconds is not a double tap."""
    afternoon = shift("12:01", "17:30", 2)
    punches = [("in", "08:30:00"), ("out", "12:00:20"), ("in", "12:00:50"), ("out", "17:30:00")]
    found = call([MORNING, afternoon], [punch(*one) for one in punches])
    assert [one.status for one in found] == [Status.PRESENT, Status.PRESENT]


def test_grace_minutes() -> None:
    """Within the grace nobody is late; beyond it every minute counts."""
    rules = RULES._replace(grace_minutes=5)
    for clock, late in (("08:35:59", 0), ("08:36:00", 6)):
        found = call([MORNING], [punch("in", clock), punch("out", "12:00:00")], rules=rules)[0]
        assert found.minutes_late == late == minutes_late_at(MORNING, at(clock), rules)


def test_without_sign_out_expected() -> None:
    """Where sign-out is not asked for, a sign-in alone is a whole shift."""
    rules = RULES._replace(sign_out_expected=False)
    found = call([MORNING], [punch("in", "08:30:00")], rules=rules)[0]
    assert (found.status, found.minutes_served) == (Status.PRESENT, 210)


def test_a_finished_pair_is_judged_when_the_shift_ends() -> None:
    """Both punches are there, so there is nothing to wait for; before the end there is."""
    pair = [punch("in", "08:31:00"), punch("out", "11:50:00")]
    assert call([MORNING], pair, "12:00")[0].status == Status.LATE
    early = call([MORNING], pair, "11:55")[0]
    assert (early.status, early.minutes_late) == (Status.DUE, 1)


@pytest.mark.parametrize(
    ("leave", "clock_in", "status", "served"),
    [
        (("08:00", "10:00"), "10:00:00", Status.PRESENT, 120),
        (("08:00", "10:00"), "10:01:00", Status.LATE, 119),
        (("08:00", "12:00"), "08:30:00", Status.LEAVE, 0),
        (("08:00", "11:59"), "08:30:00", Status.PRESENT, 1),
    ],
)
def test_partial_leave_shortens_the_shift(
    leave: tuple[str, str], clock_in: str, status: Status, served: int
) -> None:
    """What leave does not cover is judged as a shift of its own."""
    span = LeaveSpan("personal", at(leave[0]), at(leave[1]))
    found = call([MORNING], [punch("in", clock_in), punch("out", "12:00:00")], leaves=[span])[0]
    assert (found.status, found.minutes_served, found.leave_kind) == (status, served, "personal")


def test_leave_that_begins_or_meets_to_the_minute() -> None:
    """Leave from the first minute on shortens; two that meet cover everything; one before says nothing."""
    morning = [punch("in", "10:00:00"), punch("out", "12:00:00")]
    first = LeaveSpan("personal", at("08:30"), at("10:00"))
    second = LeaveSpan("sick", at("10:00"), at("12:00"))
    assert call([MORNING], morning, leaves=[first])[0].status == Status.PRESENT
    assert call([MORNING], [], leaves=[first, second])[0].status == Status.LEAVE
    before = LeaveSpan("sick", at("07:00"), at("08:30"))
    after = LeaveSpan("sick", at("12:00"), at("14:00"))
    assert call([MORNING], [], leaves=[before, after])[0].status == Status.ABSENT


def test_a_lone_tap_in_the_very_middle_is_a_sign_in() -> None:
    """Nearer to the start, or as near."""
    assert call([MORNING], [punch("?", "10:15:00")])[0].status == Status.MISSING_OUT
    assert call([MORNING], [punch("?", "10:15:01")])[0].status == Status.MISSING_IN


def test_touching_shifts_left_half_way() -> None:
    """Who leaves at noon has served the morning and is absent in the afternoon."""
    both = [MORNING, shift("12:00", "17:30", 2)]
    found = call(both, [punch("in", "08:30:00"), punch("out", "12:00:00")])
    assert [one.status for one in found] == [Status.PRESENT, Status.ABSENT]


def test_a_shift_across_midnight_keeps_its_punches() -> None:
    """They belong to it until its end plus the settle time."""
    night = shift("22:00", "02:00")
    tomorrow = DAY + timedelta(days=1)
    punches = [punch("in", "21:55:00"), Punch(at("02:59:00", tomorrow), "out")]
    found = judge([night], punches, [], RULES, at("04:00", tomorrow))[0]
    assert (found.status, found.minutes_served) == (Status.PRESENT, 240)
    too_late = [punches[0], Punch(at("03:00:00", tomorrow), "out")]
    assert (
        judge([night], too_late, [], RULES, at("04:00", tomorrow))[0].status == Status.MISSING_OUT
    )


def test_the_shift_of_a_punch() -> None:
    """The same binding tells at the counter which shift a sign-in is for."""
    afternoon = shift("14:00", "17:30", 2)
    found = [
        (one and one.shift_no)
        for clock in ("06:29:59", "06:30", "08:30", "12:59", "13:00", "23:59")
        if (one := shift_for_punch([MORNING, afternoon], at(clock), RULES)) or True
    ]
    assert found == [None, "1", "1", "1", "2", "2"]
    assert shift_for_punch([MORNING._replace(given_to="x")], at("08:30"), RULES) is None
    assert minutes_early_at(MORNING, at("11:59:59")) == 1


AFTERNOON = shift("14:00", "17:30", 2)


@pytest.mark.parametrize(
    ("punches", "names"),
    [
        # a sign-in nearer to the morning than to the afternoon is the morning's
        (
            [("in", "08:30:00"), ("out", "12:00:00"), ("in", "12:30:00"), ("out", "17:30:00")],
            "present missing_in",
        ),
        (
            [("in", "08:30:00"), ("out", "12:00:00"), ("in", "13:00:00"), ("out", "17:30:00")],
            "present present",
        ),
        ([("in", "08:30:00"), ("out", "12:59:59")], "present absent"),
    ],
)
def test_the_half_way_point_parts_two_shifts(punches: list[tuple[str, str]], names: str) -> None:
    """Up to 13:00 a punch belongs to the morning, from then on to the afternoon."""
    found = call([MORNING, AFTERNOON], [punch(*one) for one in punches])
    assert " ".join(one.status for one in found) == names


def test_arriving_for_the_second_of_two_touching_shifts() -> None:
    """Who comes at noon sharp has missed the morning and is on time for the afternoon."""
    both = [MORNING, shift("12:00", "17:30", 2)]
    found = call(both, [punch("in", "12:00:00"), punch("out", "17:30:00")])
    assert [one.status for one in found] == [Status.ABSENT, Status.PRESENT]
    at_noon = shift_for_punch(both, at("12:00:00"), RULES)
    assert at_noon is not None
    assert at_noon.shift_no == "2"


@pytest.mark.parametrize(
    ("punches", "status"),
    [
        ([("in", "08:30:00"), ("out", "10:00:00"), ("?", "12:00:00")], Status.PRESENT),
        ([("?", "08:40:00"), ("out", "08:40:30")], Status.MISSING_IN),
        ([("out", "11:59:00"), ("?", "11:59:30")], Status.MISSING_IN),
        (
            [("in", "08:30:00"), ("?", "10:00:00"), ("?", "10:20:00"), ("?", "12:00:00")],
            Status.PRESENT,
        ),
    ],
)
def test_what_a_device_did_not_say(punches: list[tuple[str, str]], status: Status) -> None:
    """The last punch is out, a tap takes its direction from its double, those between alternate."""
    assert call([MORNING], [punch(*one) for one in punches])[0].status == status


@pytest.mark.parametrize(
    ("punches", "status", "served"),
    [
        ([("in", "08:25:00"), ("in", "12:00:00")], Status.PRESENT, 210),
        ([("in", "08:25:00"), ("in", "11:59:00")], Status.MISSING_OUT, 0),
        (
            [("in", "08:25:00"), ("out", "10:00:00"), ("in", "10:30:00"), ("in", "12:03:00")],
            Status.PRESENT,
            180,
        ),
        ([("out", "08:30:00"), ("out", "12:00:00")], Status.PRESENT, 210),
        ([("out", "08:31:00"), ("out", "12:00:00")], Status.MISSING_IN, 0),
        ([("out", "08:30:00")], Status.MISSING_OUT, 0),
        ([("in", "12:00:00")], Status.MISSING_IN, 0),
        ([("out", "08:29:00"), ("in", "09:00:00"), ("in", "12:05:00")], Status.PRESENT, 210),
    ],
)
def test_directions_that_cannot_be_meant(
    punches: list[tuple[str, str]], status: Status, served: int
) -> None:
    """An in at the end was an out, an out at the start was an in: taken so, and flagged."""
    found = call([MORNING], [punch(*one) for one in punches])[0]
    assert (found.status, found.minutes_served) == (status, served)
    plain = punches in (
        [("in", "08:25:00"), ("in", "11:59:00")],
        [("out", "08:31:00"), ("out", "12:00:00")],
    )
    assert ("reversed" in found.marks) is not plain


def test_which_punches_are_shown() -> None:
    """The first in and the last out; a sign-out alone is shown too."""
    lone = call([MORNING], [punch("out", "11:00:00")])[0]
    assert (lone.signed_in_at, lone.signed_out_at) == (None, at("11:00:00"))
    three = call(
        [MORNING], [punch("out", "09:00:00"), punch("in", "10:00:00"), punch("out", "12:00:00")]
    )[0]
    assert (three.signed_in_at, three.signed_out_at, three.minutes_served) == (
        at("10:00:00"),
        at("12:00:00"),
        120,
    )
    kept = call([MORNING], [punch("in", "08:00:00"), punch("out", "12:30:00")])[0]
    assert (kept.signed_in_at, kept.signed_out_at) == (at("08:00:00"), at("12:30:00"))


@pytest.mark.parametrize(
    ("row", "bounds"),
    [
        (LocalDay("special_hours", DAY, DAY, 9 * 60, 16 * 60), [("09:00", "12:00"), ("14:00", "16:00")]),
        (LocalDay("special_hours", DAY, DAY, 8 * 60, 14 * 60), [("08:30", "12:00")]),
        (LocalDay("special_hours", DAY, DAY, 7 * 60, 20 * 60), [("08:30", "12:00"), ("14:00", "17:30")]),
        (LocalDay("closure", DAY, DAY), []),
        (LocalDay("holiday", DAY - timedelta(days=1), DAY), []),
        (LocalDay("closure", DAY + timedelta(days=1), DAY + timedelta(days=1)), [("08:30", "12:00"), ("14:00", "17:30")]),
        (LocalDay("vacation", DAY, DAY), [("08:30", "12:00"), ("14:00", "17:30")]),
    ],
)  # fmt: skip
def test_special_days(row: LocalDay, bounds: list[tuple[str, str]]) -> None:
    """Special hours cut shifts, closures and holidays cancel them; other days and kinds leave them."""
    found = on_special_days([MORNING, AFTERNOON], [row])
    assert [(f"{one.starts_at:%H:%M}", f"{one.ends_at:%H:%M}") for one in found] == bounds
