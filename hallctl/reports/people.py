"""People's totals of a month: everybody's, each window's, and corrections beyond the limits (Art. 14, 23)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class PersonTotals(NamedTuple):
    """One person's month, wherever the shifts were; ``counts`` by the codes of the figures."""

    staff_no: str
    name: str
    window_no: str
    window: str
    counts: Mapping[str, int]
    attendance_rate: float | None
    presence_rate: float | None


class WindowTotals(NamedTuple):
    """The shifts at one window, whoever served them, and how stable its staff was."""

    window_no: str
    window: str
    counts: Mapping[str, int]
    attendance_rate: float | None
    presence_rate: float | None
    served: int = 0
    stayed: int = 0
    stability_rate: float | None = None
    changed: Sequence[str] = ()
    """The names of those who did not stay throughout."""


class BeyondLine(NamedTuple):
    """One correction beyond the limits, with the officer's reason."""

    on: date
    window: str
    staff_no: str
    name: str
    start: str
    taken_as: str
    reason: str
    witness: str
    by: str


class PeopleTotals(NamedTuple):
    """Everybody's totals; ``whole`` are those of the hall, whose window is empty."""

    people: Sequence[PersonTotals] = ()
    windows: Sequence[WindowTotals] = ()
    whole: WindowTotals = WindowTotals("", "", {}, None, None)
    beyond: Sequence[BeyondLine] = ()
    per_month: int = 0
    """How many corrections a person may have in a month."""
    within_days: int = 0
    """Within how many working days a correction is recorded."""
