"""Judging beside the punches: corrections, spot checks, excuses, parts given away, closed months."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_attendance_properties import NOW, PUNCHES, RULES, SHIFTS
from test_attendance_vectors import MORNING, at, call, punch, shift

from hallctl.attendance import bindings, judge, own_spans, rest_of
from hallctl.figures import tally
from hallctl.model import Correction, Decided, LeaveSpan, Part, Punch, Shift, Status

LATE = at("23:59")


def corrected(
    punches: list[Punch], in_at: str | None = None, out_at: str | None = None
) -> tuple[str, int, int, int]:
    one = Correction("1", at(in_at) if in_at else None, at(out_at) if out_at else None)
    found = judge([MORNING], punches, [], RULES, LATE, Decided([one]))[0]
    return found.status.value, found.minutes_late, found.minutes_early, found.minutes_served


@pytest.mark.parametrize(
    ("punches", "in_at", "out_at", "expect"),
    [
        ([], "08:30", "12:00", ("present", 0, 0, 210)),
        ([], "08:30", None, ("missing_out", 0, 0, 0)),
        ([], None, "12:00", ("missing_in", 0, 0, 0)),
        ([("in", "08:25:00")], None, "12:00", ("present", 0, 0, 210)),
        ([("out", "12:01:00")], "08:40", None, ("late", 10, 0, 200)),
        ([("in", "08:50:00"), ("out", "12:00:00")], "08:30", None, ("present", 0, 0, 210)),
        ([("in", "08:20:00"), ("out", "12:00:00")], "08:40", None, ("late", 10, 0, 200)),
        ([("in", "08:30:00"), ("out", "12:30:00")], None, "11:50", ("early", 0, 10, 200)),
        ([("?", "11:59:00")], "08:30", None, ("early", 0, 1, 209)),
        ([("?", "08:31:00")], "08:30", None, ("missing_out", 0, 0, 0)),
        ([("in", "08:30:00"), ("out", "11:59:10")], None, "12:00", ("present", 0, 0, 210)),
        ([("in", "08:30:00"), ("out", "10:00:00"), ("in", "10:30:00")], None, "12:00", ("present", 0, 0, 180)),
    ],
)  # fmt: skip
def test_a_correction_takes_the_place_of_punches(
    punches: list[tuple[str, str]], in_at: str | None, out_at: str | None,
    expect: tuple[str, int, int, int],
) -> None:  # fmt: skip
    """A corrected end counts, what was punched inside stays, the other end is as it was punched."""
    assert corrected([punch(*one) for one in punches], in_at, out_at) == expect


def test_a_correction_stays_within_its_shift() -> None:
    """Of two shifts that touch, only the corrected one takes punches away; a later correction wins."""
    afternoon = shift("12:00", "17:30", 2)
    punches = [punch("in", "08:40:00"), punch("out", "17:00:00")]
    one = Correction("2", None, at("17:30"))
    found = judge([MORNING, afternoon], punches, [], RULES, LATE, Decided([one]))
    assert [one.status for one in found] == [Status.LATE, Status.PRESENT]
    again = Correction("2", None, at("17:20"))
    found = judge([MORNING, afternoon], punches, [], RULES, LATE, Decided([one, again]))
    assert found[1].minutes_early == 10


@given(SHIFTS, PUNCHES)
def test_a_whole_correction_is_what_counts(shifts: list[Shift], punches: list[Punch]) -> None:
    """Whatever was punched: with both ends corrected to the roster a shift is attended, never absent."""
    rows = [Correction(one.shift_no, one.starts_at, one.ends_at) for one in shifts]
    for one in judge(shifts, punches, [], RULES, NOW, Decided(rows)):
        assert (one.minutes_late, one.minutes_early) == (0, 0)
        assert one.status == Status.PRESENT


def test_minutes_away_are_not_served() -> None:
    """A spot check with both ends takes its minutes out once, one without an end only marks."""
    punches = [punch("in", "08:30:00"), punch("out", "12:00:00")]
    away = [
        Part(at("10:00"), at("10:20")),
        Part(at("10:10"), at("10:30")),
        Part(at("11:50"), at("12:30")),
    ]
    found = judge([MORNING], punches, [], RULES, LATE, Decided(left_post={"1": away}))[0]
    assert (found.status, found.marks, found.minutes_away, found.minutes_served) == (
        Status.PRESENT, ("left_post",), 40, 170,
    )  # fmt: skip
    seen = Decided(left_post={"1": [Part(at("10:00"), at("10:00"))]})
    found = judge([MORNING], punches, [], RULES, LATE, seen)[0]
    assert (found.marks, found.minutes_away, found.minutes_served) == (("left_post",), 0, 210)
    assert judge([MORNING], [], [], RULES, LATE, seen)[0].marks == ()
    assert judge([MORNING], punches, [], RULES, at("11:00"), seen)[0].marks == ()


def test_an_excuse_marks_a_fault_only() -> None:
    """Absent and excused is absent; a plain attendance has nothing to excuse."""
    excused = Decided(excused=frozenset({"1"}))
    assert judge([MORNING], [], [], RULES, LATE, excused)[0][1:3] == (Status.ABSENT, ("excused",))
    fine = [punch("in", "08:30:00"), punch("out", "12:00:00")]
    assert judge([MORNING], fine, [], RULES, LATE, excused)[0].marks == ()


def test_a_missing_sign_in_of_a_closed_month() -> None:
    """It counts as absent, with what it was as a mark, and serves no minutes; other shifts stay."""
    rules = RULES._replace(missing_in_is_absent=True)
    punches = [punch("out", "09:00:00"), punch("in", "10:00:00"), punch("out", "12:00:00")]
    one = call([MORNING], punches, rules=rules)[0]
    assert (one.status, one.marks[0], one.minutes_served) == (Status.ABSENT, "missing_in", 0)
    assert call([MORNING], punches)[0].minutes_served == 120
    assert call([MORNING], [punch("in", "08:30:00")], rules=rules)[0].status == Status.MISSING_OUT


def test_leave_in_the_middle_is_not_served() -> None:
    """An hour of leave within a shift takes its minutes out and leaves both ends."""
    leave = LeaveSpan("personal", at("10:00"), at("11:00"))
    punches = [punch("in", "08:30:00"), punch("out", "12:00:00")]
    one = call([MORNING], punches, leaves=[leave])[0]
    assert (one.status, one.minutes_served) == (Status.PRESENT, 150)


def part(first: str, last: str, who: str = "240002") -> Part:
    return Part(at(first), at(last), who)


@pytest.mark.parametrize(
    ("given_parts", "bounds"),
    [
        ([part("08:30", "10:00")], ("10:00", "12:00")),
        ([part("11:00", "12:00")], ("08:30", "11:00")),
        ([part("09:00", "10:00")], ("08:30", "12:00")),
        ([part("09:00", "10:00"), part("08:30", "09:00")], ("10:00", "12:00")),
        ([part("11:00", "12:00"), part("10:00", "11:00")], ("08:30", "10:00")),
    ],
)
def test_what_is_left_of_a_shift(given_parts: list[Part], bounds: tuple[str, str]) -> None:
    """Parts at an end shorten it, one after the other; a part in the middle does not."""
    left = rest_of(MORNING._replace(given=tuple(given_parts)))
    assert (left.starts_at, left.ends_at, left.given_to) == (at(bounds[0]), at(bounds[1]), None)


def test_a_shift_given_away_in_parts_is_given_away() -> None:
    """When nothing is left, nobody is judged for it but those who took it."""
    given = (part("08:30", "10:00", "240003"), part("10:00", "12:00"))
    left = rest_of(MORNING._replace(given=given))
    assert left.given_to == "240003"
    assert (
        judge([MORNING._replace(given=given)], [], [], RULES, LATE)[0].status == Status.GIVEN_AWAY
    )


CUTS = st.lists(st.integers(0, 210), min_size=2, max_size=6, unique=True).map(sorted)


@given(CUTS, PUNCHES)
def test_parts_and_rest_add_up(cuts: list[int], punches: list[Punch]) -> None:
    """However a shift is cut: what is given and what is left is the shift, and nobody serves a minute twice."""
    start = MORNING.starts_at
    parts = [
        Part(start + timedelta(minutes=first), start + timedelta(minutes=last), "240002")
        for first, last in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    mine = MORNING._replace(given=tuple(parts))
    theirs = [
        MORNING._replace(
            starts_at=one.from_at, ends_at=one.to_at, staff_no="240002", shift_no=str(n)
        )
        for n, one in enumerate(parts)
    ]
    minutes = sum(int((last - first).total_seconds()) // 60 for first, last in own_spans(mine))
    assert minutes + sum(_length(one) for one in theirs) == 210
    judged = judge([mine], punches, [], RULES, NOW)
    served = judged[0].minutes_served
    assert 0 <= served <= minutes
    for one in judge(theirs, punches, [], RULES, NOW):
        assert 0 <= one.minutes_served <= _length(one.shift)


def _length(one: Shift) -> int:
    return int((one.ends_at - one.starts_at).total_seconds()) // 60


AWAY = st.lists(
    st.tuples(st.integers(6 * 60, 21 * 60), st.integers(0, 200)), max_size=3
)  # fmt: skip


@given(SHIFTS, PUNCHES, AWAY, st.sets(st.integers(0, 3)))
def test_decisions_keep_every_shift_countable(
    shifts: list[Shift], punches: list[Punch], away: list[tuple[int, int]], excused: set[int]
) -> None:
    """With checks and excuses too every shift has one status, minutes stay within it, and the codes add up."""
    day = datetime.combine(shifts[0].on, datetime.min.time(), NOW.tzinfo) if shifts else NOW
    spans = [Part(day + timedelta(minutes=a), day + timedelta(minutes=a + n)) for a, n in away]
    decided = Decided(
        left_post={one.shift_no: spans for one in shifts} if spans else {},
        excused=frozenset(str(n) for n in excused),
    )
    plain = judge(shifts, punches, [], RULES, NOW)
    found = judge(shifts, punches, [], RULES, NOW, decided)
    assert [one.status for one in found] == [one.status for one in plain]
    for one in found:
        assert 0 <= one.minutes_served <= _length(one.shift)
        assert 0 <= one.minutes_away <= _length(one.shift)
        assert one.status.value not in one.marks
    count = tally(found)
    assert count.balances
    assert count.due == len(shifts)


def test_what_belongs_to_a_shift_is_told() -> None:
    """Raw punches and merged taps, from two hours before until half-way to the next shift."""
    afternoon = shift("14:00", "17:30", 2)
    punches = [
        punch("?", "06:29:59"),
        punch("?", "08:29:00"),
        punch("?", "08:29:30"),
        punch("?", "13:00:00"),
    ]
    found = bindings([MORNING, afternoon], punches, RULES)
    assert (found["1"].from_at, found["1"].to_at) == (at("06:30"), at("13:00"))
    assert [one.at for one in found["1"].punches] == [at("08:29:00"), at("08:29:30")]
    assert [one.at for one in found["1"].merged] == [at("08:29:00")]
    assert [one.at for one in found["2"].punches] == [at("13:00:00")]
    assert bindings([MORNING._replace(given_to="240002")], punches, RULES) == {}
