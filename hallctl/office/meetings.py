"""Meetings, trainings, discussions and summaries: recorded, corrected, counted (Art. 10, 11)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import figures
from hallctl.errors import Conflict, NotFound, Usage
from hallctl.model import Role
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall, act
from hallctl.store import meetings, people, places
from hallctl.store.meetings import Kept, MeetingRow
from hallctl.store.writing import Writing

KINDS = ("meeting", "training", "discussion", "summary")
NAMED = {"会议": "meeting", "培训": "training", "讨论": "discussion", "总结": "summary"}


class Attendee(NamedTuple):
    """One person on the attendance list."""

    staff_no: str
    name: str
    role: str | None
    window_no: str | None
    state: str


class Meeting(NamedTuple):
    """One meeting with its list; ``article`` 10 for the hall, 11 for a window."""

    meeting_no: str
    kind: str
    on: date
    topic: str
    window_no: str | None
    window: str | None
    chair_no: str
    chair: str
    place: str | None
    note: str | None
    invited: int
    present: int
    excused: int
    absent: int
    people: Sequence[Attendee]
    article: str
    already: bool | None = None


class Invitation(NamedTuple):
    """A meeting as it was told; the names are numbers, or names where unique."""

    kind: str
    on: date
    topic: str
    window: str | None = None
    chair: str | None = None
    attended: Sequence[str] = ()
    everybody: bool = False
    absent: Sequence[str] = ()
    excused: Sequence[str] = ()
    place: str | None = None
    note: str | None = None
    corrects: str | None = None


@act("meeting add")
def add(hall: Hall, work: Writing, told: Invitation) -> Meeting:
    """Record a meeting, or with ``corrects`` what a recorded one really was.

    Invited are all who serve that day, at the window where one is named. Raises Usage for words that
    do not fit, NotFound, Refused for a day before the regulation, Conflict when the same meeting is on
    record with other facts.
    """
    hall.require_in_force(told.on)
    kind = NAMED.get(told.kind, told.kind)
    _require_sense(hall, told, kind)
    window_no = find_window(hall, told.window, told.on).window_no if told.window else None
    invited = [
        one
        for one in people.everybody(hall.db, told.on)
        if one.serves_on(told.on) and window_no in {None, one.window_no}
    ]
    chair_no = _chair(hall, told, window_no, invited)
    states = _states(hall, told, [one.staff_no for one in invited])
    before = _find(hall, told.corrects) if told.corrects else None
    row = MeetingRow(
        "", kind, told.on, told.topic.strip(), window_no, chair_no, told.place, told.note
    )
    for other in meetings.between(hall.db, told.on, told.on):
        if other.row[1:5] == row[1:5] and (before is None or other.id == before.id):
            if (other.row[5:], dict(other.states)) == (row[5:], states):
                return _shown(hall, other)._replace(already=True)
            if before is None:
                raise Conflict("meeting.recorded_otherwise", meeting_no=other.row.meeting_no)
    if before is not None:
        meetings.void_meeting(work, before)
    number = before.row.meeting_no if before else meetings.next_no(hall.db, told.on.year)
    meetings.add_meeting(work, row._replace(meeting_no=number), states)
    work.tell({"meeting": number, "invited": len(states)}, kind=kind, on=told.on,
              corrects=told.corrects)  # fmt: skip
    return _shown(hall, _find(hall, number))


def _require_sense(hall: Hall, told: Invitation, kind: str) -> None:
    if kind not in KINDS:
        raise Usage("meeting.unknown_kind", value=told.kind, known=KINDS)
    if not told.topic.strip():
        raise Usage("meeting.needs_topic")
    if told.on > hall.today:
        raise Usage("meeting.future", on=told.on)
    ways = bool(told.attended) + told.everybody + bool(told.absent)
    if ways > 1 or (told.excused and not ways):
        raise Usage("meeting.one_list")


def _chair(
    hall: Hall, told: Invitation, window_no: str | None, invited: Sequence[people.Person]
) -> str:
    """Who chaired: as said, else the window's leader, else the officer."""
    if told.chair:
        return hall.person(told.chair, told.on).staff_no
    wanted = Role.LEADER if window_no else Role.OFFICER
    for one in invited:
        if one.role == wanted:
            return one.staff_no
    raise Usage("meeting.needs_chair")


