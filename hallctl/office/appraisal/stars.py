"""Service stars (Art. 29): who is proposed and why, and whom the officer names."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import appraising
from hallctl.appraised import Publicity, StarLine, TermLine
from hallctl.errors import Conflict, Refused, Usage
from hallctl.office.appraisal.term import TermSpan, drawn, paper, term_span
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.store import appraisals
from hallctl.store.appraisals import AwardRow
from hallctl.store.writing import Writing


class Decided(NamedTuple):
    """The service stars of a term as the officer decided."""

    term: str
    stars: Sequence[str]
    """Their numbers."""
    names: Sequence[str]
    note: str
    decided_on: date
    already: bool | None = None


def stars(hall: Hall, term: str) -> list[StarLine]:
    """Every candidate in order with what settled the place, then who is excluded and why."""
    span = term_span(hall, term)
    chosen = {one.staff_no for one in appraisals.awards(hall.db, term)}
    return candidates(hall, span, chosen)


def candidates(hall: Hall, span: TermSpan, chosen: set[str]) -> list[StarLine]:
    """As ``stars``, for a term that is found already."""
    law = hall.law.on(span.judged_on(hall))
    everybody = drawn(hall, span.from_on, span.to_on, span.judged_on(hall))
    out: dict[str, list[str]] = {
        one.staff_no: appraising.why_no_star(one, len(span.published), law).value
        for one in everybody
    }
    order = appraising.ranking([one for one in everybody if not out[one.staff_no]], law).value
    most: int = law["stars.shortlist"]
    found = []
    for line, settled in order:
        standing = "shortlisted" if (line.place or 0) <= most else "listed"
        standing = "star" if line.staff_no in chosen else standing
        found.append(_star(line, settled, (), standing))
    for line in everybody:
        if out[line.staff_no]:
            standing = "star" if line.staff_no in chosen else "excluded"
            found.append(_star(line, None, out[line.staff_no], standing))
    return found


@act("appraise stars")
def decide(hall: Hall, work: Writing, term: str, said: Sequence[str], note: str) -> Decided:
    """The officer names the stars of a term, with the reason; the evidence of the day is kept.

    Raises Refused unless the officer acts, the term is over, and nothing excludes them; Conflict when
    others were named before.
    """
    hall.require_officer("29")
    span = term_span(hall, term)
    people = [hall.person(one, span.judged_on(hall)) for one in dict.fromkeys(said)]
    numbers = sorted(one.staff_no for one in people)
    names = [one.name for one in people]
    before = appraisals.awards(hall.db, term)
    if sorted(one.staff_no for one in before) == numbers:
        first = before[0]
        return Decided(term, numbers, names, first.note, first.decided_on, already=True)
    if before:
        raise Conflict("appraise.stars_named", term=term, stars=[one.staff_no for one in before])
    if not note.strip():
        raise Usage("appraise.stars_need_note")
    if span.to_on >= hall.today:
        raise Refused("appraise.term_not_over", article="29", term=term, to_on=span.to_on)
    found = {one.staff_no: one for one in candidates(hall, span, set())}
    for one in people:
        line = found.get(one.staff_no)
        appraising.may_be_star(one.name, line.excluded if line else ["no_score"], term)
    appraisals.add_basis(work, term, span.from_on, span.to_on)
    for number in numbers:
        row = AwardRow(
            term, number, hall.today, hall.actor_no, note.strip(), found[number]._asdict()
        )
        appraisals.add_award(work, row)
    work.tell({"stars": len(numbers)}, term=term, staff=numbers)
    return Decided(term, numbers, names, note.strip(), hall.today)


def write_notice(hall: Hall, term: str, from_on: date, path: Path) -> tuple[list[StarLine], str]:
    """The public notice of a term's stars: name, class and window, numbers masked.

    Raises Conflict before the officer has decided.
    """
    from hallctl.office.paperwork import fonts
    from hallctl.sheets.standings import write_stars

    span = term_span(hall, term)
    chosen = {one.staff_no for one in appraisals.awards(hall.db, term)}
    if not chosen:
        raise Conflict("appraise.no_stars_yet", term=term)
    rows = [one for one in candidates(hall, span, chosen) if one.staff_no in chosen]
    lines = {one.staff_no: one for one in drawn(hall, span.from_on, span.to_on, hall.today)}
    public = [_public(lines[one.staff_no]) for one in rows]
    dates = publicity(hall, from_on)
    return rows, write_stars(paper(hall, span), public, dates, path, fonts(hall, hall.today))


def publicity(hall: Hall, from_on: date) -> Publicity:
    """From when to when a list hangs out, counted in working days, and where to object (Art. 33)."""
    law = hall.law.on(from_on)
    due = calendar_on(hall, from_on).deadline(from_on, law["publicity.days"])
    phone = law["complaint.phone"] or hall.facts.phone or ""
    email = law["complaint.email"] or hall.facts.email or ""
    return Publicity(from_on, due.due_on, due.status != "firm", phone, email)


def _public(line: TermLine) -> tuple[str, str, str, str]:
    """What a public list shows of a person: name, class or unit, masked number, window."""
    from hallctl.office.masking import masked_number

    return (
        line.name, line.class_name or line.faculty, masked_number(line.staff_no), line.window
    )  # fmt: skip


def _star(line: TermLine, settled: str | None, excluded: Sequence[str], standing: str) -> StarLine:
    return StarLine(
        line.place if not excluded else None, line.staff_no, line.name, line.window, line.weeks,
        line.score, line.presence_rate, line.faults, line.praise, line.incidents,
        line.cases_closed, settled, list(excluded), standing, line.satisfaction_rate,
    )  # fmt: skip
