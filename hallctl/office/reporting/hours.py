"""The work-study sheet of a month: who served how long, in half hours (Art. 6)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl import workstudy as rules
from hallctl.figures import tally
from hallctl.model import Judged, LocalDay, Role
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.office.reporting.gathering import Gathered, Written, written
from hallctl.reports.periodic import HoursLine, StudentHours, WeekMinutes, WorkstudySheet
from hallctl.store import days, people
from hallctl.store.people import Person

DAY = timedelta(days=1)
UNPROVEN = {"missing_in", "missing_out"}


class Month(NamedTuple):
    """A month's sheet: its name, its first and last day, both included."""

    name: str
    from_on: date
    to_on: date


def month_named(hall: Hall, name: str) -> Month:
    """The sheet of a month such as 2026-11; raises Refused when it ends before the regulation."""
    first = date.fromisoformat(f"{name}-01")
    hall.require_in_force((first + 31 * DAY).replace(day=1) - DAY)
    return Month(name, *rules.sheet_days(first, hall.law))


def newest(hall: Hall, *, over: bool) -> Month:
    """The sheet that today lies in, or with ``over`` the newest that is over."""
    first = (hall.today.replace(day=1) + 31 * DAY).replace(day=1)
    while True:
        begins, ends = rules.sheet_days(first, hall.law)
        if ends < hall.today if over else begins <= hall.today:
            hall.require_in_force(ends)
            return Month(f"{first:%Y-%m}", begins, ends)
        first = (first - DAY).replace(day=1)


def write_hours(hall: Hall, month: Month, path: Path) -> Written:
    """Gather a month, write its sheet, return its figures. Raises Refused before the regulation."""
    from hallctl.sheets.periodic.workstudy import write_workstudy

    sheet = gather(hall, month)
    return written(
        hall, sheet.cover, path, told(sheet), lambda out, faces: write_workstudy(sheet, out, faces)
    )


def told(sheet: WorkstudySheet) -> dict[str, float | int | None]:
    """What the sheet adds up to."""
    return {
        "students": len(sheet.students),
        "minutes_served": sum(one.minutes for one in sheet.students),
        "hours": sum(one.half_hours for one in sheet.students) / 2,
        "planned_minutes": sum(one.planned_minutes for one in sheet.students),
        "unproven": sum(one.unproven for one in sheet.students),
        "above_week": sum(any(week.above for week in one.weeks) for one in sheet.students),
        "above_month": sum(one.above_month for one in sheet.students),
    }


def gather(hall: Hall, month: Month) -> WorkstudySheet:
    """Everything the sheet shows; whole weeks are read so that the weekly limit is judged on them."""
    got = Gathered(hall, *month)
    monday = got.from_on - got.from_on.weekday() * DAY
    sunday = got.to_on + (6 - got.to_on.weekday()) * DAY
    judged = judge_days(hall, max(monday, hall.facts.effective_from), sunday)
    own: dict[str, list[Judged]] = {}
    for one in judged:
        person = got.staff.get(one.shift.staff_no)
        if person and person.role == Role.STUDENT:
            own.setdefault(person.staff_no, []).append(one)
    law = hall.law.on(got.known_on)
    vacation = _vacation(days.local_days(hall.db))
    reading = _Reading(got, vacation)
    students = [reading.student(no, shifts) for no, shifts in own.items()]
    lines = [
        reading.line(one)
        for one in judged
        if one.shift.staff_no in own and _inside(one, got) and one.status != "given_away"
    ]
    return WorkstudySheet(
        got.cover(), [one[0] for one in reading.weeks],
        sorted(
            (one for one in students if one.shifts or one.planned_minutes),
            key=lambda one: (one.window, one.staff_no),
        ),
        lines, law["workstudy.rounding"], law["workstudy.week_hours"],
        law["workstudy.month_hours"], month_due(month, law["workstudy.due_day"]),
        law["workstudy.hourly_rate"],
    )  # fmt: skip


def month_due(month: Month, day: int) -> date:
    """By when the sheet of a month is handed in."""
    return date.fromisoformat(f"{month.name}-{max(day, 1):02d}")


