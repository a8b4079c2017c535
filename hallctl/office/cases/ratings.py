"""Ratings (Art. 33): five levels by the applicant, never taken down by the window that is rated."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl import service
from hallctl.errors import Conflict, Usage
from hallctl.office.cases.rating_sheet import RatingSheet, counted_limits, rating_sheet
from hallctl.office.cases.sheet import find, sheet
from hallctl.office.cases.transferring import windows_of
from hallctl.office.days import calendar_on
from hallctl.office.hall import SETUP, Hall, act
from hallctl.store import case_care, people, ratings
from hallctl.store.cases import Case
from hallctl.store.ratings import Rating, RatingRow
from hallctl.store.writing import Writing

LEVELS = (5, 4, 3, 2, 1)
CHANNELS = ("window", "phone", "link")
ANONYMOUS = "anonymous"


class Told(NamedTuple):
    """How a case was rated; None where nothing was said. The level is never left out."""

    level: int
    by: str | None = None
    """The applicant's number, or ``anonymous``."""
    channel: str | None = None
    comment: str | None = None
    recorder: str | None = None
    """Who took the rating down, when that is not whoever acts."""
    ref: str | None = None
    at: datetime | None = None


@act("case rate")
def rate_case(hall: Hall, work: Writing, said: str, told: Told) -> RatingSheet:
    """Record how the applicant rated a closed case; a bad rating opens a rectification with two limits.

    The same again, or the same ``ref``, is fine. Raises Refused for the window's own staff (Art. 33),
    Conflict for an open case or a second rating, Usage for a level or channel that is none.
    """
    at = told.at or hall.now
    hall.require_in_force(at.date())
    if told.level not in LEVELS:
        raise Usage("rating.unknown_level", value=told.level, known=list(LEVELS))
    if told.channel is not None and told.channel not in CHANNELS:
        raise Usage("rating.unknown_channel", value=told.channel, known=list(CHANNELS))
    case = find(hall, said)
    rated_by = _rater(hall, case, told.by)
    recorder_no = _recorder(hall, told, at)
    _require_others(hall, case, at, [hall.actor_no, recorder_no, rated_by])
    if before := _before(hall, case, told, rated_by):
        return rating_sheet(hall, before, already=True)
    _require_time(hall, case, at)
    ruling = service.rectification(
        told.level, at.date(), calendar_on(hall, at.date()), hall.law.on(at.date())
    )
    row = RatingRow(
        case.file.case_no, told.level, rated_by, told.channel, (told.comment or "").strip() or None,
        recorder_no, at, told.ref, counted_limits(ruling.value), ruling.ground,
    )  # fmt: skip
    ratings.add_rating(work, row)
    work.tell({"case": row.case_no, "level": row.level}, recorder=recorder_no, at=at)
    return rating_sheet(hall, Rating(0, work.entry_no, row, None, None))


def _rater(hall: Hall, case: Case, said: str | None) -> str | None:
    """The applicant's number when it was said; None for an anonymous rating."""
    if said is None or said == ANONYMOUS:
        return None
    applicant_no = sheet(hall, case).applicant_no
    if said != applicant_no:
        raise Usage("rating.not_the_applicant", case_no=case.file.case_no, said=said)
    return applicant_no


def _recorder(hall: Hall, told: Told, at: datetime) -> str | None:
    if told.recorder:
        return hall.person(told.recorder, at.date()).staff_no
    return None if hall.actor_no == SETUP else hall.actor_no


def _require_others(hall: Hall, case: Case, at: datetime, numbers: Sequence[str | None]) -> None:
    """Refuse when anybody who speaks for the rating belongs to the window or handled the case."""
    recorders = []
    for no in numbers:
        if no and no != SETUP:
            person = people.person(hall.db, no, at.date())
            serving = person and person.serves_on(at.date())
            recorders.append((no, person.window_no if person and serving else None))
    windows = windows_of(hall, case)
    service.may_record_rating(recorders, case_care.handlers(hall.db, case.file.case_no), windows)


def _before(hall: Hall, case: Case, told: Told, rated_by: str | None) -> Rating | None:
    """The same rating recorded before; None when there is none. Raises Conflict for another one."""
    case_no = case.file.case_no
    if told.ref and (found := ratings.by_ref(hall.db, told.ref)):
        if (found.row.case_no, found.row.level) == (case_no, told.level):
            return found
        raise Conflict("rating.ref_taken", ref=told.ref, case_no=found.row.case_no)
    found = ratings.rating(hall.db, case_no)
    if found is None:
        return None
    row = found.row
    comment = (told.comment or "").strip() or None
    same = (row.level, row.rated_by, row.channel, row.comment) == (
        told.level, rated_by, told.channel, comment)  # fmt: skip
    if same and told.ref in {None, row.ref}:
        return found
    raise Conflict("rating.rated_before", case_no=case_no, level=row.level, entry_no=found.entry_no)


def _require_time(hall: Hall, case: Case, at: datetime) -> None:
    closed_at = case.now.closed_at
    if closed_at is None:
        raise Conflict("rating.case_open", case_no=case.file.case_no, state=case.now.state)
    if at > hall.now:
        raise Usage("case.future", at=at)
    if at < closed_at:
        raise Usage("rating.too_early", case_no=case.file.case_no, at=at, closed=closed_at)
