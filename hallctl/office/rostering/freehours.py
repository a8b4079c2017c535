"""Who has classes when: timetables, class periods and the calendar put together, day by day (Art. 6)."""

from collections.abc import Sequence
from datetime import date, timedelta

from hallctl import freehours
from hallctl.freehours import Busy, TeachingDay
from hallctl.model import ClassSlot, DayKind, LocalDay
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import days, halls, timetables
from hallctl.store.halls import TermRow
from hallctl.store.timetables import TimetableRow

NO_CLASSES = ("holiday", "vacation")
"""Local rows on which no classes run; a closure is the hall's alone."""


class FreeHours:
    """Reads each timetable once and answers for any person and day."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._terms = halls.terms(hall.db)
        self._periods = timetables.periods(hall.db)
        self._local = days.local_days(hall.db)
        self._rows: dict[str, list[tuple[int, TimetableRow]]] = {}
        self._classes: dict[int, tuple[ClassSlot, ...]] = {}
        self._days: dict[date, TeachingDay] = {}
        self.without_times: set[int] = set()
        """Class periods that were met and have no times on the day that was asked for."""
        self.unclear: set[date] = set()
        """Make-up days of which nobody said which weekday's classes run."""

    def term_on(self, day: date) -> TermRow | None:
        """The term that a day lies in."""
        return next((row for row in self._terms if 0 <= _days_in(row, day) < 7 * row.weeks), None)

    def week_of(self, day: date) -> int | None:
        """Which teaching week of its term a day lies in."""
        term = self.term_on(day)
        return _days_in(term, day) // 7 + 1 if term else None

    def timetable(self, staff_no: str, class_name: str | None, day: date) -> TimetableRow | None:
        """The timetable in force: a person's own, else that of the class; None when there is none."""
        found = self._in_force(staff_no, class_name, day)
        return found[1]._replace(classes=self._slots(found[0])) if found else None

    def has_timetable(self, staff_no: str, class_name: str | None, day: date) -> bool:
        """Whether it is known when somebody has classes."""
        return self._in_force(staff_no, class_name, day) is not None

    def busy(self, staff_no: str, class_name: str | None, day: date) -> list[Busy]:
        """The classes of one person on one day, in order."""
        found = self._in_force(staff_no, class_name, day)
        if found is None:
            return []
        slots = self._slots(found[0])
        bounds = freehours.bounds_on(self._periods, day)
        teaching = self.teaching_day(day)
        for one in slots:
            if freehours.runs(one, teaching) and freehours.minutes_of(one, bounds) is None:
                self.without_times |= {one.first_period or 0, one.last_period or 0} - set(bounds)
        return freehours.busy(slots, teaching, bounds)

    def teaching_day(self, day: date) -> TeachingDay:
        """Which classes run on a day: none on holidays, another weekday's on make-up days."""
        if day not in self._days:
            self._days[day] = self._teaching_day(day)
        return self._days[day]

    def _teaching_day(self, day: date) -> TeachingDay:
        term = self.term_on(day)
        weekday = day.isoweekday()
        if term is None:
            return TeachingDay(weekday, None)
        week = _days_in(term, day) // 7 + 1
        rows = [row for row in self._local if row.from_on <= day <= row.to_on]
        if made_up := next((row for row in rows if row.kind == "makeup_class"), None):
            return TeachingDay(made_up.as_weekday or weekday, made_up.as_week or week)
        fact = calendar_on(self._hall, day).day_fact(day)
        if fact.kind == DayKind.HOLIDAY or any(row.kind in NO_CLASSES for row in rows):
            return TeachingDay(weekday, None)
        if fact.kind == DayKind.MAKEUP:
            self.unclear.add(day)
        return TeachingDay(weekday, week)

    def _in_force(
        self, staff_no: str, class_name: str | None, day: date
    ) -> tuple[int, TimetableRow] | None:
        term = self.term_on(day)
        if term is None:
            return None
        if term.term not in self._rows:
            self._rows[term.term] = timetables.of_term(self._hall.db, term.term)
        rows = [row for row in self._rows[term.term] if row[1].from_on <= day]
        own = [row for row in rows if row[1].staff_no == staff_no]
        shared = [row for row in rows if class_name and row[1].class_name == class_name]
        found = own or shared
        return found[-1] if found else None

    def _slots(self, timetable_id: int) -> tuple[ClassSlot, ...]:
        if timetable_id not in self._classes:
            self._classes[timetable_id] = timetables.classes(self._hall.db, timetable_id)
        return self._classes[timetable_id]


def vacations(local: Sequence[LocalDay], day: date) -> bool:
    """Whether a day lies in a vacation of the college."""
    return any(row.kind == "vacation" and row.from_on <= day <= row.to_on for row in local)


def _days_in(term: TermRow, day: date) -> int:
    return (day - term.week1_on) // timedelta(days=1)
