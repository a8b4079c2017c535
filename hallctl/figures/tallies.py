"""What was counted at the windows without names: visits, enquiries, and what else the college counts (Art. 24)."""

from datetime import date
from typing import NamedTuple

from hallctl.figures.formulas import Formula


class TallyFact(NamedTuple):
    """The total of one kind at one window on one day of the period."""

    window_no: str
    on: date
    kind: str
    total: int


def counted(one: TallyFact) -> bool:
    """Totals of the period, whatever their kind."""
    return one.total > 0


def number(one: TallyFact) -> int:
    """How many were counted."""
    return one.total


FORMULAS: dict[str, Formula[TallyFact]] = {"tallied": Formula("24", counted, adds=number)}
