"""Cases by handler and lateness, from the windows' own books and the catalogue; no import of hallctl."""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from recount import attendance
from term.facts import Case, Leave, Script, later, works

from fixtures.generate.hall import items

ITEMS = {one.code: one for one in items()}


class Counted(NamedTuple):
    """One case: who had it at the end, by when it was due, and whether it was late."""

    case: Case
    handler: str
    due_on: date
    late: bool


@cache
def counted(script: Script, until: datetime) -> dict[str, Counted]:
    """Every case that came before an instant, as it stood then."""
    served = attendance.shifts(script, until)
    away = [one for _said, one in script.said(Leave, until)]
    found = {}
    for case in script.cases.values():
        if case.at >= until:
            continue
        if case.closed_at and case.closed_at > until:
            case = case._replace(closed_at=None, result="")
        first = case.handler or _on_duty(case, served, away)
        handler = case.moved[0] if case.moved and case.moved[1] < until else first
        due = due_on(case)
        late = case.closed_at is not None and case.closed_at.date() > due
        found[case.ref] = Counted(case, handler, due, late and case.result != "withdrawn")
    return found


def due_on(case: Case) -> date:
    """So many working days after the day the papers were complete; the same day at the counter."""
    accepted = case.supplied_at or case.at
    day = accepted.date()
    if accepted.time() >= time(17, 31) or not works(day):
        day = later(day, 1)
    return later(day, ITEMS[case.item].days)


def holder_on(one: Counted, day: date) -> str:
    """Who had a case at the end of a day."""
    case = one.case
    if case.moved and case.moved[1].date() <= day:
        return case.moved[0]
    return case.handler or one.handler


def became_late(script: Script, month: str, until: datetime) -> dict[str, tuple[str, date, str]]:
    """Cases whose first late day fell into a month: who had them on the last day in time, and since when.

    What departments kept beyond their own days is not the handler's.
    """
    found = {}
    for ref, one in counted(script, until).items():
        ended = one.case.closed_at.date() if one.case.closed_at else until.date()
        if ended <= one.due_on:
            continue
        held = _held(one.case)
        last = later(one.due_on, held)
        first_late = min(later(last, 1), ended)
        over = sum(
            works(one.due_on + timedelta(days=n)) for n in range(1, (ended - one.due_on).days + 1)
        )
        if f"{first_late:%Y-%m}" == month:
            who = holder_on(one, last)
            outcome = (
                "department" if over <= held else "no_points" if who.startswith("T") else "proposed"
            )
            found[ref] = (who, first_late, outcome)
    return found


def figures(script: Script, month: str, until: datetime) -> dict[str, int]:
    """A month's cases and ratings as they stood when it was reported, by the month's own end."""
    end = max(day for day in _days(month))
    known = [one for one in counted(script, until).values() if _accepted(one.case) <= end]
    closed = [one for one in known if one.case.closed_at and f"{one.case.closed_at:%Y-%m}" == month]
    open_late = [one for one in known if one.due_on <= end
                 and (one.case.closed_at is None or one.case.closed_at.date() > end)]  # fmt: skip
    rated = [one for one in script.ratings if f"{one.at:%Y-%m}" == month and one.at < until]
    return {
        "cases_accepted": sum(f"{_accepted(one.case):%Y-%m}" == month for one in known),
        "cases_completed": sum(one.case.result == "granted" for one in closed),
        "cases_refused": sum(one.case.result == "refused" for one in closed),
        "cases_withdrawn": sum(one.case.result == "withdrawn" for one in closed),
        "cases_late": sum(one.late for one in closed) + len(open_late),
        "cases_rated": len(rated), "bad_ratings": sum(one.level < 3 for one in rated),
    }  # fmt: skip


def _accepted(case: Case) -> date:
    return (case.supplied_at or case.at).date()


def _days(month: str) -> list[date]:
    year, number = (int(part) for part in month.split("-"))
    first = date(year, number, 1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return [first, last]


def _held(case: Case) -> int:
    """By how many working days the slowest department passed its own last day.

    Departments in a row share the promise in equal parts, rounded up; the later ones count from the
    acceptance too.
    """
    if not case.decided:
        return 0
    item = ITEMS[case.item]
    rows = [row.split("、") for row in item.departments.split("→")]
    worst = 0
    decided = dict(case.decided)
    for place, row in enumerate(rows, 1):
        last = later(case.at.date(), -(-item.days * place // len(rows)))
        for name in row:
            day, days = decided[name].date(), 0
            while day > last:
                days += works(day)
                day -= timedelta(days=1)
            worst = max(worst, days)
    return worst


def _on_duty(case: Case, served: list[attendance.Served], away: list[Leave]) -> str:
    """The student on duty at the window at that moment, else its leader; who is on leave is not."""
    here = [
        one.staff_no
        for one in served
        if one.window_no == case.window_no and one.start <= case.at < one.end
        and not any(leave.staff_no == one.staff_no and leave.from_at <= case.at < leave.to_at for leave in away)
    ]  # fmt: skip
    students = [no for no in here if not no.startswith("T")]
    return students[0] if students else f"T{1000 + int(case.window_no[1:])}"
