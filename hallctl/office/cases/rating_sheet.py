"""A rating as it is shown, with the limits of a bad one as they stand (Art. 33)."""

from datetime import date, datetime
from typing import NamedTuple

from hallctl.figures import RatingFact
from hallctl.model import DueStatus
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.service import Rectification
from hallctl.store import ratings
from hallctl.store.cases import Case
from hallctl.store.ratings import Limits, Rating, RatingRow


class RatingSheet(NamedTuple):
    """One rating as scripts and people see it; the limits are there for a bad one."""

    case_no: str
    level: int
    satisfied: bool
    rated_by: str | None
    channel: str | None
    comment: str | None
    recorder_no: str | None
    rated_at: datetime
    contact_due_on: date | None = None
    contacted_at: datetime | None = None
    contact_note: str | None = None
    fix_due_on: date | None = None
    fix_due_status: str | None = None
    fix_due_earliest: date | None = None
    fix_due_latest: date | None = None
    fixed_at: datetime | None = None
    fix_note: str | None = None
    lateness: str | None = None
    """on_time or late, once it was put right."""
    ref: str | None = None
    already: bool | None = None


def of_case(hall: Hall, case: Case) -> RatingSheet | None:
    """The rating of a case; None while it is not rated."""
    found = ratings.rating(hall.db, case.file.case_no)
    return rating_sheet(hall, found) if found else None


def rating_sheet(hall: Hall, rating: Rating, *, already: bool | None = None) -> RatingSheet:
    """A recorded rating as it is shown."""
    row = rating.row
    found = RatingSheet(
        row.case_no, row.level, row.limits is None, row.rated_by, row.channel, row.comment,
        row.recorder_no, row.at, ref=row.ref, already=already,
    )  # fmt: skip
    limits = limits_of(hall, row)
    if limits is None:
        return found
    contacted, fixed = rating.contacted, rating.fixed
    late = fixed is not None and fixed.at.date() > limits.fix_due_latest
    return found._replace(
        contact_due_on=limits.contact_due_on, contacted_at=contacted and contacted.at,
        contact_note=contacted and contacted.note, fix_due_on=limits.fix_due_on,
        fix_due_status=limits.fix_due_status, fix_due_earliest=limits.fix_due_earliest,
        fix_due_latest=limits.fix_due_latest, fixed_at=fixed and fixed.at,
        fix_note=fixed and fixed.note, lateness=("late" if late else "on_time") if fixed else None,
    )  # fmt: skip


def limits_of(hall: Hall, row: RatingRow) -> Limits | None:
    """The limits of a bad rating as they were counted; provisional ones are counted anew on each look."""
    found = row.limits
    if found is None or found.fix_due_status == DueStatus.FIRM:
        return found
    day = row.at.date()
    calendar = calendar_on(hall, day)
    return counted_limits(
        Rectification(
            found.contact_days, calendar.deadline(day, found.contact_days),
            found.fix_days, calendar.deadline(day, found.fix_days),
        )
    )  # fmt: skip


def rating_facts(hall: Hall, from_on: date, to_on: date) -> list[RatingFact]:
    """The ratings and answers given in a period, and the ratings to be put right in it."""
    from hallctl.office.ratings.looking import survey_facts

    given = ratings.between(hall.db, from_on, to_on)
    due = ratings.due_between(hall.db, from_on, to_on)
    found = {one.rating_id: one for one in (*given, *due)}
    return [*(_fact(hall, one) for one in found.values()), *survey_facts(hall, from_on, to_on)]


def _fact(hall: Hall, one: Rating) -> RatingFact:
    limits = limits_of(hall, one.row)
    fixed_on = one.fixed.at.date() if one.fixed else None
    if limits is None:
        return RatingFact(one.row.at.date(), case_no=one.row.case_no)
    return RatingFact(
        one.row.at.date(), limits.fix_due_on, limits.fix_due_latest, fixed_on, one.row.case_no
    )


def counted_limits(found: Rectification | None) -> Limits | None:
    """The limits as they are kept with a rating; None for one that satisfies."""
    if found is None:
        return None
    contact, fix = found.contact, found.fix
    return Limits(
        found.contact_days, contact.due_on, contact.latest, found.fix_days, fix.due_on,
        fix.status.value, fix.earliest, fix.latest,
    )  # fmt: skip
