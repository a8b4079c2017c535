"""Who may be rostered in a week, and what keeps them from it: classes, the way, leave, duties, limits."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import attendance, spans
from hallctl.model import Role, Shift
from hallctl.office.hall import Hall
from hallctl.office.rostering.freehours import FreeHours, vacations
from hallctl.office.rostering.times import days_between, minute_of
from hallctl.rostering import Duty, Obstacle, Worker
from hallctl.store import days, duty, people
from hallctl.store.duty import midnight
from hallctl.store.people import Person

WHOLE_DAY = (0, 1440)
BEFORE_TERM = timedelta(days=126)
"""How far back hours count towards fairness when no term is recorded."""


class Stint(NamedTuple):
    """A stretch of duty that is published or planned."""

    on: date
    start: int
    end: int
    window_no: str

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start


class Workers:
    """Gathers the people of one week after another; what was planned for earlier weeks counts."""

    def __init__(self, hall: Hall, from_on: date, to_on: date, *, leaders: bool) -> None:
        self._hall = hall
        self._untimed: set[str] = set()
        self._leaders = leaders
        self.hours = FreeHours(hall)
        self._local = days.local_days(hall.db)
        term = self.hours.term_on(from_on)
        first = min(term.week1_on if term else from_on - BEFORE_TERM, from_on.replace(day=1))
        self._since = term.week1_on if term else first
        last = to_on + timedelta(days=31)
        self.stints = _stints(hall, first, last)
        self._leaves = duty.leaves(hall.db, midnight(from_on), midnight(to_on + timedelta(days=8)))

    def plan(self, duties: Sequence[Duty]) -> None:
        """Let duties of a week that was just planned count for the weeks after it."""
        for slot, staff_no in duties:
            stint = Stint(slot.on, slot.start, slot.end, slot.window_no)
            self.stints.setdefault(staff_no, []).append(stint)

    def of_week(self, monday: date) -> dict[str, Worker]:
        """Everybody who serves on a day of a week, with obstacles and what is left of the limits."""
        week = list(days_between(monday, monday + timedelta(days=6)))
        served: dict[str, dict[date, Person]] = {}
        for on in week:
            for one in people.everybody(self._hall.db, on):
                if one.serves_on(on) and one.role in self._roles():
                    served.setdefault(one.staff_no, {})[on] = one
        return {no: self._worker(no, days_of, week) for no, days_of in sorted(served.items())}

    def without_timetable(self) -> list[str]:
        """The students who could not be rostered because nobody knows their classes."""
        return sorted(self._untimed)

    def covering(self, on: date) -> dict[str, list[tuple[int, int]]]:
        """What published duties of a day cover, by window; minutes of leave are not covered."""
        found: dict[str, list[tuple[int, int]]] = {}
        for staff_no, stints in self.stints.items():
            away = [one[:2] for one in self._away(staff_no, on)]
            for one in stints:
                if one.on == on:
                    there = spans.without([(one.start, one.end)], away)
                    found.setdefault(one.window_no, []).extend(there)
        return found

    def _roles(self) -> set[Role]:
        return {Role.STUDENT, Role.LEADER} if self._leaders else {Role.STUDENT}

    def _worker(self, no: str, days_of: Mapping[date, Person], week: Sequence[date]) -> Worker:
        first = days_of[min(days_of)]
        leader = first.role == Role.LEADER
        law = self._hall.law.on(max(week[0], self._hall.facts.effective_from))
        exempt = frozenset(on for on in week if vacations(self._local, on))
        own = self.stints.get(no, [])
        counted = [one for one in own if not vacations(self._local, one.on)]
        in_week = sum(one.minutes for one in counted if one.on in week)
        months = {on.month: on.year for on in week}
        in_month = {
            month: sum(
                one.minutes for one in counted if (one.on.year, one.on.month) == (year, month)
            )
            for month, year in months.items()
        }
        return Worker(
            no, first.window_no or "", leader,
            sum(one.minutes for one in own if self._since <= one.on < week[0]),
            None if leader else 60 * law["workstudy.week_hours"] - in_week,
            {} if leader else
            {m: 60 * law["workstudy.month_hours"] - done for m, done in in_month.items()},
            {} if leader else
            {on: law["duty.day_shifts"] - sum(one.on == on for one in own) for on in week},
            exempt,
            {on: list(self._obstacles(no, first, days_of.get(on), on)) for on in week},
        )  # fmt: skip

    def _obstacles(
        self, no: str, first: Person, here: Person | None, on: date
    ) -> Iterator[Obstacle]:
        if here is None or here.window_no != first.window_no:
            yield Obstacle(*WHOLE_DAY, "not_serving")
            return
        yield from self._away(no, on)
        student = here.role == Role.STUDENT
        if (
            student
            and self.hours.term_on(on)
            and not self.hours.has_timetable(no, here.class_name, on)
        ):
            self._untimed.add(no)
            yield Obstacle(*WHOLE_DAY, "no_timetable")
        yield from self.classes(no, here.class_name, on)
        for one in self.stints.get(no, ()):
            if one.on == on:
                yield Obstacle(one.start, one.end, "duty", one.window_no)

    def classes(self, no: str, class_name: str | None, on: date) -> Iterator[Obstacle]:
        """The classes of a day, and the way from and to each."""
        taken = self.hours.busy(no, class_name, on)
        law = self._hall.law.on(max(on, self._hall.facts.effective_from))
        travel = law["duty.travel_minutes"]
        for one in taken:
            yield Obstacle(one.start, one.end, "class", one.what)
        for one in taken:
            yield Obstacle(one.start - travel, one.start, "travel", one.what)
            yield Obstacle(one.end, one.end + travel, "travel", one.what)

    def _away(self, no: str, on: date) -> Iterator[Obstacle]:
        for one in self._leaves.get(no, ()):
            start, end = max(minute_of(one.from_at, on), 0), min(minute_of(one.to_at, on), 1440)
            if start < end:
                yield Obstacle(start, end, "leave", one.kind)


def _stints(hall: Hall, first: date, last: date) -> dict[str, list[Stint]]:
    """Every published duty of a range of days by who serves it, special days and swaps applied."""
    found: dict[str, list[Stint]] = {}
    shifts: Iterator[Shift] = duty.shifts(hall.db, first, last)
    for one in attendance.on_special_days(shifts, days.local_days(hall.db)):
        if one.given_to is None:
            start, end = minute_of(one.starts_at, one.on), minute_of(one.ends_at, one.on)
            stint = Stint(one.on, start, end, one.window_no)
            found.setdefault(one.staff_no, []).append(stint)
    return found
