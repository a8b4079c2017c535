"""The reckoning behind a week's score and a place among the service stars (Art. 29)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import appraising
from hallctl.appraised import StarLine, WeekLine
from hallctl.errors import NotFound, Usage
from hallctl.model import Ground
from hallctl.office import why_not
from hallctl.office.appraisal.conduct import ARTICLES
from hallctl.office.appraisal.stars import candidates
from hallctl.office.appraisal.term import drawn, term_span
from hallctl.office.appraisal.week import WeekSpan, draw
from hallctl.office.hall import Hall
from hallctl.store import appraisals


class Reason(NamedTuple):
    """A value, its ground, and what led to it."""

    value: object
    ground: Ground
    steps: Sequence[Ground]
    aside: Sequence[Ground] = ()
    """The rules that did not apply."""


def week_of(hall: Hall, name: str, said: str) -> Reason:
    """Why somebody has a score in a week; raises NotFound, Usage for no week."""
    span = _span(name)
    person = hall.person(said, span.to_on)
    published = appraisals.publication(hall.db, span.name)
    found = _found(hall, span, person.staff_no)
    if found is None:
        raise NotFound("appraise.not_appraised", staff_no=person.staff_no, week=span.name)
    line, ground = found
    steps = [_measured(line), *_conduct(hall, line, span)]
    if published:
        steps.append(Ground("29", "why.week_published", {"at": published.at}))
    else:
        steps.append(Ground("29", "why.week_draft"))
    if ground is None:
        waiting = "appraise.unscored" if _weights(hall, span) else "appraise.no_weights"
        ground = Ground("29", waiting, {}, hall.law.on(span.to_on).read("appraise.weights"))
    return Reason(line.score, ground, steps, why_not.of_week(line, _kinds_seen(hall, line, span)))


def star_of(hall: Hall, term: str, said: str) -> Reason:
    """Why somebody has a place among the candidates of a term, or none; raises NotFound."""
    span = term_span(hall, term)
    on = span.judged_on(hall)
    person = hall.person(said, on)
    awards = {one.staff_no: one for one in appraisals.awards(hall.db, term)}
    lines = candidates(hall, span, set(awards))
    place = next((n for n, one in enumerate(lines) if one.staff_no == person.staff_no), None)
    if place is None:
        raise NotFound("appraise.not_in_term", staff_no=person.staff_no, term=term)
    line = lines[place]
    law = hall.law.on(on)
    everybody = drawn(hall, span.from_on, span.to_on, on)
    mine = next(one for one in everybody if one.staff_no == person.staff_no)
    steps = [appraising.why_no_star(mine, len(span.published), law).ground]
    scores = [
        row.line["score"]
        for row in appraisals.lines(hall.db, span.from_on, span.to_on, person.staff_no)
        if row.line["score"] is not None
    ]
    steps.append(appraising.term_score(scores).ground)
    if place and not line.excluded:
        steps.append(Ground("29", "why.star_before", lines[place - 1]._asdict()))
    if person.staff_no in awards:
        steps.append(Ground("29", "why.star_named", awards[person.staff_no]._asdict()))
    return Reason(
        line.standing,
        _place(line, law.read("stars.tie_breaks", "stars.min_weeks")),
        steps,
        why_not.of_star(line, law, named=person.staff_no in awards),
    )


def _place(line: StarLine, settings: dict[str, object]) -> Ground:
    because = "why.star_place"
    if line.excluded:
        because = "why.star_excluded"
    elif line.settled_by is None:
        because = "why.star_first"
    return Ground("29", because, line._asdict(), settings)


def _span(name: str) -> WeekSpan:
    year, _w, number = name.partition("-W")
    try:
        monday = date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        raise Usage("why.bad_week", said=name) from None
    iso = monday.isocalendar()
    return WeekSpan(f"{iso.year}-W{iso.week:02d}", monday, monday + timedelta(days=6))


def _found(hall: Hall, span: WeekSpan, staff_no: str) -> tuple[WeekLine, Ground | None] | None:
    if appraisals.publication(hall.db, span.name):
        for row in appraisals.lines(hall.db, span.to_on, span.to_on, staff_no):
            return WeekLine(**row.line), row.ground
        return None
    return next((one for one in draw(hall, span) if one.line.staff_no == staff_no), None)


def _measured(line: WeekLine) -> Ground:
    return Ground("23", "why.week_attendance", line._asdict())


def _conduct(hall: Hall, line: WeekLine, span: WeekSpan) -> list[Ground]:
    """The rest of what the line counts: cases, violations, conduct, and what was given."""
    found = [Ground("27", "why.week_service", line._asdict())]
    if line.missing_logs:
        found.append(Ground("19", "why.week_logs", line._asdict()))
    if line.violations:
        found.append(Ground("32", "why.week_violations", line._asdict()))
    seen = appraisals.conduct(hall.db, span.from_on, span.to_on)
    found += [
        Ground(ARTICLES.get(one.kind, "29"), "why.week_conduct", one._asdict())
        for one in seen
        if one.staff_no == line.staff_no
    ]
    if line.leader_score is not None:
        values = {"by_no": line.scored_by, "score": line.leader_score, "remark": line.remark}
        found.append(Ground("29", "why.week_given", values))
    return found


def _kinds_seen(hall: Hall, line: WeekLine, span: WeekSpan) -> set[str]:
    seen = appraisals.conduct(hall.db, span.from_on, span.to_on)
    return {one.kind for one in seen if one.staff_no == line.staff_no}


def _weights(hall: Hall, span: WeekSpan) -> object:
    return hall.law.on(span.to_on)["appraise.weights"]
