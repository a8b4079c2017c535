"""An independent look at rosters: what is allowed, counted plainly, and how much is possible at most."""

from collections import deque
from collections.abc import Mapping, Sequence
from itertools import pairwise

from hallctl.rostering import Duty, Slot, Worker


def allowed(people: Mapping[str, Worker], duties: Sequence[Duty], substitutes: bool) -> bool:
    """Whether duties keep every rule, counted plainly."""
    if any(sum(d.slot == s for d in duties) > s.need for s in {d.slot for d in duties}):
        return False
    own = {no: sorted(duty.slot for duty in duties if duty.staff_no == no) for no in people}
    return all(
        all(may_stand(one, each, substitutes) for each in own[no])
        and not any(a.on == b.on and a.end > b.start for a, b in pairwise(own[no]))
        and within_limits(one, own[no])
        for no, one in people.items()
    )


def may_stand(one: Worker, each: Slot, substitutes: bool) -> bool:
    """Whether a slot is at a window of one's own, or may be at another, and nothing is in the way."""
    if each.window_no != one.window_no and (one.leader or not substitutes):
        return False
    return not any(
        o.start < each.end and each.start < o.end for o in one.obstacles.get(each.on, ())
    )


def within_limits(one: Worker, own: list[Slot]) -> bool:
    """Whether somebody's slots fit into the week, the months and the days."""
    counted = [each for each in own if each.on not in one.exempt]
    week = sum(s.end - s.start for s in counted)
    months = {m: sum(s.end - s.start for s in counted if s.on.month == m) for m in one.month_left}
    days = {day: sum(s.on == day for s in own) for day in one.day_left}
    return (
        (one.week_left is None or week <= max(one.week_left, 0))
        and all(months[month] <= max(left, 0) for month, left in one.month_left.items())
        and all(days[day] <= max(left, 0) for day, left in one.day_left.items())
    )


def best(slots: Sequence[Slot], people: Mapping[str, Worker], substitutes: bool) -> int:
    """The most units any allowed roster covers, by trying all of them."""
    units = [each for each in slots for _n in range(each.need)]

    def further(n: int, duties: list[Duty]) -> int:
        if n == len(units):
            return len(duties)
        found = further(n + 1, duties)
        for staff_no in people:
            if Duty(units[n], staff_no) in duties:
                continue
            more = [*duties, Duty(units[n], staff_no)]
            if allowed(people, more, substitutes):
                found = max(found, further(n + 1, more))
        return found

    return further(0, [])


class Pipes:
    """A network of named nodes; as many units as go are found by breadth-first augmenting paths."""

    def __init__(self) -> None:
        self.left: dict[tuple[object, object], int] = {}
        self.near: dict[object, list[object]] = {}

    def arc(self, a: object, b: object, room: int) -> None:
        """An arc, once."""
        if (a, b) not in self.left:
            self.left[a, b] = room
            self.left.setdefault((b, a), 0)
            self.near.setdefault(a, []).append(b)
            self.near.setdefault(b, []).append(a)

    def most(self) -> int:
        """The maximum flow from S to T."""
        total = 0
        while before := self._reached():
            node: object = "T"
            while node != "S":
                self.left[before[node], node] -= 1
                self.left[node, before[node]] += 1
                node = before[node]
            total += 1
        return total

    def _reached(self) -> dict[object, object]:
        before: dict[object, object] = {"S": "S"}
        waiting: deque[object] = deque(["S"])
        while waiting and "T" not in before:
            node = waiting.popleft()
            for other in self.near.get(node, ()):
                if other not in before and self.left[node, other] > 0:
                    before[other] = node
                    waiting.append(other)
        return before if "T" in before else {}


def maximum_flow(slots: Sequence[Slot], people: Mapping[str, Worker], substitutes: bool) -> int:
    """The most that slots of one length can be covered, by another flow than the one under test."""
    pipes, many = Pipes(), 10**6
    for each in slots:
        length = each.end - each.start
        pipes.arc(("slot", each), "T", each.need)
        for no, one in people.items():
            if not may_stand(one, each, substitutes):
                continue
            week, month, day = ("week", no), ("month", no, each.on.month), ("day", no, each.on)
            month_left = one.month_left.get(each.on.month, many * length)
            pipes.arc("S", week, many if one.week_left is None else max(one.week_left, 0) // length)
            pipes.arc(week, month, max(month_left, 0) // length)
            pipes.arc(month, day, max(one.day_left.get(each.on, many), 0))
            pipes.arc(day, ("moment", no, each.on, each.start), 1)
            pipes.arc(("moment", no, each.on, each.start), ("slot", each), 1)
    return pipes.most()
