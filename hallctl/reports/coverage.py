"""When nobody was at an open window: as rostered, and as it was (Art. 14, 22)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class Uncovered(NamedTuple):
    """Open minutes of one window, and those without anybody, by day; rates are percent."""

    open_minutes: int
    gap_minutes: int
    coverage_rate: float | None
    by_day: Mapping[date, int]


class WindowGaps(NamedTuple):
    """One window as rostered and as it was; actual minutes go as far as the clock had come."""

    window_no: str
    window: str
    planned: Uncovered
    actual: Uncovered


class GapLine(NamedTuple):
    """One stretch without anybody at the window."""

    on: date
    window: str
    start: str
    end: str
    minutes: int
    why: Sequence[str]
    """Codes: nobody was rostered, or what those who were did."""
    names: Sequence[str]


class Coverage(NamedTuple):
    """The gaps of a month."""

    windows: Sequence[WindowGaps] = ()
    longest: Sequence[GapLine] = ()
    """Those that lasted longest, the longest first."""
    stretches: int = 0
    """How many there were."""
