"""The roster for the wall and for phones: workbooks by week, calendars by person (Art. 22)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from hallctl import attendance, spans
from hallctl.errors import NotFound
from hallctl.model import DayKind, Role, Shift
from hallctl.office.cases.sheet import find_window
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.hours import named_shifts
from hallctl.office.rostering.demand import slots_between
from hallctl.office.rostering.freehours import FreeHours
from hallctl.office.rostering.publishing import Change, changes_of
from hallctl.office.rostering.times import (
    days_between,
    instant_of,
    minute_of,
    mondays_between,
)
from hallctl.sheets.duty_ics import DutyEvent
from hallctl.sheets.rosters import CHANGED, WallRoster, WallRow, WallWeek
from hallctl.store import days, duty, people, places, rosters
from hallctl.store.duty import midnight
from hallctl.store.rosters import VersionRow


class Exported(NamedTuple):
    """What was written."""

    paths: Sequence[str]
    from_on: date
    to_on: date
    shifts: int
    people: int


def write_workbook(
    hall: Hall, from_on: date, to_on: date, window: str | None, path: Path
) -> Exported:
    """Write the roster of whole weeks, for the hall and each window, or for one window alone.

    Raises NotFound when nothing is published on these days.
    """
    from hallctl.office.paperwork import fonts, head_at
    from hallctl.sheets.rosters import write_roster

    only = find_window(hall, window, from_on).window_no if window else None
    standing = _standing(hall, from_on, to_on)
    if not standing:
        raise NotFound("duty.nothing_published", from_on=from_on, to_on=to_on)
    wall = _Wall(hall, standing, _versions(hall, from_on, to_on))
    weeks = [wall.week(monday) for monday in mondays_between(from_on, to_on)]
    numbers = sorted({row.window_no for week in weeks for row in week.rows})
    roster = WallRoster(
        hall.facts.college, hall.facts.name, wall.published(), weeks,
        [no for no in numbers if only in {None, no}], only is None, head_at(hall),
    )  # fmt: skip
    if not hall.dry_run:
        write_roster(roster, path, fonts(hall, min(to_on, hall.today)))
    holders = {one.staff_no for one in standing}
    return Exported([str(path)], from_on, to_on, len(standing), len(holders))


def write_calendars(hall: Hall, from_on: date, to_on: date, folder: Path) -> Exported:
    """Write one calendar per person with duties on these days; withdrawn ones are told as cancelled."""
    from hallctl.sheets.duty_ics import write_calendar

    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    by_person: dict[str, list[DutyEvent]] = {}
    for staff_no, event in _events(hall, from_on, to_on):
        by_person.setdefault(staff_no, []).append(event)
    paths = []
    for staff_no, events in sorted(by_person.items()):
        path = folder / f"{staff_no}.ics"
        paths.append(str(path))
        if not hall.dry_run:
            ordered = sorted(events, key=lambda one: (one.starts_at, one.uid))
            write_calendar(ordered, f"{names.get(staff_no, staff_no)}值班", path)
    going = sum(not one.cancelled for own in by_person.values() for one in own)
    return Exported(paths, from_on, to_on, going, len(by_person))


def _standing(hall: Hall, from_on: date, to_on: date) -> list[Shift]:
    """The published shifts as they are now: special days and swaps applied, minutes of leave cut out."""
    monday = from_on - timedelta(days=from_on.weekday())
    sunday = to_on + timedelta(days=6 - to_on.weekday())
    shifts = duty.shifts(hall.db, monday, sunday)
    local = days.local_days(hall.db)
    leaves = duty.leaves(hall.db, midnight(monday), midnight(sunday + timedelta(days=2)))
    return [
        one._replace(starts_at=instant_of(one.on, start), ends_at=instant_of(one.on, end))
        for one in attendance.on_special_days(shifts, local)
        if one.given_to is None
        for start, end in spans.without(
            [(minute_of(one.starts_at, one.on), minute_of(one.ends_at, one.on))],
            [
                (minute_of(away.from_at, one.on), minute_of(away.to_at, one.on))
                for away in leaves.get(one.staff_no, ())
            ],
        )
    ]


def _versions(hall: Hall, from_on: date, to_on: date) -> list[VersionRow]:
    return [
        row for row in rosters.versions(hall.db) if row.from_on <= to_on and from_on <= row.to_on
    ]


class _Wall:
    """Lays the standing shifts into weeks."""

    def __init__(
        self, hall: Hall, standing: Sequence[Shift], versions: Sequence[VersionRow]
    ) -> None:
        self._hall = hall
        self._standing = standing
        self._versions = versions
        last = standing[-1].on
        self._names = {one.staff_no: one.name for one in people.everybody(hall.db, last)}
        self._windows = places.window_names(hall.db, last)
        # of a day that was published more than once the newest version is what people were told
        self._told = {
            on: row.version_no for row in versions for on in days_between(row.from_on, row.to_on)
        }
        self._changes: list[Change] = []
        for row in versions:
            self._changes += [
                one for one in changes_of(hall, row) if self._told[one.on] == row.version_no
            ]
        self._changed = {one.shift_no for one in self._changes if one.change != "withdrawn"}

    def published(self) -> str:
        """The versions that these weeks rest on."""
        if not self._versions:
            return ""
        newest = self._versions[-1]
        return f"第{newest.version_no}版 {newest.at[:10]}发布"

    def week(self, monday: date) -> WallWeek:
        """One week; Saturday and Sunday only when somebody is wanted or stands there."""
        sunday = monday + timedelta(days=6)
        shifts = [one for one in self._standing if monday <= one.on <= sunday]
        slots = slots_between(self._hall, max(monday, self._hall.facts.effective_from), sunday)
        busy = {one.on for one in shifts} | {slot.on for slot in slots}
        shown = [on for on in days_between(monday, sunday) if on.weekday() < 5 or on in busy]
        iso = monday.isocalendar()
        return WallWeek(
            f"{iso[0]}-W{iso[1]:02d}", FreeHours(self._hall).week_of(monday), shown, [self._note(on) for on in shown],
            list(self._rows(shifts, shown)),
            [_text(one) for one in self._changes if monday <= one.on <= sunday],
        )  # fmt: skip

    def _rows(self, shifts: Iterable[Shift], shown: Sequence[date]) -> Iterator[WallRow]:
        by_row: dict[tuple[str, str, str], dict[date, list[Shift]]] = {}
        for one in shifts:
            name, times = self._label(one)
            key = (one.window_no, times, name)
            by_row.setdefault(key, {}).setdefault(one.on, []).append(one)
        for (window_no, times, name), found in sorted(by_row.items()):
            for own in found.values():
                own.sort(key=lambda one: (one.starts_at, one.staff_no))
            leaders = people.serving_at(self._hall.db, window_no, Role.LEADER, shown[0])
            leader = leaders[0] if leaders else None
            yield WallRow(
                window_no, self._windows[window_no], leader.name if leader else "",
                (leader.phone or "") if leader else "", name, times,
                [[self._who(one, times) for one in found.get(on, ())] for on in shown],
            )  # fmt: skip

    def _label(self, one: Shift) -> tuple[str, str]:
        """The name of a shift and its usual times; without a name its own times."""
        named = named_shifts(self._hall, one.on).get(one.name)
        if named:
            return one.name, f"{named[0]}-{named[1]}"
        return "", f"{one.starts_at:%H:%M}-{one.ends_at:%H:%M}"

    def _who(self, one: Shift, times: str) -> str:
        own = f"{one.starts_at:%H:%M}-{one.ends_at:%H:%M}"
        mark = CHANGED if one.shift_no in self._changed else ""
        return f"{mark}{self._names.get(one.staff_no, '')}" + (f"\n{own}" if own != times else "")

    def _note(self, on: date) -> str:
        fact = calendar_on(self._hall, on).day_fact(on)
        if fact.kind == DayKind.MAKEUP:
            return "班"
        return "" if fact.counts or on.weekday() >= 5 else "休"


def _text(one: Change) -> str:
    where = f"{one.on.month}月{one.on.day}日{one.start}{one.window}"
    if one.change == "swapped":
        return f"{where} {one.name}换{one.to_name}"
    return f"{where} {'增' if one.change == 'added' else '撤'}{one.name}"


def _events(hall: Hall, from_on: date, to_on: date) -> Iterator[tuple[str, DutyEvent]]:
    """Every duty that was ever published on these days, by who has it or had it."""
    windows = places.window_names(hall.db, to_on)
    facts = hall.facts
    here = sha256(f"{facts.college}\n{facts.name}\n{facts.effective_from}".encode()).hexdigest()[
        :12
    ]
    bounds = _bounds(hall, from_on, to_on)
    for row in rosters.told(hall.db, from_on, to_on):
        start, end = bounds.get(row.shift_no, (row.start_minute, row.end_minute))
        uid = (
            f"{row.on:%Y%m%d}-{row.start_minute:04d}-{row.window_no}-{row.staff_no}@{here}.hallctl"
        )
        window = windows.get(row.window_no, row.window_no)
        base = midnight(row.on)
        yield row.staff_no, DutyEvent(
            uid, row.times - 1, datetime.fromisoformat(row.changed_at),
            base + timedelta(minutes=start), base + timedelta(minutes=end),
            f"值班 {window}", f"{facts.name} {window}", not row.standing or row.shift_no not in bounds,
        )  # fmt: skip


def _bounds(hall: Hall, from_on: date, to_on: date) -> Mapping[str, tuple[int, int]]:
    """The minutes of each standing shift, special days applied; a cancelled one is not among them."""
    shifts = duty.shifts(hall.db, from_on, to_on)
    return {
        one.shift_no: (minute_of(one.starts_at, one.on), minute_of(one.ends_at, one.on))
        for one in attendance.on_special_days(shifts, days.local_days(hall.db))
    }
