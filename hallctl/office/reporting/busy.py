"""How busy the hall was over some days: what the windows counted, hours and items of cases (Art. 24)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.reports.busy import Busy, BusyItem, WindowTally
from hallctl.store import cases, counter
from hallctl.store.cases import Case
from hallctl.store.counter import TallyRow

ITEMS = 10
"""How many of the busiest items are named."""


def busy(hall: Hall, windows: Mapping[str, str], first: date, to_on: date) -> Busy:
    """How busy a period was, both ends included; hours and items by the cases received in it."""
    rows = counter.tallies(hall.db, first, to_on)
    received = cases.received_between(hall.db, first, to_on)
    at = [case.file.received_at for case in received]
    return Busy(
        kinds_of(hall, rows, first),
        [_tally(no, name, rows) for no, name in windows.items()],
        Counter((one.weekday(), one.hour) for one in at),
        _items(hall, received, windows, to_on),
        len(received),
        len({row.on for row in rows}),
    )


def kinds_of(hall: Hall, rows: Sequence[TallyRow], day: date) -> list[str]:
    """What was counted: the kinds of the college in its order, then others that once were."""
    known: Sequence[str] = hall.law.on(day)["tally.kinds"]
    return [*known, *sorted({row.kind for row in rows} - set(known))]


def _tally(no: str, name: str, rows: Sequence[TallyRow]) -> WindowTally:
    kinds: Counter[str] = Counter()
    days: Counter[date] = Counter()
    for row in rows:
        if row.window_no == no:
            kinds[row.kind] += row.total
            days[row.on] += row.total
    return WindowTally(no, name, kinds, days)


def _items(
    hall: Hall, received: Sequence[Case], windows: Mapping[str, str], to_on: date
) -> list[BusyItem]:
    """The items with most cases; equal ones by name."""
    own: dict[tuple[str, str], list[Case]] = {}
    for case in received:
        if case.file.item_code:
            own.setdefault((subject(hall, case), case.file.window_no), []).append(case)
    found = [
        BusyItem(item, windows.get(no, no), len(mine), sum(_done(case, to_on) for case in mine))
        for (item, no), mine in own.items()
    ]
    return sorted(found, key=lambda one: (-one.received, one.item, one.window))[:ITEMS]


def _done(case: Case, to_on: date) -> bool:
    closed = case.now.closed_at
    return case.now.state == "completed" and closed is not None and closed.date() <= to_on
