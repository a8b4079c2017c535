"""What a traced figure consists of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.reports.monthly import ChangedShift


class Fact(NamedTuple):
    """One fact behind a figure."""

    ref: str
    """What ``hallctl why`` is asked next; empty where nothing more is kept."""
    counts: str
    """above, below, both or out."""
    because: str
    """The population it is in, or what keeps it out; a name within its family."""
    told: Mapping[str, object]
    adds: int = 1
    """What it adds above the line, if it counts there."""
    of: int = 1
    """What it adds below the line, if it counts there."""


class Side(NamedTuple):
    """One side of the line: who counts there, how many, and what they add up to."""

    population: str
    facts: int
    total: int
    adds: str
    """What each fact adds; ``once`` when it is counted."""


class Setting(NamedTuple):
    """A value that a setting had from a day on, within the period."""

    name: str
    value: object
    from_on: date


class Reported(NamedTuple):
    """What the closing of a month keeps of a figure of attendance, and what changed since."""

    at: datetime
    reopened_at: datetime | None
    value: float | int | None
    changed: Sequence[ChangedShift] = ()


class Trace(NamedTuple):
    """One figure with everything that it was counted from."""

    code: str
    family: str
    """shift, case, rating, complaint, tally or person."""
    article: str
    value: float | int | None
    from_on: date
    to_on: date
    draft: bool
    """Whether the period is not over."""
    above: Side
    below: Side | None
    settings: Sequence[Setting]
    facts: Sequence[Fact]
    reported: Reported | None = None
