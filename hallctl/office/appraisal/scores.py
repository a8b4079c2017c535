"""What people give for a week: by command, or on a sheet that goes out and comes back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hallctl import appraising
from hallctl.appraised import ScoreLine, ScoreSheet
from hallctl.errors import BadInput, Conflict, HallError, NotFound, RowError
from hallctl.model import Role
from hallctl.office.appraisal.week import WeekSpan, appraised, draw
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.store import appraisals, people
from hallctl.store.appraisals import ScoreRow
from hallctl.store.people import Person
from hallctl.store.writing import Writing

if TYPE_CHECKING:
    from hallctl.sheets.scores import Scored


class Given(NamedTuple):
    """A score as it was recorded."""

    week: str
    staff_no: str
    name: str
    score: int
    remark: str
    by_no: str
    already: bool | None = None


class Handed(NamedTuple):
    """A scoring sheet that was written."""

    path: str
    week: str
    rows: int
    sha256: str


@act("appraise score")
def score(
    hall: Hall, work: Writing, span: WeekSpan, said: str, points: int, remark: str, by: str | None
) -> Given:
    """Record a score for a week; ``by`` is who gives it, whoever types. The same again changes nothing.

    Raises Refused by article 29, Conflict once the week is published, NotFound.
    """
    person = hall.person(said, span.to_on)
    by_no = hall.person(by, span.to_on).staff_no if by else hall.actor_no
    _require_open(hall, span)
    here = {one.staff_no: one for one in appraised(hall, span, _on_duty(hall, span))}
    if person.staff_no not in here:
        raise NotFound("appraise.not_appraised", staff_no=person.staff_no, week=span.name)
    row = ScoreRow(person.staff_no, points, remark.strip(), by_no)
    law = hall.law.on(span.to_on)
    appraising.may_score(person.staff_no, by_no, scorers(hall, span, person), points, law)
    given = Given(span.name, person.staff_no, person.name, points, row.remark, by_no)
    if appraisals.scores(hall.db, span.name).get(person.staff_no) == row:
        return given._replace(already=True)
    appraisals.set_score(work, span.name, row)
    work.tell({"score": points}, week=span.name, staff=person.staff_no, by=by_no)
    return given


@act("appraise week")
def import_scores(
    hall: Hall, work: Writing, span: WeekSpan, path: Path, *, skip_bad: bool
) -> Imported:
    """Take the scores from a filled-in sheet; an empty score leaves what stands.

    Raises BadInput with every bad row, Conflict once the week is published.
    """
    from hallctl.sheets.scores import read_scores

    _require_open(hall, span)
    try:
        parsed = read_scores(path)
    except BadInput as wrong:
        if wrong.code != "sheet.no_header":
            raise
        raise BadInput("appraise.not_a_scoring_sheet", week=span.name) from wrong
    here = {one.staff_no: one for one in appraised(hall, span, _on_duty(hall, span))}
    errors = [error for row in parsed.rows if (error := _fault(hall, span, here, row))]
    good, left_out = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    standing = appraisals.scores(hall.db, span.name)
    count = Count()
    for row in good:
        new = ScoreRow(row.staff_no, row.score or 0, row.remark, row.by_no)
        if row.score is None or standing.get(row.staff_no) == new:
            count.unchanged += 1
            continue
        appraisals.set_score(work, span.name, new)
        count.note(row.staff_no, new=row.staff_no not in standing)
    work.tell(count.told(), week=span.name, file_sha256=parsed.sha256)
    return count.imported(row_count(parsed), rejected=left_out, sha256=parsed.sha256)


def write_scores(hall: Hall, span: WeekSpan, window: str | None, path: Path) -> Handed:
    """Write the scoring sheet of a week, of one window or of all; a person nobody may score is left out."""
    from hallctl.office.paperwork import fonts, head_at
    from hallctl.sheets.scores import write_scores as write

    _require_open(hall, span)
    here = {one.staff_no: one for one in people.everybody(hall.db, span.to_on)}
    rows = []
    for line, _ground in draw(hall, span):
        person = here[line.staff_no]
        may = scorers(hall, span, person)
        if not may or window not in {None, person.window_no, line.window}:
            continue
        figures = [*line[3:12], line.incidents, line.praise]
        rows.append(
            ScoreLine(span.name, line.staff_no, line.name, line.window or "", figures,
                      line.scored_by or may[0], line.leader_score, line.remark)
        )  # fmt: skip
    if not rows:
        raise NotFound("appraise.nobody_to_score", week=span.name)
    most: int = hall.law.on(span.to_on)["appraise.score_max"]
    facts = hall.facts
    sheet = ScoreSheet(
        facts.college, facts.name, span.name, span.from_on, span.to_on, most, rows, head_at(hall)
    )
    return Handed(str(path), span.name, len(rows), write(sheet, path, fonts(hall, span.to_on)))


def scorers(hall: Hall, span: WeekSpan, person: Person) -> list[str]:
    """Who may score a person: the leaders of a student's window, else the officer, never himself."""
    if person.role == Role.STUDENT and person.window_no:
        leaders = people.serving_at(hall.db, person.window_no, Role.LEADER, span.to_on)
        serving = [one.staff_no for one in leaders if one.serves_on(span.to_on)]
        if serving:
            return serving
    return [no for no in people.officers(hall.db, span.to_on) if no != person.staff_no]


def _on_duty(hall: Hall, span: WeekSpan) -> set[str]:
    from hallctl.store import duty

    return {one.staff_no for one in duty.shifts(hall.db, span.from_on, span.to_on)}


def _require_open(hall: Hall, span: WeekSpan) -> None:
    hall.require_in_force(span.to_on)
    if appraisals.publication(hall.db, span.name):
        raise Conflict("appraise.week_is_published", week=span.name)


def _fault(
    hall: Hall, span: WeekSpan, here: Mapping[str, Person], row: "Scored"
) -> RowError | None:
    """What is wrong with one row beyond its form."""
    if row.week != span.name:
        values: dict[str, object] = {"found": row.week, "week": span.name}
        return RowError("appraise.other_week", row.sheet, row.row, value=row.week, values=values)
    if row.staff_no not in here:
        values = {"staff_no": row.staff_no, "week": span.name}
        return RowError("appraise.not_appraised", row.sheet, row.row, values=values)
    may = scorers(hall, span, here[row.staff_no])
    try:
        law = hall.law.on(span.to_on)
        appraising.may_score(row.staff_no, row.by_no, may, row.score or 0, law)
    except HallError as error:
        return RowError(error.code, row.sheet, row.row, values=error.values)
    return None
