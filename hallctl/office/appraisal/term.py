"""A term over its published weeks (Art. 29): everybody's line, with places."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from hallctl import appraising
from hallctl.appraised import Paper, TermLine
from hallctl.errors import NotFound
from hallctl.figures import rate
from hallctl.office.hall import Hall
from hallctl.office.ratings.looking import satisfaction
from hallctl.store import appraisals, credit, halls, people, places, posts
from hallctl.store.people import Person

SUMMED = ("due", "attended", "excused", "late", "early", "missing", "absent", "leave",
          "cases_closed", "cases_late", "incidents", "praise",
          "missing_logs")  # fmt: skip


PARTED = frozenset({"dismissed", "replaced"})
"""Ways of leaving that are the hall's own decision, because somebody was not up to the work."""


class TermSpan(NamedTuple):
    """A term, both days included, with its published weeks and those that wait."""

    term: str
    from_on: date
    to_on: date
    published: Sequence[str]

    def judged_on(self, hall: Hall) -> date:
        """The day whose settings and roster count: the term's last, or today before that."""
        return max(min(self.to_on, hall.today), hall.facts.effective_from)


def term_span(hall: Hall, term: str) -> TermSpan:
    """A term by its name; says which of its weeks are over and not published. Raises NotFound."""
    found = next((one for one in halls.terms(hall.db) if one.term == term), None)
    if found is None:
        known = [one.term for one in halls.terms(hall.db)]
        raise NotFound("appraise.unknown_term", term=term, known=known)
    last = found.week1_on + timedelta(days=7 * found.weeks - 1)
    hall.require_in_force(last)
    weeks = [one.week for one in appraisals.publications(hall.db, found.week1_on, last)]
    waiting = _waiting(hall, found.week1_on, min(last, hall.today - timedelta(days=1)), set(weeks))
    if waiting:
        hall.note("appraise.weeks_waiting", "29", term=term, weeks=waiting)
    return TermSpan(term, found.week1_on, last, weeks)


def lines(hall: Hall, span: TermSpan) -> list[TermLine]:
    """Everybody with a published week in the term, the best first; without a score at the end."""
    return ranked(hall, span, _lines(hall, span))


def ranked(hall: Hall, span: TermSpan, found: Sequence[TermLine]) -> list[TermLine]:
    """The lines with their places."""
    order = appraising.ranking(found, hall.law.on(span.judged_on(hall))).value
    placed = [one.line for one in order]
    return placed + [one for one in found if one.score is None]


def write_term(hall: Hall, term: str, path: Path) -> tuple[list[TermLine], str]:
    """The term as a workbook; returns the lines and the file's digest."""
    from hallctl.office.paperwork import fonts
    from hallctl.sheets.standings import write_term as write

    span = term_span(hall, term)
    found = lines(hall, span)
    return found, write(paper(hall, span), found, path, fonts(hall, span.judged_on(hall)))


def paper(hall: Hall, span: TermSpan) -> Paper:
    """What every paper of the term says alike."""
    from hallctl.office.paperwork import head_at, officer_name

    return Paper(
        hall.facts.college, hall.facts.name, span.term, span.from_on, span.to_on,
        officer_name(hall), span.published, head_at(hall),
    )  # fmt: skip


def drawn(
    hall: Hall, from_on: date, to_on: date, on: date, also: Collection[str] = ()
) -> list[TermLine]:
    """Everybody's published weeks that end in a range of days, drawn together; people as of ``on``.

    ``also`` are people who are listed without any.
    """
    by_person: dict[str, list[Mapping[str, Any]]] = {}
    for row in appraisals.lines(hall.db, from_on, to_on):
        by_person.setdefault(row.staff_no, []).append(row.line)
    states = Counter((row.staff_no, row.state) for row in credit.between(hall.db, from_on, to_on))
    windows = places.window_names(hall.db, on)
    parted = {
        one.staff_no: one.leaving
        for one in posts.departures(hall.db)
        if one.leaving in PARTED and from_on <= one.last_on <= to_on
    }
    satisfied = satisfaction(hall, from_on, to_on)
    return [
        _line(one, windows.get(one.window_no or "", ""), by_person.get(one.staff_no, ()), states)
        ._replace(satisfaction_rate=satisfied.get(one.window_no or ""), leaving=parted.get(one.staff_no))
        for one in people.everybody(hall.db, on)
        if one.staff_no in by_person or one.staff_no in also
    ]  # fmt: skip


def _lines(hall: Hall, span: TermSpan) -> list[TermLine]:
    return drawn(hall, span.from_on, span.to_on, span.judged_on(hall))


def _line(
    person: Person,
    window: str,
    weeks: Sequence[Mapping[str, Any]],
    states: Mapping[tuple[str, str], int],
) -> TermLine:
    sums: dict[str, Any] = {name: sum(week.get(name) or 0 for week in weeks) for name in SUMMED}
    scores = [week["score"] for week in weeks if week["score"] is not None]
    no = person.staff_no
    return TermLine(
        staff_no=no,
        name=person.name,
        role=person.role.value if person.role else "",
        window=window,
        faculty=person.faculty or "",
        class_name=person.class_name or "",
        weeks=len(scores),
        score=appraising.term_score(scores).value,
        presence_rate=rate(sums["attended"], sums["due"] - sums["excused"]),
        violations=states.get((no, "confirmed"), 0),
        undecided=states.get((no, "proposed"), 0),
        **sums,
    )


def _waiting(hall: Hall, from_on: date, to_on: date, published: Iterable[str]) -> list[str]:
    """The weeks that are over, had shifts, and are not published."""
    from hallctl.store import duty

    first = max(from_on, hall.facts.effective_from)
    if first > to_on:
        return []
    calendars = {one.on.isocalendar() for one in duty.shifts(hall.db, first, to_on)}
    names = sorted({f"{one.year}-W{one.week:02d}" for one in calendars})
    running = hall.today.isocalendar()
    return [
        one
        for one in names
        if one not in published and one != f"{running.year}-W{running.week:02d}"
    ]
