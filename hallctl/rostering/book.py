"""Who has what so far in a week, what is left of every limit, and why somebody cannot take a slot."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hallctl.rostering.records import Duty, Obstacle, Slot, WhyNot, Worker


class Book:
    """Who has what so far, and what is left of every limit."""

    def __init__(self, people: Mapping[str, Worker], substitutes: bool) -> None:
        self.people = people
        self.substitutes = substitutes
        self.duties: list[Duty] = []
        self._in_slot: dict[Slot, list[str]] = {}
        self._days: dict[tuple[str, date], list[Slot]] = {}
        self._week: dict[str, int] = {}
        self._month: dict[tuple[str, int], int] = {}

    def keep(self, duty: Duty, slots: Sequence[Slot]) -> tuple[Duty, WhyNot] | None:
        """Enter a fixed duty; returns it with the reason when it cannot be kept."""
        if duty.slot not in slots or not self.missing(duty.slot):
            return None
        found = self.why_not(duty.staff_no, duty.slot)
        if found:
            return duty, found
        self.take(duty)
        return None

    def take(self, duty: Duty) -> None:
        """Enter one duty."""
        slot, staff_no = duty
        self.duties.append(duty)
        self._in_slot.setdefault(slot, []).append(staff_no)
        self._days.setdefault((staff_no, slot.on), []).append(slot)
        if slot.on not in self.people[staff_no].exempt:
            length = slot.end - slot.start
            self._week[staff_no] = self._week.get(staff_no, 0) + length
            month = staff_no, slot.on.month
            self._month[month] = self._month.get(month, 0) + length

    def missing(self, slot: Slot) -> int:
        """How many people a slot still wants."""
        return slot.need - len(self._in_slot.get(slot, ()))

    def week_left(self, one: Worker) -> int | None:
        """Minutes left this week, None without a limit."""
        return None if one.week_left is None else one.week_left - self._week.get(one.staff_no, 0)

    def month_left(self, one: Worker, month: int) -> int | None:
        """Minutes left this month, None without a limit."""
        left = one.month_left.get(month)
        return None if left is None else left - self._month.get((one.staff_no, month), 0)

    def day_left(self, one: Worker, day: date) -> int | None:
        """Shifts left on a day, None without a limit."""
        left = one.day_left.get(day)
        return None if left is None else left - len(self._days.get((one.staff_no, day), ()))

    def candidates(self, slot: Slot) -> list[str]:
        """Who comes into question: the window's students, then others as substitutes, then its leader."""
        own = [one for one in self.people.values() if one.window_no == slot.window_no]
        found = [one.staff_no for one in own if not one.leader]
        if self.substitutes:
            found += [
                one.staff_no
                for one in self.people.values()
                if one.window_no != slot.window_no and not one.leader
            ]
        return found + [one.staff_no for one in own if one.leader]

    def free(self, staff_no: str, slot: Slot) -> bool:
        """Whether neither an obstacle nor a duty of this roster is in the way."""
        return self._obstacle(staff_no, slot) is None

    def why_not(self, staff_no: str, slot: Slot) -> WhyNot | None:
        """The first reason why somebody cannot take a slot, None when there is none."""
        one = self.people[staff_no]
        if found := self._obstacle(staff_no, slot):
            return WhyNot(staff_no, found.why, found.what)
        day = self.day_left(one, slot.on)
        if day is not None and day < 1:
            return WhyNot(staff_no, "day_limit")
        if slot.on in one.exempt:
            return None
        length = slot.end - slot.start
        for why, left in (
            ("week_limit", self.week_left(one)),
            ("month_limit", self.month_left(one, slot.on.month)),
        ):
            if left is not None and left < length:
                return WhyNot(staff_no, why)
        return None

    def reasons(self, slot: Slot) -> Iterator[WhyNot]:
        """For each candidate who is not in the slot already, why not."""
        for staff_no in self.candidates(slot):
            found = self.why_not(staff_no, slot)
            if found and staff_no not in self._in_slot.get(slot, ()):
                yield found

    def _obstacle(self, staff_no: str, slot: Slot) -> Obstacle | None:
        for one in self.people[staff_no].obstacles.get(slot.on, ()):
            if one.start < slot.end and slot.start < one.end:
                return one
        for other in self._days.get((staff_no, slot.on), ()):
            if other.start < slot.end and slot.start < other.end:
                return Obstacle(other.start, other.end, "duty", other.window_no)
        return None
