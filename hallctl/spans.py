"""Stretches of minutes after midnight, the end not included: cut, joined, taken from one another."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

Span = tuple[int, int]
"""From a minute (included) to another (not included)."""


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same minutes in as few stretches as possible, in order; empty stretches go."""
    found: list[Span] = []
    for start, end in sorted(one for one in spans if one[0] < one[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def breaks(spans: Iterable[Span]) -> list[Span]:
    """What lies between the stretches, not before the first or after the last."""
    return [(before[1], after[0]) for before, after in pairwise(joined(spans))]


def cut(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """The minutes that lie within ``bounds``."""
    return joined((max(start, bounds[0]), min(end, bounds[1])) for start, end in spans)


def without(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """The minutes that lie in none of ``taken``."""
    left = joined(spans)
    for start, end in taken:
        left = joined(
            part
            for first, last in left
            for part in ((first, min(last, start)), (max(first, end), last))
        )
    return left
