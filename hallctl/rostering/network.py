"""A flow of least cost through a network."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush


class Network:
    """A flow network; ``run`` sends as much as goes, at least cost, by successive shortest paths.

    Potentials keep all costs at or above zero, so that each shortest path is found as Dijkstra does;
    all paths of one length are then filled at once.
    """

    def __init__(self) -> None:
        self._arcs: list[list[int]] = []
        """For each node its arcs; arc n and its way back n ^ 1."""
        self._head: list[int] = []
        self._left: list[int] = []
        self._cost: list[int] = []
        self._label: dict[int, str] = {}

    def node(self) -> int:
        """A new node."""
        self._arcs.append([])
        return len(self._arcs) - 1

    def arc(self, tail: int, head: int, capacity: int, cost: int, label: str = "") -> None:
        """A new arc; ``cost`` is at least zero."""
        for one, other, room, price in ((tail, head, capacity, cost), (head, tail, 0, -cost)):
            self._arcs[one].append(len(self._head))
            self._head.append(other)
            self._left.append(room)
            self._cost.append(price)
        if label:
            self._label[len(self._head) - 2] = label

    def used(self) -> Iterator[tuple[int, int, str]]:
        """Every arc with flow as (tail, head, label), once for each unit."""
        for n in range(0, len(self._head), 2):
            for _unit in range(self._left[n ^ 1]):
                yield self._head[n ^ 1], self._head[n], self._label.get(n, "")

    def run(self, source: int, sink: int) -> int:
        """Send as many units as possible at least cost; returns how many."""
        high = [0] * len(self._arcs)
        total = 0
        while (distance := self._distances(source, sink, high)) is not None:
            limit = distance[sink]
            for node, length in enumerate(distance):
                high[node] += min(length, limit)
            while pushed := self._push(source, sink, high):
                total += pushed
        return total

    def _distances(self, source: int, sink: int, high: Sequence[int]) -> list[int] | None:
        """Shortest distances by reduced cost as far as the sink; None when it cannot be reached."""
        far = 1 << 100
        distance = [far] * len(self._arcs)
        distance[source] = 0
        waiting = [(0, source)]
        arcs, heads, left, cost = self._arcs, self._head, self._left, self._cost
        while waiting:
            length, node = heappop(waiting)
            if length > distance[node]:
                continue
            if node == sink:
                return distance
            base = length + high[node]
            for arc in arcs[node]:
                if left[arc]:
                    head = heads[arc]
                    there = base + cost[arc] - high[head]
                    if there < distance[head]:
                        distance[head] = there
                        heappush(waiting, (there, head))
        return None

    def _push(self, source: int, sink: int, high: Sequence[int]) -> int:
        """Fill paths without reduced cost until none is left, each node looked at once; returns how many."""
        pushed = 0
        seen = [False] * len(self._arcs)
        place = [0] * len(self._arcs)
        while path := self._path(source, sink, high, seen, place):
            for arc in path:
                self._left[arc] -= 1
                self._left[arc ^ 1] += 1
                seen[self._head[arc]] = False
            pushed += 1
        return pushed

    def _path(
        self, source: int, sink: int, high: Sequence[int], seen: list[bool], place: list[int]
    ) -> list[int]:
        """The arcs of one path without reduced cost; nodes that lead nowhere stay ``seen``."""
        path: list[int] = []
        node = source
        seen[source] = True
        while node != sink:
            arcs = self._arcs[node]
            while place[node] < len(arcs):
                arc = arcs[place[node]]
                head = self._head[arc]
                flat = self._left[arc] and not seen[head]
                if flat and high[node] + self._cost[arc] == high[head]:
                    break
                place[node] += 1
            else:
                if not path:
                    return []
                back = path.pop()
                node = self._head[back ^ 1]
                place[node] += 1
                continue
            path.append(arc)
            seen[head] = True
            node = head
        return path
