"""Which way a tap goes, and which taps are one (decision 41)."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.attendance import judge
from hallctl.model import SHANGHAI, AttendanceRules, Punch, Shift, Status
from hallctl.taps import same_tap, way_of_tap

RULES = AttendanceRules()


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-23T{clock}").replace(tzinfo=SHANGHAI)


def shift(start: str, end: str, no: str = "1") -> Shift:
    return Shift(no, "T1001", "W01", at(start).date(), at(start), at(end))


MORNING = [shift("08:30", "12:00")]
TOUCHING = [shift("08:30", "12:00"), shift("12:00", "14:00", "2")]


@pytest.mark.parametrize(("shifts", "before", "clock", "way"), [
    (MORNING, [], "08:25", "in"),
    (MORNING, [], "11:50", "in"),
    (MORNING, [], "12:00", "out"),
    (MORNING, [("08:25", "in")], "08:27", "out"),
    (MORNING, [("08:25", "in"), ("10:00", "out")], "10:15", "out"),
    (MORNING, [("08:25", "out")], "08:40", "out"),
    (MORNING, [("08:35", "out")], "08:40", "in"),
    (MORNING, [("08:25", "in")], "12:05", "out"),
    (TOUCHING, [("08:25", "in")], "12:10", "out"),
    (TOUCHING, [], "12:10", "in"),
    ([], [], "09:00", "in"),
    ([], [("09:00", "in")], "10:00", "out"),
    ([], [("09:00", "in"), ("10:00", "out")], "11:00", "in"),
    (MORNING, [("06:00", "in")], "06:20", "out"),
    (MORNING, [("06:00", "in")], "08:20", "in"),
])  # fmt: skip
def test_the_first_tap_of_a_shift_is_in_every_later_one_out(
    shifts: list[Shift], before: list[tuple[str, str]], clock: str, way: str
) -> None:
    """After the end it is out; outside any shift in and out take turns."""
    punches = [Punch(at(said), direction) for said, direction in before]
    assert way_of_tap(shifts, punches, at(clock), RULES) == way


def test_yesterdays_loose_tap_says_nothing_about_today() -> None:
    """In and out take turns within one day only."""
    punches = [Punch(at("09:00").replace(day=22), "in")]
    assert way_of_tap([], punches, at("09:00"), RULES) == "in"


@pytest.mark.parametrize(("clock", "way", "same"), [
    ("08:30:59", None, True), ("08:31:00", None, False), ("08:29:01", None, True),
    ("08:30:10", "out", False), ("08:30:10", "in", True),
])  # fmt: skip
def test_taps_within_the_setting_are_one(clock: str, way: str | None, same: bool) -> None:
    """Before or after; the opposite said aloud is a tap of its own."""
    found = same_tap([Punch(at("08:30:00"), "in")], at(clock), way, RULES)
    assert (found is not None) == same


@settings(deadline=None)
@given(st.lists(st.integers(0, 209), min_size=2, max_size=8, unique=True))
def test_who_taps_at_least_twice_has_come_and_gone(minutes: list[int]) -> None:
    """However often somebody goes and comes back, the shift has both its punches."""
    punches: list[Punch] = []
    for minute in sorted(minutes):
        when = at("08:30").replace(hour=8 + (30 + minute) // 60, minute=(30 + minute) % 60)
        punches.append(Punch(when, way_of_tap(MORNING, punches, when, RULES)))
    judged = judge(MORNING, punches, (), RULES, at("18:00"))[0]
    assert judged.signed_in_at == punches[0].at
    assert judged.signed_out_at == punches[-1].at
    assert judged.status not in {Status.MISSING_IN, Status.MISSING_OUT, Status.ABSENT}
