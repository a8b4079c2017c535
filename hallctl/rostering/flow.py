"""A week as a network: from each person, through limits and moments, to the slots, at a price."""

from collections.abc import Mapping, Sequence
from datetime import date

from hallctl.rostering.book import Book
from hallctl.rostering.network import Network
from hallctl.rostering.records import Duty, Slot, Worker

STABLE, HOUR, SUBSTITUTE, LEADER, MINUTE = 1, 1000, 10**9, 10**12, 10**15
"""The prices, each far above everything that the ones before can add up to in a week."""


def best_flow(
    slots: Sequence[Slot], book: Book, before: frozenset[tuple[str, str, int, int]]
) -> list[Duty]:
    """The duties of a flow of least cost over the slots that are still open."""
    slots = [slot for slot in slots if book.missing(slot)]
    network = Network()
    source, sink = network.node(), network.node()
    longest = max((slot.end - slot.start for slot in slots), default=0)
    moment_of = _moments(slots)
    slot_nodes, pools = [], {}
    for slot in slots:
        node = network.node()
        slot_nodes.append(node)
        network.arc(node, sink, book.missing(slot), MINUTE * (longest - (slot.end - slot.start)))
        span = slot[:3]
        if book.substitutes and span not in pools:
            pools[span] = network.node()
    if book.substitutes:
        for slot, node in zip(slots, slot_nodes, strict=True):
            network.arc(pools[slot[:3]], node, book.missing(slot), 0)
    for one in book.people.values():
        _person(network, source, one, slots, slot_nodes, pools, moment_of, book, before)
    network.run(source, sink)
    return _duties(network, slots, slot_nodes, pools)


def _person(
    network: Network,
    source: int,
    one: Worker,
    slots: Sequence[Slot],
    slot_nodes: Sequence[int],
    pools: Mapping[tuple[date, int, int], int],
    moment_of: Mapping[tuple[date, int, int], int],
    book: Book,
    before: frozenset[tuple[str, str, int, int]],
) -> None:
    """One person's part of the network: source, person, limits, days, moments, slots."""
    spans: dict[tuple[date, int, int], None] = {}
    own: dict[tuple[date, int, int], list[int]] = {}
    for n, slot in enumerate(slots):
        here = slot.window_no == one.window_no
        if (here or (book.substitutes and not one.leader)) and book.free(one.staff_no, slot):
            spans.setdefault(slot[:3])
            if here:
                own.setdefault(slot[:3], []).append(n)
    if not spans:
        return
    limits = _Limits(network, source, one, list(spans), book)
    for span in spans:
        moment = limits.moment(span, moment_of[span])
        for n in own.get(span, ()):
            kept = (one.staff_no, one.window_no, span[0].isoweekday(), span[1]) in before
            network.arc(moment, slot_nodes[n], 1, 0 if kept else STABLE, one.staff_no)
        if span in pools and not one.leader:
            network.arc(moment, pools[span], 1, SUBSTITUTE + STABLE, one.staff_no)


class _Limits:
    """The nodes that hold one person's limits: week, month, day, one place at a time."""

    def __init__(
        self, network: Network, source: int, one: Worker,
        spans: Sequence[tuple[date, int, int]], book: Book,
    ) -> None:  # fmt: skip
        self.network, self.one, self.book = network, one, book
        self._days: dict[date, int] = {}
        self._months: dict[int, int] = {}
        self._moments: dict[int, int] = {}
        limited = [end - start for on, start, end in spans if on not in one.exempt]
        self._longest = max(limited, default=1)
        self._most = len(spans)
        week = self._whole(book.week_left(one))
        most = min(week, len(limited)) + len(spans) - len(limited)
        self.person = network.node()
        self.week = network.node()
        network.arc(self.person, self.week, week, 0)
        if one.leader:
            network.arc(source, self.person, most, LEADER)
            return
        for shift in range(most):  # each further shift is dearer: hours even out over the term
            hours = (one.served + shift * self._longest) // 60
            network.arc(source, self.person, 1, HOUR * hours)

    def moment(self, span: tuple[date, int, int], place: int) -> int:
        """The node that lets one person be in one place at a time."""
        if place not in self._moments:
            self._moments[place] = self.network.node()
            self.network.arc(self._day(span[0]), self._moments[place], 1, 0)
        return self._moments[place]

    def _day(self, day: date) -> int:
        if day not in self._days:
            self._days[day] = self.network.node()
            left = self.book.day_left(self.one, day)
            above = self.person if day in self.one.exempt else self._month(day.month)
            self.network.arc(
                above, self._days[day], self._most if left is None else max(left, 0), 0
            )
        return self._days[day]

    def _month(self, month: int) -> int:
        if month not in self._months:
            self._months[month] = self.network.node()
            left = self.book.month_left(self.one, month)
            self.network.arc(self.week, self._months[month], self._whole(left), 0)
        return self._months[month]

    def _whole(self, minutes: int | None) -> int:
        """Minutes as whole shifts, by the longest there is for this person: never too many."""
        return self._most if minutes is None else max(0, minutes // self._longest)


def _moments(slots: Sequence[Slot]) -> dict[tuple[date, int, int], int]:
    """A number for each span of a day; spans that overlap, also in a chain, have the same."""
    found: dict[tuple[date, int, int], int] = {}
    number, until = 0, (date.min, 0)
    for span in sorted({slot[:3] for slot in slots}):
        on, start, end = span
        if on != until[0] or start >= until[1]:
            number, until = number + 1, (on, end)
        until = (on, max(until[1], end))
        found[span] = number
    return found


def _duties(
    network: Network,
    slots: Sequence[Slot],
    slot_nodes: Sequence[int],
    pools: Mapping[tuple[date, int, int], int],
) -> list[Duty]:
    """The flow read back: people straight into their slots, those of a pool into its slots in order."""
    place = {node: n for n, node in enumerate(slot_nodes)}
    waiting: dict[int, list[str]] = {node: [] for node in pools.values()}
    found = []
    for _tail, head, staff_no in network.used():
        if head in place and staff_no:
            found.append(Duty(slots[place[head]], staff_no))
        elif head in waiting and staff_no:
            waiting[head].append(staff_no)
    for tail, head, staff_no in network.used():
        if tail in waiting and not staff_no:
            found.append(Duty(slots[place[head]], waiting[tail].pop(0)))
    return found
