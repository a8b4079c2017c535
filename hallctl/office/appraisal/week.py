"""A week side by side: attendance, cases, conduct and what was given; a draft until it is published."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import policy
from hallctl.appraised import WeekLine, WeekReport
from hallctl.figures import Tally, tally
from hallctl.model import Ground, Judged, Role, Undecided
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.store import appraisals, cases, credit, people, places
from hallctl.store.appraisals import ScoreRow
from hallctl.store.people import Person


class WeekSpan(NamedTuple):
    """A week by name, both days included."""

    name: str
    from_on: date
    to_on: date


class Drawn(NamedTuple):
    """One person's line with the ground of its score."""

    line: WeekLine
    ground: Ground | None


class _Facts(NamedTuple):
    """What a week holds, by person."""

    judged: dict[str, list[Judged]]
    closed: Counter[str]
    late: Counter[str]
    violations: Counter[str]
    incidents: Counter[str]
    praise: Counter[str]
    unlogged: Counter[str]
    scores: dict[str, ScoreRow]


def week(hall: Hall, span: WeekSpan) -> list[WeekLine]:
    """Everybody who serves in the week, by window and number: as published, else as the facts are now.

    ``score`` is None until the college has adopted weights; a week before the regulation is refused.
    """
    published = appraisals.publication(hall.db, span.name)
    if published is not None:
        hall.note("appraise.is_published", "29", week=span.name, at=published.at)
        rows = appraisals.lines(hall.db, span.to_on, span.to_on)
        return [WeekLine(**row.line) for row in rows if row.week == span.name]
    if span.to_on >= hall.today:
        hall.note("appraise.draft", "29", to_on=span.to_on)
    return [one.line for one in draw(hall, span)]


def is_published(hall: Hall, span: WeekSpan) -> bool:
    """Whether the week is closed."""
    return appraisals.publication(hall.db, span.name) is not None


def draw(hall: Hall, span: WeekSpan) -> list[Drawn]:
    """Everybody's line by the facts as they are now."""
    hall.require_in_force(span.to_on)
    law = hall.law.on(span.to_on)
    facts = _gather(hall, span)
    names = places.window_names(hall.db, span.to_on)
    found = []
    for person in appraised(hall, span, facts.judged):
        measured = _measured(person.staff_no, facts)
        ruled = policy.week_score(measured, law)
        if isinstance(ruled, Undecided):
            hall.note(ruled.question, ruled.article)
        score, ground = (None, None) if isinstance(ruled, Undecided) else ruled
        found.append(
            Drawn(_line(person, names.get(person.window_no or ""), facts, measured, score), ground)
        )
    return found


def appraised(hall: Hall, span: WeekSpan, on_duty: Collection[str] = ()) -> list[Person]:
    """Who is appraised in a week: those who serve at its end or had a shift; the officer is not."""
    return [
        one
        for one in people.everybody(hall.db, span.to_on)
        if one.role != Role.OFFICER and (one.serves_on(span.to_on) or one.staff_no in on_duty)
    ]


def write_week(hall: Hall, span: WeekSpan, path: Path) -> tuple[list[WeekLine], str]:
    """The week as a workbook; returns the lines and the file's digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.sheets.weekly import write_week as write

    lines = week(hall, span)
    published = appraisals.publication(hall.db, span.name)
    report = WeekReport(
        hall.facts.college, hall.facts.name, span.name, span.from_on, span.to_on,
        officer_name(hall), published is None, lines, head_at(hall),
        published.digest if published else "",
    )  # fmt: skip
    return lines, write(report, path, fonts(hall, span.to_on))


def _gather(hall: Hall, span: WeekSpan) -> _Facts:
    judged: dict[str, list[Judged]] = {}
    first = max(span.from_on, hall.facts.effective_from)
    for one in judge_days(hall, first, span.to_on):
        judged.setdefault(one.shift.staff_no, []).append(one)
    closed, late = _cases(hall, span)
    confirmed = [
        row.staff_no
        for row in credit.between(hall.db, span.from_on, span.to_on)
        if row.state == "confirmed"
    ]
    seen = appraisals.conduct(hall.db, span.from_on, span.to_on)
    return _Facts(
        judged,
        closed,
        late,
        Counter(confirmed),
        Counter(one.staff_no for one in seen if one.kind != "praise"),
        Counter(one.staff_no for one in seen if one.kind == "praise"),
        _unlogged(hall, span),
        appraisals.scores(hall.db, span.name),
    )


def _unlogged(hall: Hall, span: WeekSpan) -> Counter[str]:
    """Hand-overs without a log (Art. 19), by everybody who was on duty then."""
    from hallctl.office.logs.looking import unlogged

    return Counter(unlogged(hall, span.from_on, span.to_on))


def _cases(hall: Hall, span: WeekSpan) -> tuple[Counter[str], Counter[str]]:
    """Closed cases, and those of them closed late, by handler."""
    closed: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for case in cases.touching(hall.db, span.from_on, span.to_on):
        now = case.now
        if now.closed_at and span.from_on <= now.closed_at.date() <= span.to_on:
            closed[now.handler_no] += 1
            late[now.handler_no] += now.lateness == "late"
    return closed, late


def _measured(no: str, facts: _Facts) -> policy.Week:
    count = tally(facts.judged.get(no, []))
    given = facts.scores.get(no)
    return policy.Week(
        count.due, count.attended, count.late, count.early, count.missing, count.leave,
        facts.closed[no], facts.late[no], facts.violations[no], facts.incidents[no],
        facts.praise[no], facts.unlogged[no], given.score if given else None,
    )  # fmt: skip


def _line(
    person: Person, window: str | None, facts: _Facts, measured: policy.Week, score: float | None
) -> WeekLine:
    count: Tally = tally(facts.judged.get(person.staff_no, []))
    given = facts.scores.get(person.staff_no)
    return WeekLine(
        person.staff_no, person.name, window, count.due, count.attended, count.late, count.early,
        count.missing, count.absent, count.leave, measured.cases_closed, measured.cases_late,
        measured.violations, score, count.leave_sick + count.leave_official, measured.incidents,
        measured.praise, measured.leader_score, given.remark if given else "",
        given.by_no if given else None, measured.missing_logs,
    )  # fmt: skip
