"""Shares of a whole, weighed together exactly and rounded once."""

from collections.abc import Mapping
from math import prod

Share = tuple[int, int]
"""A part and its whole, which is never 0."""


def share(part: int, whole: int) -> Share:
    """A share as it is; full when there was nothing to share."""
    return (part, whole) if whole > 0 else (1, 1)


def weighed(shares: Mapping[str, Share], weights: Mapping[str, int]) -> float:
    """The sum of all shares by their weights, with one decimal, half up."""
    common = prod(whole for _part, whole in shares.values())
    parts = (int(weights.get(name, 0)) * a * common // b for name, (a, b) in shares.items())
    return tenths(sum(parts), common)


def tenths(part: int, whole: int) -> float:
    """A quotient with one decimal, half up."""
    return (20 * part + whole) // (2 * whole) / 10
