"""Stretches of minutes, against plain sets of minutes."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from hallctl import spans
from hallctl.spans import Span

SPAN = st.tuples(st.integers(0, 60), st.integers(0, 60))
SPANS = st.lists(SPAN, max_size=6)


def minutes(found: Iterable[Span]) -> set[int]:
    """Every minute of some stretches."""
    return {minute for start, end in found for minute in range(start, end)}


def in_order(found: list[Span]) -> bool:
    """Whether stretches are none empty, apart, and in order."""
    flat = [one for span in found for one in span]
    return flat == sorted(flat) and len(flat) == len(set(flat))


@given(SPANS)
def test_joined_keeps_the_minutes(given_spans: list[Span]) -> None:
    """The same minutes, in as few stretches as there can be."""
    found = spans.joined(given_spans)
    assert minutes(found) == minutes(given_spans)
    assert in_order(found)


@given(SPANS, SPAN)
def test_cut_keeps_what_lies_within(given_spans: list[Span], bounds: Span) -> None:
    """Only minutes of both."""
    found = spans.cut(given_spans, bounds)
    assert minutes(found) == minutes(given_spans) & minutes([bounds])
    assert in_order(found)


@given(SPANS, SPANS)
def test_without_takes_away(given_spans: list[Span], taken: list[Span]) -> None:
    """No minute of what was taken, all the others."""
    found = spans.without(given_spans, [one for one in taken if one[0] < one[1]])
    assert minutes(found) == minutes(given_spans) - minutes(taken)
    assert in_order(found)


@given(SPANS)
def test_breaks_fill_the_gaps(given_spans: list[Span]) -> None:
    """With the breaks put in, one stretch is left."""
    whole = spans.joined([*given_spans, *spans.breaks(given_spans)])
    assert len(whole) <= 1
    assert not minutes(spans.breaks(given_spans)) & minutes(given_spans)