def _states(hall: Hall, told: Invitation, invited: Sequence[str]) -> dict[str, str]:
    """Everybody on the list with present, excused or absent; nobody when no list was told."""
    named = {
        state: [hall.person(one, told.on).staff_no for one in said]
        for state, said in (
            ("present", told.attended), ("absent", told.absent), ("excused", told.excused),
        )
    }  # fmt: skip
    if not (told.attended or told.everybody or told.absent):
        return {}
    usual = "absent" if told.attended else "present"
    states = dict.fromkeys(invited, usual)
    for state, numbers in named.items():
        states |= dict.fromkeys(numbers, state)
    twice = set(named["excused"]) & set(named["present"] + named["absent"])
    if twice:
        raise Usage("meeting.said_twice", staff_no=sorted(twice)[0])
    return states


def _find(hall: Hall, said: str) -> Kept:
    number = f"M{hall.today.year}-{int(said):03d}" if said.isdigit() else said.upper()
    found = meetings.meeting(hall.db, number)
    if found is None:
        raise NotFound("meeting.unknown", meeting_no=said)
    return found


def show(hall: Hall, said: str) -> Meeting:
    """One meeting by number, such as M2026-003 or 3 for this year's; raises NotFound."""
    return _shown(hall, _find(hall, said))


def listed(hall: Hall, from_on: date, to_on: date, *, kind: str | None = None) -> list[Meeting]:
    """The meetings of some days (both included), of one kind or of all; raises Usage."""
    wanted = NAMED.get(kind or "", kind)
    if wanted not in {None, *KINDS}:
        raise Usage("meeting.unknown_kind", value=kind, known=KINDS)
    kept = meetings.between(hall.db, from_on, to_on)
    return [_shown(hall, one) for one in kept if wanted in {None, one.row.kind}]


class KindCount(NamedTuple):
    """How often a kind took place in a period, and how many came."""

    kind: str
    number: int
    of_hall: int
    of_windows: int
    invited: int
    """On attendance lists, over all meetings of the kind."""
    present: int
    presence_rate: float | None
    """present / invited."""


def counts(hall: Hall, from_on: date, to_on: date) -> list[KindCount]:
    """What reports say about meetings and trainings of some days (both included), a line per kind."""
    kept = meetings.between(hall.db, from_on, to_on)
    found = []
    for kind in KINDS:
        own = [one for one in kept if one.row.kind == kind]
        invited = sum(len(one.states) for one in own)
        present = sum(list(one.states.values()).count("present") for one in own)
        of_hall = sum(one.row.window_no is None for one in own)
        found.append(
            KindCount(kind, len(own), of_hall, len(own) - of_hall, invited, present,
                      figures.rate(present, invited))
        )  # fmt: skip
    return found


def write_register(hall: Hall, from_on: date, to_on: date, path: Path) -> tuple[list[Meeting], str]:
    """The register of some days with an attendance list each, as a workbook, and its digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.registers import MeetingLine, MeetingPerson, MeetingRegister
    from hallctl.sheets.meetings import write_meetings

    found = listed(hall, from_on, to_on)
    names = places.window_names(hall.db, to_on)
    lines = [
        MeetingLine(
            *one[:5], one.window or "", one.chair, one.place or "", one.note or "", one.invited,
            one.present, one.excused, one.absent,
            [MeetingPerson(who.staff_no, who.name, who.role, names.get(who.window_no or "", ""),
                           who.state) for who in one.people],
        )
        for one in found
    ]  # fmt: skip
    report = MeetingRegister(hall.facts.college, hall.facts.name, from_on, to_on,
                             officer_name(hall), lines, head_at(hall))  # fmt: skip
    digest = "" if hall.dry_run else write_meetings(report, path, fonts(hall, hall.today))
    return found, digest


def _shown(hall: Hall, kept: Kept) -> Meeting:
    row = kept.row
    known = {one.staff_no: one for one in people.everybody(hall.db, row.on_date)}
    listed_people = [
        Attendee(no, known[no].name, known[no].role, known[no].window_no, state)
        for no, state in kept.states.items()
    ]
    states = list(kept.states.values())
    window = places.window(hall.db, row.window_no, row.on_date) if row.window_no else None
    return Meeting(
        row.meeting_no, row.kind, row.on_date, row.topic, row.window_no,
        window.name if window else None, row.chair_no, known[row.chair_no].name, row.place,
        row.note, len(states), states.count("present"), states.count("excused"),
        states.count("absent"), listed_people, "11" if row.window_no else "10",
    )  # fmt: skip
