"""Counting working days on one calendar: local rows over the national notice over Monday to Friday.

A limit that runs into a year whose notice is not out is provisional and comes as an interval: the
earliest date if every weekday works, the shown date with the statutory days off, and the latest with
the whole Spring Festival block off.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import statutory
from hallctl.errors import BadInput, Conflict
from hallctl.model import CountedDay, DayKind, Deadline, DueStatus, LocalDay

ONE_DAY = timedelta(days=1)

Pauses = Sequence[tuple[date, date]]
"""Each pause as (begin, end]: the day it begins still counts, the day it ends does not."""

DAYS_OFF = ("closure", "holiday", "vacation")


class NationalYear(NamedTuple):
    """What one year's notice names: days off, and weekend days worked in exchange."""

    off: Mapping[date, str]
    work: Mapping[date, str]


class DayFact(NamedTuple):
    """What one date is on this calendar; ``counts`` says whether it is a working day."""

    on: date
    counts: bool
    kind: DayKind
    name: str = ""
    announced: bool = True
    """False where only the statutory days of its year are known."""


class Calendar:
    """The days as one hall counts them.

    ``years`` holds the announced years and is asked year by year; ``local`` the standing local rows.
    """

    def __init__(
        self,
        years: Mapping[int, NationalYear],
        local: Sequence[LocalDay] = (),
        *,
        makeup_days_count: bool = True,
        vacation_counts: bool = False,
    ) -> None:
        self._years = years
        self._local = local
        self._makeup_days_count = makeup_days_count
        self._vacation_counts = vacation_counts
        self._statutory: dict[int, statutory.StatutoryYear] = {}

    def day_fact(self, on: date) -> DayFact:
        """What a date is, by the first layer that names it.

        Raises BadInput for a year that is neither announced nor in the table of statutory days.
        """
        if found := self._by_local_row(on):
            return found
        if on.year not in self._years and not self._named(on):
            return self._by_statute(on)
        if named := self._named(on):
            kind, name = named
            if kind == "off":
                return DayFact(on, False, DayKind.HOLIDAY, name)
            if on.isoweekday() > 5:
                counts = self._makeup_days_count
                return DayFact(on, counts, DayKind.MAKEUP if counts else DayKind.REST, name)
        return _by_weekday(on)

    def is_workday(self, on: date) -> bool:
        """Whether a date counts."""
        return self.day_fact(on).counts

    def next_workday(self, after: date) -> date:
        """The first working day strictly after a date."""
        on = after + ONE_DAY
        while not self.is_workday(on):
            on += ONE_DAY
        return on

    def deadline(self, accepted_on: date, workdays: int, pauses: Pauses = ()) -> Deadline:
        """The date on which ``workdays`` full working days have passed; day 1 is the one after acceptance.

        Due at the end of that date; 0 is due on the acceptance day itself. Raises BadInput as
        ``day_fact`` does.
        """
        days, announced = self._count(accepted_on, workdays, pauses, self.day_fact)
        latest, announced_late = self._count(accepted_on, workdays, pauses, self._fact_at_worst)
        due_on = days[-1].on if days else accepted_on
        if announced and announced_late:
            return Deadline(due_on, DueStatus.FIRM, due_on, due_on, days)
        earliest, _announced = self._count(accepted_on, workdays, pauses, self._fact_at_best)
        return Deadline(due_on, DueStatus.PROVISIONAL, earliest[-1].on, latest[-1].on, days)

    def workdays_between(self, after: date, until: date, pauses: Pauses = ()) -> int:
        """How many working days lie in (after, until], paused ones left out; 0 when until <= after."""
        count, on = 0, after + ONE_DAY
        while on <= until:
            if not _paused(on, pauses) and self.is_workday(on):
                count += 1
            on += ONE_DAY
        return count

    def days_after(self, after: date, until: date, pauses: Pauses = ()) -> list[CountedDay]:
        """Every date in (after, until] with what it is and its number, as ``deadline`` lists them."""
        days: list[CountedDay] = []
        counted = 0
        for number in range(after.toordinal() + 1, until.toordinal() + 1):
            found = self.day_fact(date.fromordinal(number))
            if found.counts and _paused(found.on, pauses):
                days.append(CountedDay(found.on, DayKind.PAUSED, None))
                continue
            counted += found.counts
            days.append(CountedDay(found.on, found.kind, counted if found.counts else None))
        return days

    def _count(
        self, accepted_on: date, workdays: int, pauses: Pauses, fact: Callable[[date], DayFact]
    ) -> tuple[list[CountedDay], bool]:
        days: list[CountedDay] = []
        counted, announced, on = 0, True, accepted_on
        while counted < workdays:
            on += ONE_DAY
            found = fact(on)
            announced = announced and found.announced
            if found.counts and _paused(on, pauses):
                days.append(CountedDay(on, DayKind.PAUSED, None))
                continue
            counted += found.counts
            days.append(CountedDay(on, found.kind, counted if found.counts else None))
        return days, announced

    def _fact_at_best(self, on: date) -> DayFact:
        found = self.day_fact(on)
        if found.announced or found.kind == DayKind.LOCAL:
            return found
        return _by_weekday(on)._replace(announced=False)

    def _fact_at_worst(self, on: date) -> DayFact:
        found = self.day_fact(on)
        if found.announced:
            return found
        first, last = self._statutory_year(on.year).spring_block
        if first <= on <= last:
            return found._replace(counts=False, kind=DayKind.HOLIDAY)
        return found

    def _by_local_row(self, on: date) -> DayFact | None:
        for row in self._local:
            if row.from_on <= on <= row.to_on:
                if row.kind == "makeup_work":
                    return DayFact(on, True, DayKind.MAKEUP, row.authority)
                if row.kind in DAYS_OFF and not (row.kind == "vacation" and self._vacation_counts):
                    return DayFact(on, False, DayKind.LOCAL, row.authority)
        return None

    def _named(self, on: date) -> tuple[str, str] | None:
        """What the notices say about a date; next year's may name last December days."""
        order = {12: (on.year + 1, on.year), 1: (on.year, on.year - 1)}.get(on.month, (on.year,))
        for number in order:
            notice = self._years.get(number)
            if notice is None:
                continue
            if on in notice.off:
                return "off", notice.off[on]
            if on in notice.work:
                return "work", notice.work[on]
        return None

    def _by_statute(self, on: date) -> DayFact:
        name = self._statutory_year(on.year).days.get(on)
        if name:
            return DayFact(on, False, DayKind.HOLIDAY, name, announced=False)
        return _by_weekday(on)._replace(announced=False)

    def _statutory_year(self, number: int) -> statutory.StatutoryYear:
        if number not in self._statutory:
            found = statutory.year(number)
            if found is None:
                raise BadInput("calendar.unannounced", year=number)
            self._statutory[number] = found
        return self._statutory[number]


def check_overlap(rows: Iterable[LocalDay]) -> None:
    """Raise Conflict when two local rows of one kind share a date."""
    by_kind: dict[str, LocalDay] = {}
    for row in sorted(rows, key=lambda one: (one.kind, one.from_on)):
        before = by_kind.get(row.kind)
        if before and row.from_on <= before.to_on:
            raise Conflict(
                "calendar.overlap", kind=row.kind, first=before.from_on, second=row.from_on
            )
        by_kind[row.kind] = row


def _by_weekday(on: date) -> DayFact:
    counts = on.isoweekday() <= 5
    return DayFact(on, counts, DayKind.COUNTED if counts else DayKind.REST)


def _paused(on: date, pauses: Pauses) -> bool:
    return any(begin < on <= end for begin, end in pauses)
