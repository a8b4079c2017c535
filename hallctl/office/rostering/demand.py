"""What is to be covered: every window's open hours in the slots of its named shifts (Art. 22)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from hallctl import spans
from hallctl.errors import NotFound, Usage
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall, act
from hallctl.office.hours import Hours, named_shifts
from hallctl.office.rostering.times import days_between
from hallctl.rostering import Slot
from hallctl.sheets.cells import parse_minute
from hallctl.spans import Span
from hallctl.store import places, rosters
from hallctl.store.rosters import DemandRow
from hallctl.store.writing import Writing


class Demand(NamedTuple):
    """How many people a window wants in one shift from a day on."""

    window_no: str
    window: str
    shift: str
    need: int
    from_on: date
    already: bool | None = None


@act("duty demand")
def set_demand(
    hall: Hall, work: Writing, said: str, wanted: Mapping[str, str], on: date
) -> list[Demand]:
    """Record how many people a window wants in named shifts from a day on; the officer's alone.

    Raises NotFound for an unknown window or shift, Usage for a number that is none.
    """
    hall.require_in_force(on)
    window = find_window(hall, said, on)
    hall.require_officer("22")
    rows = [_row(hall, window.window_no, shift, need, on) for shift, need in wanted.items()]
    before = Needs(rosters.demand(hall.db))
    found = []
    for row in rows:
        same = before.need(row.window_no, row.shift, on) == row.need
        if not same:
            rosters.add_demand(work, row)
        found.append(Demand(row.window_no, window.name, *row[1:], already=same or None))
    work.tell({row.shift: row.need for row in rows}, window=window.window_no, on=on)
    return found


def demand(hall: Hall, said: str | None) -> list[Demand]:
    """What is recorded, by window, shift and day."""
    window_no = find_window(hall, said, hall.today).window_no if said else None
    names = places.window_names(hall.db, hall.today)
    return [
        Demand(row.window_no, names[row.window_no], row.shift, row.need, row.from_on)
        for row in rosters.demand(hall.db)
        if window_no in {None, row.window_no}
    ]


def _row(hall: Hall, window_no: str, shift: str, need: str, on: date) -> DemandRow:
    known = named_shifts(hall, on)
    if shift not in known:
        raise NotFound("duty.unknown_shift_name", shift=shift, known=list(known))
    if not need.isdigit() or int(need) > 20:
        raise Usage("duty.bad_need", value=need)
    return DemandRow(window_no, shift, int(need), on)


class Needs:
    """How many people each window wants in each shift on a day."""

    def __init__(self, rows: Iterable[DemandRow]) -> None:
        self._rows: dict[tuple[str, str], list[DemandRow]] = {}
        for row in rows:
            self._rows.setdefault((row.window_no, row.shift), []).append(row)

    def need(self, window_no: str, shift: str, on: date) -> int:
        """One, unless a day's demand says otherwise."""
        rows = [row for row in self._rows.get((window_no, shift), ()) if row.from_on <= on]
        return rows[-1].need if rows else 1


def slots_between(hall: Hall, from_on: date, to_on: date) -> list[Slot]:
    """Every slot of a range of days (both included): named shifts within each window's open hours.

    Open minutes outside every named shift are slots without a name.
    """
    hours, needs = Hours(hall), Needs(rosters.demand(hall.db))
    found: list[Slot] = []
    for on in days_between(from_on, to_on):
        shifts = _shifts(hall, on)
        for window in places.windows(hall.db, on):
            opened = hours.open_minutes(window.window_no, on)
            if opened:
                found += _slots(window.window_no, on, opened, shifts, needs)
    return found


def _shifts(hall: Hall, on: date) -> dict[str, Span]:
    return {
        name: (parse_minute(start) or 0, parse_minute(end) or 0)
        for name, (start, end) in named_shifts(hall, on).items()
    }


def _slots(
    window_no: str, on: date, opened: Sequence[Span], shifts: Mapping[str, Span], needs: Needs
) -> Iterator[Slot]:
    for name, span in shifts.items():
        need = needs.need(window_no, name, on)
        for start, end in spans.cut(opened, span) if need else ():
            yield Slot(on, start, end, window_no, name, need)
    for start, end in spans.without(opened, list(shifts.values())):
        yield Slot(on, start, end, window_no)


def still_open(slot: Slot, covering: Sequence[Span]) -> Iterator[Slot]:
    """What a slot still wants where others cover parts of it: its minutes by how many are missing."""
    bounds = sorted(
        {slot.start, slot.end}
        | {minute for span in covering for minute in span if slot.start < minute < slot.end}
    )
    waiting: Slot | None = None
    for start, end in pairwise(bounds):
        there = sum(one[0] <= start and end <= one[1] for one in covering)
        piece = slot._replace(start=start, end=end, need=slot.need - there)
        if waiting and piece.need == waiting.need:
            waiting = waiting._replace(end=end)
            continue
        if waiting and waiting.need > 0:
            yield waiting
        waiting = piece
    if waiting and waiting.need > 0:
        yield waiting
