"""Merit (Art. 31): whom the hall certifies to each faculty, with the letters and the public notice."""

from datetime import date
from pathlib import Path

from hallctl import appraising
from hallctl.appraised import MeritLine
from hallctl.errors import NotFound
from hallctl.office.appraisal.stars import publicity
from hallctl.office.appraisal.term import drawn, paper, ranked, term_span
from hallctl.office.hall import Hall


def merit(hall: Hall, term: str) -> list[MeritLine]:
    """Every student worker with a published week, by faculty and place; who is not certified, and why."""
    span = term_span(hall, term)
    on = span.judged_on(hall)
    law = hall.law.on(on)
    students = [one for one in drawn(hall, span.from_on, span.to_on, on) if one.role == "student"]
    placed = ranked(hall, span, students)
    scored = sum(one.score is not None for one in placed)
    found = []
    for line in placed:
        excluded = appraising.why_no_merit(line, scored, law).value
        found.append(
            MeritLine(
                line.faculty, line.staff_no, line.name, line.class_name, line.window, line.weeks,
                line.score, line.presence_rate, line.place, not excluded, excluded,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (one.faculty, one.place or len(found) + 1, one.staff_no))


def write_letters(
    hall: Hall, term: str, faculty: str | None, from_on: date, path: Path
) -> tuple[list[MeritLine], str]:
    """One letter per faculty and the public notice, or the letter of one faculty alone.

    Raises NotFound when nobody is certified there.
    """
    from hallctl.office.masking import masked_number
    from hallctl.office.paperwork import fonts
    from hallctl.sheets.merit import write_merit

    everybody = merit(hall, term)
    certified = [one for one in everybody if one.certified and faculty in {None, one.faculty}]
    if not certified:
        raise NotFound("appraise.nobody_certified", term=term, faculty=faculty or "")
    letters: dict[str, list[MeritLine]] = {}
    for one in certified:
        letters.setdefault(one.faculty, []).append(one)
    public = [
        (one.name, one.class_name, masked_number(one.staff_no), one.window) for one in certified
    ]
    dates = publicity(hall, from_on)
    form = paper(hall, term_span(hall, term))
    digest = write_merit(
        form, letters, public if faculty is None else (), dates, path, fonts(hall, hall.today)
    )
    return everybody, digest