def _vacation(local: Iterable[LocalDay]) -> Callable[[date], bool]:
    found = [one for one in local if one.kind == "vacation"]
    return lambda on: any(one.from_on <= on <= one.to_on for one in found)


def _inside(one: Judged, got: Gathered) -> bool:
    return got.from_on <= one.shift.on <= got.to_on


def _settled(one: Judged) -> bool:
    return one.status not in {"due", "given_away"}


class _Reading:
    """A month that is being read, with its weeks."""

    def __init__(self, got: Gathered, vacation: Callable[[date], bool]) -> None:
        self.got = got
        self.vacation = vacation
        self.law = got.hall.law.on(got.known_on)
        self.weeks: list[tuple[str, date]] = []
        monday = got.from_on - got.from_on.weekday() * DAY
        while monday <= got.to_on:
            first, last = max(monday, got.from_on), min(monday + 6 * DAY, got.to_on)
            label = f"{first.day}日" if first == last else f"{first.day}-{last.day}日"
            self.weeks.append((label, monday))
            monday += 7 * DAY

    def student(self, staff_no: str, shifts: Sequence[Judged]) -> StudentHours:
        """One student's line."""
        person = self.got.staff[staff_no]
        inside = [one for one in shifts if _inside(one, self.got)]
        done = [one for one in inside if _settled(one)]
        minutes = [one.minutes_served for one in done]
        count = tally(done)
        halves = rules.half_hours(minutes, self.law).value
        amount = rules.amount(halves, self.law["workstudy.hourly_rate"])
        return StudentHours(
            staff_no, person.name, person.faculty or "", person.class_name or "",
            self.got.windows.get(person.window_no or shifts[0].shift.window_no, ""),
            self._leader(person), len(done), count.late, count.early, count.absent,
            sum(bool(UNPROVEN & {one.status, *one.marks}) for one in done),
            [self._week(label, monday, shifts) for label, monday in self.weeks],
            sum(minutes), halves, self._planned(inside),
            rules.too_many_hours(self._counted(done), "month", self.law).value,
            "" if amount is None else str(amount),
        )  # fmt: skip

    def _week(self, label: str, monday: date, shifts: Sequence[Judged]) -> WeekMinutes:
        own = [
            one for one in shifts if monday <= one.shift.on <= monday + 6 * DAY and _settled(one)
        ]
        inside = sum(one.minutes_served for one in own if _inside(one, self.got))
        above = rules.too_many_hours(self._counted(own), "week", self.law).value
        return WeekMinutes(label, inside, above and inside > 0)

    def _counted(self, shifts: Iterable[Judged]) -> int:
        """Minutes that the limits count: none of vacations."""
        return sum(one.minutes_served for one in shifts if not self.vacation(one.shift.on))

    def _planned(self, shifts: Iterable[Judged]) -> int:
        """Minutes of shifts that are not over yet."""
        spans = [
            part.to_at - part.from_at
            for one in shifts
            if one.status == "due"
            for part in one.shift.kept
        ]
        return int(sum(spans, timedelta()).total_seconds()) // 60

    def _leader(self, person: Person) -> str:
        """Who checks: the window's leader at the end of the sheet."""
        if not person.window_no:
            return ""
        found = people.serving_at(
            self.got.hall.db, person.window_no, Role.LEADER, self.got.known_on
        )
        return found[0].name if found else ""

    def line(self, one: Judged) -> HoursLine:
        """One shift as people read it."""
        shift = one.shift
        return HoursLine(
            shift.on, shift.staff_no, self.got.who(shift.staff_no),
            self.got.windows[shift.window_no], f"{shift.starts_at:%H:%M}",
            f"{shift.ends_at:%H:%M}",
            f"{one.signed_in_at:%H:%M:%S}" if one.signed_in_at else "",
            f"{one.signed_out_at:%H:%M:%S}" if one.signed_out_at else "",
            one.status, one.minutes_served if _settled(one) else 0,
        )  # fmt: skip
