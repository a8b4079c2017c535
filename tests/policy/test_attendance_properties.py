"""What holds for all shifts and punches."""

import random
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hallctl.attendance import judge
from hallctl.model import SHANGHAI, AttendanceRules, Punch, Shift, Status

DAY = datetime(2026, 11, 23, tzinfo=SHANGHAI)
NOW = DAY + timedelta(days=2)
RULES = AttendanceRules()
PUNCHES = st.lists(
    st.builds(
        lambda seconds, direction: Punch(DAY + timedelta(seconds=seconds), direction),
        st.integers(6 * 3600, 23 * 3600),
        st.sampled_from(["in", "out", "?"]),
    ),
    max_size=8,
)


def make(bounds: list[int]) -> list[Shift]:
    """Shifts that do not overlap, from sorted minutes."""
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    return [
        Shift(
            str(n),
            "240001",
            "W01",
            date(2026, 11, 23),
            DAY + timedelta(minutes=a),
            DAY + timedelta(minutes=b),
        )
        for n, (a, b) in enumerate(pairs)
        if b > a
    ]


SHIFTS = st.lists(st.integers(7 * 60, 20 * 60), min_size=2, max_size=6).map(sorted).map(make)


@given(SHIFTS, PUNCHES, st.integers())
def test_the_order_and_repetition_of_punches_do_not_matter(
    shifts: list[Shift], punches: list[Punch], seed: int
) -> None:
    """The same file twice, or two devices in any order, give the same day."""
    shuffled = punches + punches
    random.Random(seed).shuffle(shuffled)
    assert judge(shifts, punches, [], RULES, NOW) == judge(shifts, shuffled, [], RULES, NOW)


@given(SHIFTS, PUNCHES)
def test_minutes_stay_within_the_shift(shifts: list[Shift], punches: list[Punch]) -> None:
    """Served, late and early minutes are never negative and never more than the shift has."""
    for one in judge(shifts, punches, [], RULES, NOW):
        length = int((one.shift.ends_at - one.shift.starts_at).total_seconds()) // 60
        for minutes in (one.minutes_served, one.minutes_late, one.minutes_early):
            assert 0 <= minutes <= length


@given(SHIFTS, PUNCHES)
def test_every_settled_shift_has_one_name(shifts: list[Shift], punches: list[Punch]) -> None:
    """Nothing is left out or due once it is settled, and no mark repeats the status."""
    found = judge(shifts, punches, [], RULES, NOW)
    assert [one.shift.shift_no for one in found] == [one.shift_no for one in shifts]
    for one in found:
        assert one.status not in {Status.DUE, Status.GIVEN_AWAY, Status.LEAVE}
        assert one.status.value not in one.marks
        assert len(set(one.marks)) == len(one.marks)


@given(SHIFTS, PUNCHES)
def test_a_swap_moves_exactly_one_shift(shifts: list[Shift], punches: list[Punch]) -> None:
    """The giver loses one judged shift, the taker gains one, the others stay as they were."""
    if not shifts:
        return
    swapped = [shifts[0]._replace(given_to="240002"), *shifts[1:]]
    taken = shifts[0]._replace(staff_no="240002", taken_from="240001")
    mine = judge(swapped, punches, [], RULES, NOW)
    theirs = judge([taken], [], [], RULES, NOW)
    assert [one.status == Status.GIVEN_AWAY for one in mine] == [True, *[False] * (len(shifts) - 1)]
    assert [one.status for one in theirs] == [Status.ABSENT]
