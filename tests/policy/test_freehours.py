"""When a timetable leaves somebody free."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hallctl.freehours import Busy, TeachingDay, bounds_on, busy, free
from hallctl.model import ClassPeriod, ClassSlot

SUMMER = ClassPeriod(1, 480, 525, date(2026, 5, 1), date(2026, 9, 30))
WINTER = ClassPeriod(1, 490, 535, date(2026, 10, 1))
ALWAYS = ClassPeriod(2, 540, 585, date(2026, 1, 1))


def test_periods_by_season() -> None:
    """The period that began last counts, as long as it lasts; both ends are included."""
    found = (WINTER, SUMMER, ALWAYS)
    assert bounds_on(found, date(2026, 9, 30)) == {1: (480, 525), 2: (540, 585)}
    assert bounds_on(found, date(2026, 10, 1)) == {1: (490, 535), 2: (540, 585)}
    assert bounds_on((SUMMER,), date(2026, 10, 1)) == {}
    assert bounds_on((SUMMER,), date(2026, 4, 30)) == {}


def test_classes_of_a_day() -> None:
    """Weekday and week decide; both periods of a class count; times of its own need no periods."""
    maths = ClassSlot(1, (1, 3), 1, 2, None, None, "maths")
    sport = ClassSlot(1, (1, 2), None, None, 600, 700, "sport")
    bounds = {1: (480, 525), 2: (540, 585)}
    assert busy([sport, maths], TeachingDay(1, 1), bounds) == [
        (480, 585, "maths"),
        (600, 700, "sport"),
    ]
    assert busy([sport, maths], TeachingDay(1, 2), bounds) == [(600, 700, "sport")]
    assert busy([sport, maths], TeachingDay(2, 1), bounds) == []
    assert busy([sport, maths], TeachingDay(1, None), bounds) == []
    assert busy([maths], TeachingDay(1, 1), {1: (480, 525)}) == []


def test_free_spans_leave_time_for_the_way() -> None:
    """The way is added before and after each class; touching classes leave nothing between."""
    taken = [Busy(500, 600, "a"), Busy(600, 660, "b"), Busy(800, 900, "c")]
    assert free(taken, 510, 1050, 15) == [(675, 785), (915, 1050)]
    assert free(taken, 675, 785, 15) == [(675, 785)]
    assert free(taken, 510, 590, 0) == []
    assert free([], 510, 1050) == [(510, 1050)]
    assert free([Busy(530, 600, "")], 510, 610, 15) == [(510, 515)]


@given(st.lists(st.tuples(st.integers(0, 1400), st.integers(1, 40))), st.integers(0, 30))
def test_free_and_busy_share_no_minute(classes: list[tuple[int, int]], travel: int) -> None:
    """Each minute of the day is free exactly when no class with its way fills it."""
    taken = [Busy(start, start + length, "") for start, length in classes]
    spans = free(taken, 0, 1440, travel)
    for minute in range(0, 1440, 7):
        filled = any(one.start - travel <= minute < one.end + travel for one in taken)
        assert any(start <= minute < end for start, end in spans) is not filled
