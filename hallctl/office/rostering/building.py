"""Building a roster: what is open, who could, the best of it kept as a draft (Art. 6, 14, 22)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.errors import Usage
from hallctl.office.hall import Hall, act
from hallctl.office.hours import clock
from hallctl.office.rostering.demand import slots_between, still_open
from hallctl.office.rostering.times import days_between, instant_of, mondays_between
from hallctl.office.rostering.timetables import require_times
from hallctl.office.rostering.workers import Workers
from hallctl.rostering import Duty, Gap, Roster, Slot, WhyNot, Worker, roster_week
from hallctl.sheets.cells import parse_minute
from hallctl.store import people, places, rosters
from hallctl.store.duty import ShiftRow
from hallctl.store.writing import Writing

LONGEST_DAYS = 400
BESIDE_DAYS = 31
"""Further away a draft shares neither week nor month."""


class PlannedShift(NamedTuple):
    """One duty as it would be published."""

    on: date
    weekday: int
    window_no: str
    window: str
    shift: str | None
    start: str
    end: str
    staff_no: str
    name: str
    how: str
    """student, substitute or leader."""


class Reason(NamedTuple):
    """Why one candidate cannot take a slot; ``what`` is the course, the window, or the kind of leave."""

    staff_no: str
    name: str
    why: str
    what: str | None


class OpenSlot(NamedTuple):
    """A slot that stays open, and why each candidate cannot."""

    on: date
    weekday: int
    window_no: str
    window: str
    shift: str | None
    start: str
    end: str
    missing: int
    candidates: Sequence[Reason]


class Built(NamedTuple):
    """A roster as it was worked out."""

    from_on: date
    to_on: date
    wanted: int
    """How many places there are to fill, published ones not among them."""
    covered: int
    by_students: int
    by_substitutes: int
    by_leaders: int
    missing: int
    shifts: Sequence[PlannedShift]
    gaps: Sequence[OpenSlot]
    already: bool | None = None


class Wish(NamedTuple):
    """How a roster is to be built."""

    substitutes: bool = False
    leaders: bool = True


@act("duty build")
def build(hall: Hall, work: Writing, from_on: date, to_on: date, wish: Wish) -> Built:
    """Work out the best roster of a range of days (both included) and keep it as the draft of these days.

    Published shifts and everything that has begun stay as they are. Raises Conflict when a class has
    no times, Usage for a range that is none, Refused for another actor or a day before the regulation.
    """
    hall.require_in_force(from_on)
    hall.require_officer("22")
    if from_on > to_on or (to_on - from_on).days > LONGEST_DAYS:
        raise Usage("duty.bad_range", from_on=from_on, to_on=to_on)
    workers = Workers(hall, from_on, to_on, leaders=wish.leaders)
    workers.plan(_drafted_beside(hall, from_on, to_on))
    whole = _Whole(hall, from_on, to_on)
    for monday in mondays_between(from_on, to_on):
        days = (max(monday, from_on), min(monday + timedelta(days=6), to_on))
        slots = list(open_slots(hall, workers, *days))
        team = workers.of_week(monday)
        require_times(workers.hours)
        roster = roster_week(
            slots, team.values(), fixed=fixed_duties(hall, slots, team), before=whole.before(monday),
            substitutes=wish.substitutes,
        )  # fmt: skip
        workers.plan(roster.duties)
        whole.add(slots, roster, team)
    for on in sorted(workers.hours.unclear):
        if from_on <= on <= to_on:
            hall.note("duty.classes_unclear", "22", day=on)
    if untimed := workers.without_timetable():
        hall.note("duty.no_timetables", "6", number=len(untimed), staff_nos=untimed[:10])
    return _kept(hall, work, whole.built())


def _drafted_beside(hall: Hall, from_on: date, to_on: date) -> list[Duty]:
    """The drafted shifts before and after the days that are built anew: they use up limits too."""
    days = timedelta(days=BESIDE_DAYS)
    rows = rosters.drafts(hall.db, from_on - days, to_on + days)
    return [
        Duty(Slot(row.on, row.start_minute, row.end_minute, row.window_no, row.name), row.staff_no)
        for row in rows
        if not from_on <= row.on <= to_on and begins_at(row) > hall.now
    ]


def _kept(hall: Hall, work: Writing, built: Built) -> Built:
    """Keep a roster as the draft of its days, in the place of an earlier one."""
    wanted = {_row(one) for one in built.shifts}
    before = rosters.drafts(hall.db, built.from_on, built.to_on)
    past = {row for row in before if begins_at(row) <= hall.now}
    if wanted == set(before) - past:
        return built._replace(already=True)
    work.void("draft_shift", "id", [n for row, n in before.items() if row not in wanted])
    for row in sorted(wanted - set(before)):
        rosters.add_draft(work, row)
    told = {"shifts": len(wanted), "missing": built.missing}
    work.tell(told, from_on=built.from_on, to_on=built.to_on)
    return built


def open_slots(hall: Hall, workers: Workers, from_on: date, to_on: date) -> Iterator[Slot]:
    """What is still to be covered: nothing that has begun, nothing that published duties cover."""
    covering = {on: workers.covering(on) for on in days_between(from_on, to_on)}
    for slot in slots_between(hall, from_on, to_on):
        for piece in still_open(slot, covering[slot.on].get(slot.window_no, [])):
            if instant_of(slot.on, piece.start) > hall.now:
                yield piece


def fixed_duties(hall: Hall, slots: Iterable[Slot], team: Iterable[str]) -> Iterator[Duty]:
    """The slots that the standing fixed duties mean."""
    there = set(team)
    rows = [row for _id, row in rosters.fixed(hall.db) if row.staff_no in there]
    for slot in slots:
        for row in rows:
            if (
                (row.window_no, row.weekday, row.shift)
                == (slot.window_no, slot.on.isoweekday(), slot.name)
                and row.from_on <= slot.on
                and (row.to_on is None or slot.on <= row.to_on)
            ):
                yield Duty(slot, row.staff_no)


def begins_at(row: ShiftRow) -> datetime:
    """When a shift begins."""
    return instant_of(row.on, row.start_minute)


class _Whole:
    """Gathers the weeks of one roster."""

    def __init__(self, hall: Hall, from_on: date, to_on: date) -> None:
        self._hall = hall
        self._span = (from_on, to_on)
        self._names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
        self._windows = places.window_names(hall.db, to_on)
        self._shifts: list[PlannedShift] = []
        self._gaps: list[OpenSlot] = []
        self._wanted = 0
        self._last: frozenset[tuple[str, str, int, int]] = frozenset()

    def before(self, monday: date) -> frozenset[tuple[str, str, int, int]]:
        """The duties of the week before, planned just now or published."""
        from hallctl.store import duty

        if self._last:
            return self._last
        first = monday - timedelta(days=7)
        rows = duty.shift_rows(self._hall.db, first, monday - timedelta(days=1))
        return frozenset(
            (row.staff_no, row.window_no, row.on.isoweekday(), row.start_minute) for row in rows
        )

    def add(self, slots: Sequence[Slot], roster: Roster, team: dict[str, Worker]) -> None:
        """Take in one week."""
        self._wanted += sum(slot.need for slot in slots)
        self._shifts += [self._shift(one, team[one.staff_no]) for one in roster.duties]
        self._gaps += [self._gap(one) for one in roster.gaps]
        self._last = frozenset(
            (no, slot.window_no, slot.on.isoweekday(), slot.start) for slot, no in roster.duties
        )
        for (slot, no), why in roster.broken:
            self._hall.note(
                "duty.fixed_not_kept", "14", day=slot.on, shift=slot.name,
                window=self._windows[slot.window_no], name=self._names[no], staff_no=no, why=why.why,
            )  # fmt: skip

    def built(self) -> Built:
        """The whole roster."""
        how = [one.how for one in self._shifts]
        return Built(
            *self._span, self._wanted, len(how), how.count("student"), how.count("substitute"),
            how.count("leader"), sum(one.missing for one in self._gaps), self._shifts, self._gaps,
        )  # fmt: skip

    def _shift(self, one: Duty, worker: Worker) -> PlannedShift:
        slot = one.slot
        how = "student" if worker.window_no == slot.window_no else "substitute"
        return PlannedShift(
            slot.on, slot.on.isoweekday(), slot.window_no, self._windows[slot.window_no], slot.name,
            clock(slot.start), clock(slot.end), one.staff_no, self._names[one.staff_no],
            "leader" if worker.leader else how,
        )  # fmt: skip

    def _gap(self, one: Gap) -> OpenSlot:
        slot = one.slot
        return OpenSlot(
            slot.on, slot.on.isoweekday(), slot.window_no, self._windows[slot.window_no], slot.name,
            clock(slot.start), clock(slot.end), one.missing, [self._reason(why) for why in one.candidates],
        )  # fmt: skip

    def _reason(self, one: WhyNot) -> Reason:
        what = self._windows.get(one.what, one.what) or None
        return Reason(one.staff_no, self._names[one.staff_no], one.why, what)


def _row(one: PlannedShift) -> ShiftRow:
    return ShiftRow(
        one.on,
        one.window_no,
        one.staff_no,
        parse_minute(one.start) or 0,
        parse_minute(one.end) or 0,
        one.shift,
    )
