"""The month's complaints, counted so that nobody can be recognised (Art. 33)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class ComplaintLine(NamedTuple):
    """Complaints of one sort that were received in the month, and in the month before."""

    what: str
    """all, channel, kind, about or window."""
    value: str
    counts: Mapping[str, int]
    """received, yes, partly, no, pending, accepted_on_time, accepted_late, on_time, late."""
    accepted_rate: float | None
    on_time_rate: float | None
    before: int | None
    """Received in the month before; None where that month was not kept or may not be told apart."""


class ComplaintAnalysis(NamedTuple):
    """The complaints of a month."""

    lines: Sequence[ComplaintLine] = ()
    """The sum of all, then each sort; without sorts where there are too few to be told apart."""
    least: int = 0
    """With fewer, sorts are not told apart."""
    measures: Mapping[str, int] = {}
    """What followed from the findings of the month: counts by code."""
