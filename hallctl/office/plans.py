"""What the hall means to do in a month (Art. 10): said, taken back, printed on the report before it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl.errors import NotFound, Usage
from hallctl.office.hall import Hall, act
from hallctl.store import plans
from hallctl.store.writing import Writing

LONGEST = 100
"""Characters of one thing that is planned: about two lines on the report."""


class Planned(NamedTuple):
    """One thing that is planned, by its place in the month's list."""

    n: int
    text: str
    on: date


class Plan(NamedTuple):
    """What stands for a month after the act."""

    month: str
    plan: Sequence[Planned]
    already: bool | None = None


@act("report plan")
def change(hall: Hall, work: Writing, month: str, add: Sequence[str], drop: Sequence[int]) -> Plan:
    """Take lines out of a month's plan by their places, then put others at its end.

    A line that stands already is fine. Raises NotFound for a place that the plan has not, Usage for a
    line that is empty or too long.
    """
    hall.require_officer("10")
    standing = dict(enumerate(plans.of_month(hall.db, month), 1))
    for place in drop:
        if place not in standing:
            raise NotFound("report.no_such_plan", month=month, no=place, count=len(standing))
    plans.drop(work, [standing[place] for place in dict.fromkeys(drop)])
    known = {row.text for place, row in standing.items() if place not in drop}
    new = [text for text in dict.fromkeys(map(_line, add)) if text not in known]
    for text in new:
        plans.add(work, month, text, hall.today)
    work.tell({"added": len(new), "dropped": len(set(drop))}, month=month)
    return planned(hall, month)._replace(already=None if new or drop else True)


def planned(hall: Hall, month: str) -> Plan:
    """What stands for a month."""
    rows = enumerate(plans.of_month(hall.db, month), 1)
    return Plan(month, [Planned(place, row.text, row.on) for place, row in rows])


def _line(said: str) -> str:
    text = " ".join(said.split())
    if not text:
        raise Usage("report.plan_says_nothing")
    if len(text) > LONGEST:
        raise Usage("report.plan_too_long", length=len(text), longest=LONGEST)
    return text
