"""Every change of a post: assigned, left, dismissed, replaced (Art. 6, 14, 30, 32)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import posts as rules
from hallctl.errors import Conflict, Refused, Usage
from hallctl.model import Ground, Role, Shift
from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall, act
from hallctl.store import people, places
from hallctl.store import posts as store
from hallctl.store.people import Assignment, Person
from hallctl.store.posts import Departure, Replacement
from hallctl.store.writing import Writing


class Assigned(NamedTuple):
    """Where somebody serves from a day on."""

    staff_no: str
    name: str
    role: str
    window_no: str | None
    window: str | None
    started_on: date
    already: bool | None = None


@act("roster assign")
def assign(
    hall: Hall, work: Writing, said: str, window: str | None, role: str | None, on: date
) -> Assigned:
    """Let somebody serve at a window from a day on; the post before ends the day before.

    Raises NotFound, Usage for a role or window that does not fit, Refused for a second officer
    (Art. 5) or a day before the regulation, Conflict when a later post is on record.
    """
    hall.require_in_force(on)
    person = hall.person(said, on)
    wanted = _wanted_role(role, person)
    place = _place(hall, window, wanted, on)
    if wanted == Role.OFFICER:
        _require_one_officer(hall, person, on)
    shown = Assigned(person.staff_no, person.name, wanted, place and place.window_no,
                     place and place.name, on)  # fmt: skip
    if person.serves_on(on) and (person.role, person.window_no) == (wanted, shown.window_no):
        return shown._replace(started_on=person.started_on or on, already=True)
    _start(hall, work, person, Assignment(person.staff_no, wanted, shown.window_no, on, None))
    work.tell({"assigned": 1}, staff=person.staff_no, window=shown.window_no, role=wanted, on=on)
    return shown


def _wanted_role(said: str | None, person: Person) -> Role:
    if said is not None and said not in set(Role):
        raise Usage("roster.unknown_role", value=said, known=[one.value for one in Role])
    return Role(said) if said else person.role or Role.STUDENT


def _place(hall: Hall, window: str | None, role: Role, on: date) -> places.WindowRow | None:
    if (role == Role.OFFICER) == (window is not None):
        code = "roster.officer_has_no_window" if window else "roster.needs_window"
        raise Usage(code, role=role.value)
    return find_window(hall, window, on) if window else None


def _require_one_officer(hall: Hall, person: Person, on: date) -> None:
    others = [no for no in people.officers(hall.db, on) if no != person.staff_no]
    if others:
        raise Refused("roster.one_officer", article="5", other=others[0], on=on)


def _start(hall: Hall, work: Writing, person: Person, row: Assignment) -> None:
    """Record a post; one that began the same day gives way to it, a later one is a conflict."""
    for other in people.assignments(hall.db, person.staff_no):
        if other.started_on > row.started_on:
            raise Conflict(
                "roster.later_post", name=person.name, on=other.started_on,
                window_no=other.window_no or "",
            )  # fmt: skip
    people.void_assignment(work, person.staff_no, row.started_on)
    people.add_assignment(work, row)
    remaining = [
        one
        for one in store.held_after(hall.db, person.staff_no, row.started_on - timedelta(days=1))
        if one.window_no != row.window_no
    ]
    if remaining:
        hall.note("roster.shifts_elsewhere", "14", name=person.name, number=len(remaining),
                  staff_no=person.staff_no)  # fmt: skip


class Freed(NamedTuple):
    """One shift that nobody holds any more: a gap until somebody takes it."""

    shift_no: str
    on: date
    window_no: str
    start: str
    end: str


class Left(NamedTuple):
    """One person who served for the last time on a day, and the shifts that became free."""

    staff_no: str
    name: str
    role: str | None
    window_no: str | None
    last_on: date
    leaving: str
    note: str | None = None
    freed: Sequence[Freed] = ()
    article: str | None = None
    already: bool | None = None


class Leaving(NamedTuple):
    """One person's leaving as it was asked for."""

    said: str
    leaving: str
    last_on: date
    note: str | None = None


REASONS = {
    "毕业": "graduated", "实习": "internship", "退出": "withdrew", "调岗": "transferred",
    **{one: one for one in ("graduated", "internship", "withdrew", "transferred")},
}  # fmt: skip
"""Why people leave of their own: the words of the form and the codes."""


def reason_code(said: str) -> str:
    """The code of a reason for leaving; raises Usage."""
    if said not in REASONS:
        raise Usage("roster.unknown_reason", value=said, known=list(REASONS)[:4])
    return REASONS[said]


def of_class(hall: Hall, part: str, on: date) -> list[str]:
    """The numbers of the student workers of a day whose class name contains ``part``; raises Usage."""
    found = [
        one.staff_no
        for one in people.everybody(hall.db, on)
        if one.role == Role.STUDENT and one.serves_on(on) and part in (one.class_name or "")
    ]
    if not found:
        raise Usage("roster.nobody_of_class", value=part)
    return found


@act("roster end")
def end(hall: Hall, work: Writing, leavers: Sequence[Leaving]) -> list[Left]:
    """Record that people leave for a reason of their own; all of them or none.

    Their later shifts are freed. Raises NotFound, Refused for a day before the regulation, Conflict for
    somebody who does not serve then or signed in later.
    """
    found = [_leave(hall, work, one) for one in leavers]
    numbers = [one.staff_no for one in found if not one.already]
    freed = sum(len(one.freed) for one in found)
    work.tell({"left": len(numbers), "freed": freed}, staff=numbers)
    return found


