"""How busy the hall was: people served, enquiries, hours, items (Art. 24)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class WindowTally(NamedTuple):
    """What one window counted, by kind and by day."""

    window_no: str
    window: str
    by_kind: Mapping[str, int]
    by_day: Mapping[date, int]


class BusyItem(NamedTuple):
    """How often an item was applied for."""

    item: str
    window: str
    received: int
    completed: int
    """Of those received in the period, so far."""


class Busy(NamedTuple):
    """How busy the hall was over some days."""

    kinds: Sequence[str] = ()
    """What is counted, in the college's order."""
    tallies: Sequence[WindowTally] = ()
    hours: Mapping[tuple[int, int], int] = {}
    """Cases received by weekday (0 for Monday) and hour of the day."""
    items: Sequence[BusyItem] = ()
    """The busiest first."""
    received: int = 0
    """All cases received, for which ``hours`` and ``items`` are counted."""
    days_tallied: int = 0
    """Days on which at least one window counted."""
