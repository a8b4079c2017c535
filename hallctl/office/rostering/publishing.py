"""Publishing the draft, and what has changed since (Art. 14, 22)."""

from datetime import date, timedelta
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound
from hallctl.office.hall import Hall, act
from hallctl.office.hours import clock
from hallctl.office.rostering.building import begins_at
from hallctl.office.rostering.workers import Workers
from hallctl.rostering import Duty, Slot, roster_week
from hallctl.store import duty, people, places, rosters
from hallctl.store.duty import ShiftRow
from hallctl.store.rosters import VersionRow
from hallctl.store.writing import Writing

ALWAYS = (date.min, date.max)


class Published(NamedTuple):
    """One publication."""

    version: int | None
    """None when there was nothing to publish."""
    from_on: date | None
    to_on: date | None
    shifts: int
    already: bool | None = None


@act("duty publish")
def publish(hall: Hall, work: Writing, from_on: date | None, to_on: date | None) -> Published:
    """Make the draft of a range of days (both included; all of it when left out) the published roster.

    Each shift is looked at again: raises Conflict, with all of them, when something has come in its way
    since it was planned. What has begun meanwhile is left out. Refused for another actor.
    """
    hall.require_officer("22")
    found = rosters.drafts(hall.db, from_on or ALWAYS[0], to_on or ALWAYS[1])
    rows = [row for row in found if begins_at(row) > hall.now]
    if late := len(found) - len(rows):
        hall.note("duty.draft_past", number=late)
    if not rows:
        return Published(None, from_on, to_on, 0, already=True)
    if outdated := _outdated(hall, rows):
        raise Conflict("duty.draft_outdated", shifts=outdated, count=len(outdated))
    work.void("draft_shift", "id", [found[row] for row in rows])
    for row in rows:
        duty.add_shift(work, row)
    first, last = rows[0].on, rows[-1].on
    version = rosters.add_version(work, first, last, len(rows))
    work.tell({"shifts": len(rows), "version": version}, from_on=first, to_on=last)
    return Published(version, first, last, len(rows))


def _outdated(hall: Hall, rows: list[ShiftRow]) -> list[str]:
    """The planned shifts that could not be planned any more."""
    workers = Workers(hall, rows[0].on, rows[-1].on, leaders=True)
    by_week: dict[date, list[ShiftRow]] = {}
    for row in rows:
        by_week.setdefault(row.on - timedelta(days=row.on.weekday()), []).append(row)
    found = []
    for monday, planned in sorted(by_week.items()):
        team = workers.of_week(monday)
        fixed = [Duty(_slot(row, planned), row.staff_no) for row in planned]
        found += [_text(one) for one in fixed if one.staff_no not in team]
        fixed = [one for one in fixed if one.staff_no in team]
        roster = roster_week({one.slot for one in fixed}, team.values(), fixed=fixed)
        workers.plan(fixed)
        found += [_text(one) for one, _why in roster.broken]
    return found


def _slot(row: ShiftRow, planned: list[ShiftRow]) -> Slot:
    need = sum(
        (one.on, one.window_no, *one[3:5]) == (row.on, row.window_no, *row[3:5]) for one in planned
    )
    return Slot(row.on, row.start_minute, row.end_minute, row.window_no, row.name, need)


def _text(one: Duty) -> str:
    return f"{one.slot.on} {clock(one.slot.start)} {one.slot.window_no} {one.staff_no}"


class Version(NamedTuple):
    """One published roster, and how many things are different now."""

    version: int
    published_at: str
    actor_no: str
    from_on: date
    to_on: date
    shifts: int
    changes: int


def versions(hall: Hall) -> list[Version]:
    """Every publication, oldest first."""
    return [
        Version(
            row.version_no, row.at, row.actor_no, row.from_on, row.to_on, row.shifts,
            len(rosters.changes_since(hall.db, row.entry_no, row.from_on, row.to_on)),
        )
        for row in rosters.versions(hall.db)
    ]  # fmt: skip


class Change(NamedTuple):
    """One thing that is different from a published roster."""

    on: date
    window: str
    start: str
    end: str
    change: str
    """added, withdrawn or swapped."""
    staff_no: str
    name: str
    to_no: str | None
    to_name: str | None
    changed_at: str
    shift_no: str


def changes(hall: Hall, version_no: int) -> list[Change]:
    """What is different from one published roster; raises NotFound."""
    version = next((row for row in rosters.versions(hall.db) if row.version_no == version_no), None)
    if version is None:
        raise NotFound("duty.no_version", version=version_no)
    return changes_of(hall, version)


def changes_of(hall: Hall, version: VersionRow) -> list[Change]:
    """What is different from a published roster, by day, window and start."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, version.to_on)}
    windows = places.window_names(hall.db, version.to_on)
    return [
        Change(
            row.shift.on, windows[row.shift.window_no], clock(row.shift.start_minute),
            clock(row.shift.end_minute), row.kind, row.shift.staff_no,
            names.get(row.shift.staff_no, ""), row.to_no, names.get(row.to_no or "") or None,
            row.at, row.shift_no,
        )
        for row in rosters.changes_since(
            hall.db, version.entry_no, version.from_on, version.to_on
        )
    ]  # fmt: skip