def _leave(hall: Hall, work: Writing, one: Leaving, ground: Ground | None = None) -> Left:
    hall.require_in_force(one.last_on)
    person = hall.person(one.said, one.last_on)
    shown = Left(person.staff_no, person.name, person.role, person.window_no, one.last_on,
                 one.leaving, one.note)  # fmt: skip
    for before in store.departures(hall.db, person.staff_no):
        if (before.last_on, before.leaving) == (one.last_on, one.leaving):
            return shown._replace(already=True)
    if not person.serves_on(one.last_on):
        raise Conflict("roster.not_serving", name=person.name, staff_no=person.staff_no,
                       on=one.last_on)  # fmt: skip
    if punched := store.first_punch_after(hall.db, person.staff_no, one.last_on):
        raise Conflict("roster.served_later", name=person.name, at=punched, on=one.last_on)
    held = store.held_after(hall.db, person.staff_no, one.last_on)
    store.end_posts(work, person.staff_no, one.last_on)
    store.free(work, held)
    by = hall.actor_no if ground or one.leaving == "replaced" else None
    row = Departure(person.staff_no, person.role or Role.STUDENT, person.window_no, one.last_on,
                    one.leaving, one.note, by)  # fmt: skip
    store.add_departure(work, row, ground)
    return shown._replace(freed=[part for shift in held for part in _freed(shift)])


def _freed(shift: Shift) -> list[Freed]:
    """The stretches of a shift that were the leaver's."""
    return [
        Freed(
            shift.shift_no,
            shift.on,
            shift.window_no,
            f"{part.from_at:%H:%M}",
            f"{part.to_at:%H:%M}",
        )
        for part in shift.kept
    ]


@act("roster dismiss")
def dismiss(
    hall: Hall, work: Writing, said: str, on: date, reason: str | None, note: str | None
) -> Left:
    """The officer's decision that a student worker is dismissed; ``on`` is the last day of service.

    Due by the credit ledger (Art. 32), or for ``reason`` not up to the work (Art. 30). Raises Refused
    when it is neither, for another actor and for a leader; as ``end`` otherwise.
    """
    from hallctl.office.credit import ledger as credit

    hall.require_in_force(on)
    hall.require_officer("32")
    person = hall.person(said, on)
    account = credit.show(hall, person.staff_no, on)
    settings = hall.law.on(on).read("credit.dismiss_below", "credit.applies_to")
    ruling = rules.may_dismiss(
        person.role, account.balance, account.standing, (reason or "").strip(), settings
    )
    told = "；".join(one for one in (reason, note) if one) or None
    found = _leave(hall, work, Leaving(person.staff_no, "dismissed", on, told), ruling.ground)
    if not found.already:
        work.tell({"dismissed": 1, "freed": len(found.freed)}, staff=person.staff_no, on=on,
                  article=ruling.ground.article)  # fmt: skip
    return found._replace(article=ruling.ground.article)


class Replaced(NamedTuple):
    """Who took whose post, and the shifts of the one before that became free."""

    old_no: str
    old_name: str
    new_no: str
    new_name: str
    role: str
    window_no: str
    window: str
    department: str
    from_on: date
    reason: str
    freed: Sequence[Freed] = ()
    already: bool | None = None


@act("roster replace")
def replace(hall: Hall, work: Writing, old: str, new: str, on: date, reason: str) -> Replaced:
    """Record who was selected anew for a post (Art. 30), from ``on``; the officer's alone.

    Somebody who still serves leaves the day before; a post that was left before is filled. Raises
    NotFound, Usage, Refused for another actor, Conflict when there is no such post.
    """
    hall.require_in_force(on)
    hall.require_officer("30")
    day_before = on - timedelta(days=1)
    gone, taker = hall.person(old, on), hall.person(new, on)
    if not reason.strip():
        raise Usage("roster.replacement_needs_reason")
    if gone.staff_no == taker.staff_no:
        raise Usage("roster.replaced_by_oneself", name=gone.name)
    if gone.role in {None, Role.OFFICER} or gone.window_no is None or gone.started_on is None:
        raise Conflict("roster.no_post_to_fill", name=gone.name, on=on)
    window = find_window(hall, gone.window_no, on)
    row = Replacement(gone.staff_no, taker.staff_no, gone.role or "", window.window_no, on,
                      reason.strip())  # fmt: skip
    shown = Replaced(gone.staff_no, gone.name, taker.staff_no, taker.name, row.role,
                     window.window_no, window.name, window.department, on, row.reason)  # fmt: skip
    if row in store.replacements(hall.db, gone.staff_no):
        return shown._replace(already=True)
    freed: Sequence[Freed] = ()
    if gone.serves_on(on):
        hall.require_in_force(day_before)
        freed = _leave(hall, work, Leaving(gone.staff_no, "replaced", day_before, row.reason)).freed
    if (taker.role, taker.window_no) != (row.role, row.window_no) or not taker.serves_on(on):
        post = Assignment(taker.staff_no, Role(row.role), row.window_no, on, None)
        _start(hall, work, taker, post)
    store.add_replacement(work, row)
    work.tell({"replaced": 1, "freed": len(freed)}, old=gone.staff_no, new=taker.staff_no, on=on)
    if row.role == Role.LEADER:
        hall.note("roster.letter_to_department", "30", window=window.name,
                  department=window.department)  # fmt: skip
    return shown._replace(freed=freed)
