"""Counts of visits and enquiries, nameless, per window, day and kind (Art. 24)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl.errors import Usage
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall, act
from hallctl.store import counter, places
from hallctl.store.counter import TallyRow
from hallctl.store.writing import Writing


class Count(NamedTuple):
    """One total."""

    on: date
    window_no: str
    window: str
    kind: str
    total: int


class Tallied(NamedTuple):
    """The totals of one window's day after the act."""

    window_no: str
    window: str
    on: date
    counts: Mapping[str, int]
    already: bool | None = None


def kinds_on(hall: Hall, day: date) -> Sequence[str]:
    """The kinds that are counted on a day."""
    kinds: Sequence[str] = hall.law.on(day)["tally.kinds"]
    return kinds


@act("tally")
def set_tallies(
    hall: Hall, work: Writing, window: str, counts: Mapping[str, int], on: date
) -> Tallied:
    """Record a window's totals of a day as they are known now; later ones overtake them.

    Raises Usage for a kind that is not counted or a day to come, NotFound for an unknown window.
    """
    hall.require_in_force(on)
    if on > hall.today:
        raise Usage("tally.future", on=on)
    kinds = kinds_on(hall, on)
    if unknown := [kind for kind in counts if kind not in kinds]:
        raise Usage("tally.unknown_kind", kinds=unknown, known=kinds)
    row = find_window(hall, window, on)
    before = _standing(hall, row.window_no, on)
    new = {kind: count for kind, count in counts.items() if before.get(kind) != count}
    for kind, count in new.items():
        counter.set_tally(work, TallyRow(row.window_no, on, kind, count))
    work.tell({"counts": new}, window=row.window_no, on=on)
    after = {**before, **new}
    shown = {kind: after[kind] for kind in kinds if kind in after}
    return Tallied(row.window_no, row.name, on, shown, None if new else True)


def tallies(hall: Hall, from_on: date, to_on: date, window: str | None = None) -> list[Count]:
    """The totals of a range of days (both included), by day, window and kind."""
    names = places.window_names(hall.db, to_on)
    window_no = find_window(hall, window, to_on).window_no if window else None
    return [
        Count(one.on, one.window_no, names.get(one.window_no, ""), one.kind, one.total)
        for one in counter.tallies(hall.db, from_on, to_on, window_no)
    ]


def _standing(hall: Hall, window_no: str, on: date) -> dict[str, int]:
    return {one.kind: one.total for one in counter.tallies(hall.db, on, on, window_no)}
