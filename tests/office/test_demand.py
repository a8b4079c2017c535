"""What a slot still wants where others cover parts of it."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hallctl.office.rostering.demand import still_open
from hallctl.rostering import Slot

DAY = date(2026, 11, 30)
SLOT = Slot(DAY, 510, 720, "W01", "上午", 2)


def test_parts_that_are_covered_are_left_out() -> None:
    """Two are wanted: where one stands one is missing, where two stand nobody is."""
    found = list(still_open(SLOT, [(500, 600), (540, 720)]))
    assert [(one.start, one.end, one.need) for one in found] == [(510, 540, 1), (600, 720, 1)]
    assert list(still_open(SLOT, [(510, 720), (0, 1440)])) == []
    assert list(still_open(SLOT, [(720, 800), (400, 510)])) == [SLOT]


@given(st.lists(st.tuples(st.integers(480, 750), st.integers(1, 200))), st.integers(1, 3))
def test_minute_by_minute(covering: list[tuple[int, int]], need: int) -> None:
    """In each minute the pieces want what the covering spans leave, and touching pieces differ."""
    spans = [(start, start + length) for start, length in covering]
    found = list(still_open(SLOT._replace(need=need), spans))
    for minute in range(SLOT.start, SLOT.end):
        there = sum(start <= minute < end for start, end in spans)
        wanted = sum(one.need for one in found if one.start <= minute < one.end)
        assert wanted == max(0, need - there)
    for before, after in pairwise(found):
        assert before.end < after.start or before.need != after.need
