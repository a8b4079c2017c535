"""What the summary of the monthly report shows beside the figures (Art. 23)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple


class Comparison(NamedTuple):
    """The figures of another month that was kept."""

    name: str
    """last_month or last_year."""
    values: Mapping[str, float | int | None]
    whole: bool
    """Whether both months are whole, so that counts may be compared; rates always may."""


class RatingLevel(NamedTuple):
    """How often a level was given to cases, and in nameless answers to surveys; 5 is the best."""

    level: int
    given: int
    answered: int = 0


class TallyTotal(NamedTuple):
    """What the windows counted of one kind; its name as the college says it."""

    kind: str
    total: int


class BusyHour(NamedTuple):
    """Cases received in one hour of the day, such as 9 to 10."""

    hour: int
    received: int


class BusyItem(NamedTuple):
    """How often an item was applied for."""

    item: str
    received: int


class MeetingTotal(NamedTuple):
    """How often a kind of meeting took place, and who came."""

    kind: str
    number: int
    invited: int
    present: int


class Praised(NamedTuple):
    """One praise; without a name where the college does not want one on this paper."""

    on: date
    window: str
    name: str
    note: str


class Summary(NamedTuple):
    """What the first pages show beside the figures; ``edition`` is department or leader."""

    edition: str = "department"
    comparisons: Sequence[Comparison] = ()
    levels: Sequence[RatingLevel] = ()
    tallies: Sequence[TallyTotal] = ()
    tallied: int = 0
    """All counts of the month, as they stand window by window."""
    hours: Sequence[BusyHour] = ()
    """The busiest hours, the busiest first."""
    items: Sequence[BusyItem] = ()
    """The ten busiest items, the busiest first."""
    received: int = 0
    """Cases received in the month."""
    meetings: Sequence[MeetingTotal] = ()
    praise: Sequence[Praised] = ()
    as_of: date | None = None
    """The day of the matters: the month's last, or the day of a report within the month."""
    plan_month: str = ""
    plan: Sequence[str] = ()
