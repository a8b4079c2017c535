"""What is done about a bad rating (Art. 33): the applicant is called back, the matter is put right."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.office.cases.rating_sheet import RatingSheet, limits_of, rating_sheet
from hallctl.office.cases.sheet import find
from hallctl.office.hall import Hall, act
from hallctl.store import ratings
from hallctl.store.ratings import Rating
from hallctl.store.writing import Writing


@act("case fix")
def fix_rating(
    hall: Hall, work: Writing, said: str, steps: Sequence[str], note: str, at: datetime | None
) -> RatingSheet:
    """Record that the applicant of a bad rating was called back, that the matter was put right, or both.

    Steps recorded before are fine. Raises NotFound when the case is not rated, Conflict when its rating
    satisfies, Refused when the matter is put right before anybody called back (Art. 33).
    """
    at = at or hall.now
    hall.require_in_force(at.date())
    case_no = find(hall, said).file.case_no
    rating = ratings.rating(hall.db, case_no)
    if rating is None:
        raise NotFound("rating.none", case_no=case_no)
    if rating.row.limits is None:
        raise Conflict("rating.nothing_to_fix", case_no=case_no, level=rating.row.level)
    done = {"contacted": rating.contacted, "fixed": rating.fixed}
    wanted = [step for step in done if step in steps and done[step] is None]
    if not steps:
        raise Usage("rating.say_which_step", case_no=case_no)
    if not wanted:
        return rating_sheet(hall, rating, already=True)
    if not note.strip():
        raise Usage("rating.needs_note", case_no=case_no)
    if "contacted" not in wanted and rating.contacted is None:
        raise Refused("rating.call_back_first", article="33", case_no=case_no)
    newest = max([rating.row.at, *(one.at for one in done.values() if one)])
    if at > hall.now:
        raise Usage("case.future", at=at)
    if at < newest:
        raise Usage("case.before_newest", case_no=case_no, at=at, newest=newest)
    for step in wanted:
        ratings.add_fix(work, rating.rating_id, step, at, note.strip())
    work.tell({"case": case_no, "steps": wanted}, at=at)
    return rating_sheet(hall, _standing(hall, case_no))


class OpenLimit(NamedTuple):
    """The next thing to do about a bad rating: a call_back, then the rectification."""

    case_no: str
    what: str
    due_on: date
    status: str
    earliest: date
    latest: date


def open_limits(hall: Hall) -> list[OpenLimit]:
    """What is still to do about bad ratings."""
    found = []
    for one in ratings.unfixed(hall.db):
        limits = limits_of(hall, one.row)
        if limits is None:
            continue
        if one.contacted is None:
            due = limits.contact_due_on
            bounds = (limits.fix_due_status, due, limits.contact_due_latest)
            found.append(OpenLimit(one.row.case_no, "call_back", due, *bounds))
        else:
            bounds = (limits.fix_due_status, limits.fix_due_earliest, limits.fix_due_latest)
            found.append(OpenLimit(one.row.case_no, "rectification", limits.fix_due_on, *bounds))
    return found


def _standing(hall: Hall, case_no: str) -> Rating:
    found = ratings.rating(hall.db, case_no)
    if found is None:
        raise NotFound("rating.none", case_no=case_no)
    return found
