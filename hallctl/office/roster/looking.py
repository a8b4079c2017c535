"""The staff roster listed and shown (Art. 5, 6, 14)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import posts as serving_posts
from hallctl.errors import NotFound
from hallctl.figures import tally
from hallctl.model import Post
from hallctl.office.hall import Hall
from hallctl.store import duty, halls, people, places
from hallctl.store import posts as store
from hallctl.store.halls import TermRow
from hallctl.store.people import Assignment, Person
from hallctl.store.posts import Departure, Replacement


class Member(NamedTuple):
    """One person of the staff as the list shows them."""

    staff_no: str
    name: str
    role: str | None
    window_no: str | None
    window: str | None
    faculty: str | None
    class_name: str | None
    phone: str | None
    started_on: date | None
    ended_on: date | None
    badge_no: str | None


def members(
    hall: Hall, on: date, *, role: str | None = None, window: str | None = None, left: bool = False
) -> list[Member]:
    """The staff of a day by window and number; with ``left`` also those who do not serve then."""
    names = places.window_names(hall.db, on)
    found = []
    for person in people.everybody(hall.db, on):
        if not (left or person.serves_on(on)):
            continue
        if role not in {None, person.role} or window not in {
            None,
            person.window_no,
            names.get(person.window_no or ""),
        }:
            continue
        found.append(_member(person, names))
    return found


class Served(NamedTuple):
    """One post with why it was left."""

    role: str
    window_no: str | None
    window: str | None
    started_on: date
    ended_on: date | None
    """The end on record; a newer post ends one without it too."""
    last_on: date | None
    """The last day that was or will be served."""
    leaving: str | None
    note: str | None


class TermDuties(NamedTuple):
    """One person's duties of the running term; all but ``rostered`` count settled shifts."""

    term: str
    rostered: int
    """Shifts on the roster from the term's first to its last day, given-away ones excluded."""
    due: int
    attended: int
    late: int
    absent: int
    leave: int
    minutes_served: int


class MemberSheet(NamedTuple):
    """One person with every post and the duties of this term."""

    staff_no: str
    name: str
    role: str | None
    window_no: str | None
    window: str | None
    faculty: str | None
    class_name: str | None
    phone: str | None
    started_on: date | None
    ended_on: date | None
    badge_no: str | None
    assignments: Sequence[Served]
    replacements: Sequence[Replacement]
    duties: TermDuties | None


def show(hall: Hall, said: str) -> MemberSheet:
    """One person by number or unique name; raises NotFound or Usage."""
    person = hall.person(said)
    names = places.window_names(hall.db, hall.today)
    return MemberSheet(
        *_member(person, names),
        served(
            list(people.assignments(hall.db, person.staff_no)),
            store.departures(hall.db, person.staff_no),
            names,
        ),
        store.replacements(hall.db, person.staff_no),
        _term_duties(hall, person.staff_no),
    )


def served(
    assignments: Sequence[Assignment], departures: Sequence[Departure], names: Mapping[str, str]
) -> list[Served]:
    """One person's posts as they were served, oldest first."""
    left = {one.last_on: one for one in departures}
    turns = serving_posts.in_turn(Post(*one) for one in assignments)
    ends = {(one.from_on, one.window_no): one.to_on for one in turns}
    found = []
    for one in assignments:
        last_on = ends.get((one.started_on, one.window_no), one.ended_on)
        why = left.get(last_on) if last_on else None
        found.append(
            Served(
                one.role, one.window_no, names.get(one.window_no or ""), one.started_on,
                one.ended_on, last_on, why.leaving if why else None, why.note if why else None,
            )
        )  # fmt: skip
    return found


def _term_duties(hall: Hall, staff_no: str) -> TermDuties | None:
    from hallctl.office.attendance import judge_days

    running = term_of(hall, hall.today)
    if running is None:
        return None
    first, last = term_days(hall, running)
    held = [one for one in duty.shifts(hall.db, first, last, staff_no) if one.given_to is None]
    counts = tally(judge_days(hall, first, min(last, hall.today), staff_no))
    return TermDuties(
        running.term, len(held), counts.due, counts.attended, counts.late, counts.absent,
        counts.leave, counts.minutes_served,
    )  # fmt: skip


def term_of(hall: Hall, day: date) -> TermRow | None:
    """The term that a day lies in, None in the vacation."""
    for row in halls.terms(hall.db):
        if row.week1_on <= day < row.week1_on + timedelta(weeks=row.weeks):
            return row
    return None


def term_days(hall: Hall, row: TermRow) -> tuple[date, date]:
    """First and last day of a term (both included), none before the regulation."""
    last = row.week1_on + timedelta(weeks=row.weeks) - timedelta(days=1)
    return max(row.week1_on, hall.facts.effective_from), last


def term_named(hall: Hall, name: str) -> tuple[date, date]:
    """First and last day of a term by its name; raises NotFound."""
    for row in halls.terms(hall.db):
        if row.term == name:
            return term_days(hall, row)
    raise NotFound("term.unknown", term=name)


def _member(person: Person, names: Mapping[str, str]) -> Member:
    return Member(
        person.staff_no, person.name, person.role, person.window_no,
        names.get(person.window_no or ""), person.faculty, person.class_name, person.phone,
        person.started_on, person.ended_on, person.badge_no,
    )  # fmt: skip
