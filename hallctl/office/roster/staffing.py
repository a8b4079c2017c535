"""Whether every window has its people, since when one is missing, and how stable they are (Art. 5, 6, 14)."""

from datetime import date, timedelta
from typing import NamedTuple

from hallctl import figures, policy, posts
from hallctl.errors import Usage
from hallctl.model import Post, Role
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.roster.looking import term_days, term_named, term_of
from hallctl.store import people, places
from hallctl.store import posts as store
from hallctl.store.places import WindowRow

SOUGHT = {"leaders_missing": Role.LEADER, "students_missing": Role.STUDENT}


class StaffingFinding(NamedTuple):
    """One window, or the hall, that has not the staff it must have."""

    code: str
    article: str
    window_no: str | None
    window: str | None
    number: int
    department: str | None = None
    """Who selects a leader."""
    since: date | None = None
    """The first day of the vacancy."""
    workdays_open: int | None = None
    """Working days from ``since`` to the day of the check."""


def check(hall: Hall, day: date | None = None) -> list[StaffingFinding]:
    """The officer (Art. 5) and each window's leader and student workers (Art. 6) on a day, else today."""
    day = day or hall.today
    law = hall.law.on(day)
    serving = [one for one in people.everybody(hall.db, day) if one.serves_on(day)]
    officers = sum(one.role == Role.OFFICER for one in serving)
    found = []
    if officers != 1:
        found.append(StaffingFinding("roster.officers", "5", None, None, officers))
    for window in places.windows(hall.db, day):
        here = [one.role for one in serving if one.window_no == window.window_no]
        staffing = policy.staffing_of_window(
            here.count(Role.LEADER), here.count(Role.STUDENT), law
        ).value
        for name, number in staffing._asdict().items():
            if number:
                finding = StaffingFinding(
                    f"roster.{name}", "6", window.window_no, window.name, number, window.department
                )
                found.append(_with_vacancy(hall, finding, window, SOUGHT.get(name), day))
    return found


def _with_vacancy(
    hall: Hall,
    finding: StaffingFinding,
    window: WindowRow,
    role: Role | None,
    day: date,
) -> StaffingFinding:
    """Since when the window has too few of a role, and for how many working days."""
    if role is None:
        return finding
    wanted: int = hall.law.on(day)[f"staff.{role}s_per_window"]
    here = [one for one in all_posts(hall) if (one.window_no, one.role) == (window.window_no, role)]
    first_on = max(window.from_on, hall.facts.effective_from)
    since = posts.vacant_since(here, wanted, first_on, day)
    if since is None:
        return finding
    calendar = calendar_on(hall, day)
    open_days = calendar.workdays_between(since - timedelta(days=1), day)
    return finding._replace(since=since, workdays_open=open_days)


def all_posts(hall: Hall) -> list[Post]:
    """Everybody's posts as they were served."""
    by_person: dict[str, list[Post]] = {}
    for row in store.all_assignments(hall.db):
        post = Post(row.staff_no, row.role, row.window_no, row.started_on, row.ended_on)
        by_person.setdefault(row.staff_no, []).append(post)
    return [post for own in by_person.values() for post in posts.in_turn(own)]


class StableWindow(NamedTuple):
    """One window's figure over a period."""

    window_no: str
    window: str
    served: int
    stayed: int
    stability_rate: float | None
    changed: tuple[str, ...]
    """The names of those who did not stay throughout."""


class Stability(NamedTuple):
    """How stable the window staff was from one day to another (both included)."""

    from_on: date
    to_on: date
    served: int
    stayed: int
    stability_rate: float | None
    windows: tuple[StableWindow, ...]


def stability(hall: Hall, term: str | None, from_on: date | None, to_on: date | None) -> Stability:
    """The figure of Art. 14 over a term (the running one) or some days; at most until today.

    Raises NotFound for an unknown term, Usage for days in the wrong order or without a term to take.
    """
    first, last = _period(hall, term, from_on, to_on)
    hall.require_in_force(first)
    last = min(last, hall.today)
    if first > last:
        raise Usage("roster.no_days", from_on=first, to_on=last)
    found = figures.stability(all_posts(hall), first, last)
    names = places.window_names(hall.db, last)
    called = {one.staff_no: one.name for one in people.everybody(hall.db, last)}
    return Stability(
        first, last, found.served, found.stayed, found.stability_rate,
        tuple(
            StableWindow(
                one.window_no, names.get(one.window_no, ""), one.served, one.stayed,
                one.stability_rate, tuple(called[no] for no in one.changed),
            )
            for one in found.windows
        ),
    )  # fmt: skip


def _period(
    hall: Hall, term: str | None, from_on: date | None, to_on: date | None
) -> tuple[date, date]:
    if from_on is not None:
        return from_on, to_on or hall.today
    if term is None:
        running = term_of(hall, hall.today)
        if running is None:
            raise Usage("roster.no_term")
        return term_days(hall, running)
    return term_named(hall, term)
