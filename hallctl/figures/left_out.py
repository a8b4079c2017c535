"""Why a fact does not count in a figure: the first reason that fits, by the population it is not in.

Every population names the reasons that may keep a fact out; together they leave no gap.
"""

from collections.abc import Callable
from typing import Any

from hallctl.figures import attendance as shifts
from hallctl.figures import complaints, ratings, service, tallies
from hallctl.figures.complaints import ComplaintSeen
from hallctl.figures.ratings import RatingSeen
from hallctl.figures.service import CaseSeen
from hallctl.figures.stability import Served, stayed
from hallctl.model import Judged, Status

Predicate = Callable[[Any], bool]


def reason(fact: object, population: Predicate) -> str:
    """The name of what keeps a fact out of a population."""
    found = (one for one in REASONS[population] if one(fact))
    return next(found, otherwise).__name__


# --- shifts ------------------------------------------------------------------------------------


def not_settled(one: Judged) -> bool:
    """The time for its sign-out is not over."""
    return one.status == Status.DUE


def otherwise(_one: object) -> bool:
    """It is called something else."""
    return True


def own_shift(_one: Judged) -> bool:
    """Its own person served it."""
    return True


# --- cases -------------------------------------------------------------------------------------


def closed_before(one: CaseSeen) -> bool:
    """Closed before the period."""
    return not service.alive(one)


def accepted_before(one: CaseSeen) -> bool:
    """Accepted before the period."""
    return not service.accepted(one)


def closed(one: CaseSeen) -> bool:
    """Closed by the end of the period."""
    return one.closed_on is not None


def closed_in_time(one: CaseSeen) -> bool:
    """Closed not after its due date."""
    return one.fact.lateness in {"early", "on_time"}


def closed_late(one: CaseSeen) -> bool:
    """Closed after its due date."""
    return one.fact.lateness == "late"


def withdrawn_in_time(one: CaseSeen) -> bool:
    """Withdrawn before its due date was over."""
    return one.fact.withdrawn and one.fact.lateness is None


def limit_not_over(one: CaseSeen) -> bool:
    """Open, with a due date that is not over, or may turn out later."""
    return one.closed_on is None


def due_before(one: CaseSeen) -> bool:
    """Due before the period."""
    return one.fact.due_on < one.span.from_on


def due_after(one: CaseSeen) -> bool:
    """Due after the period."""
    return one.fact.due_on > one.span.to_on


def due_not_over(one: CaseSeen) -> bool:
    """Due in the period, on a day that is not over."""
    return one.fact.due_on > one.span.settled_on


def on_the_spot(one: CaseSeen) -> bool:
    """Promised and done on the spot."""
    return one.fact.tier == "instant"


def closed_on_due_date(one: CaseSeen) -> bool:
    """Completed on the very due date."""
    return one.fact.lateness == "on_time"


def closed_another_day(one: CaseSeen) -> bool:
    """Closed on a later day than it was accepted."""
    return one.closed_on is not None


def complete_at_once(one: CaseSeen) -> bool:
    """No papers were missing."""
    return one.fact.notices == 0


def told_again(one: CaseSeen) -> bool:
    """Told more than once."""
    return one.fact.notices > 1


# --- ratings -----------------------------------------------------------------------------------


def rated_earlier(one: RatingSeen) -> bool:
    """Rated before the period."""
    return one.fact.rated_on < one.span.from_on


def nothing_to_fix(one: RatingSeen) -> bool:
    """It satisfies: nothing is to be put right."""
    return one.fact.fix_due_on is None


def fix_due_outside(one: RatingSeen) -> bool:
    """To be put right outside the period."""
    return not one.span.holds(one.fact.fix_due_on)


def fix_not_over(_one: RatingSeen) -> bool:
    """To be put right in the period, on a day that is not over."""
    return True


def not_fixed(one: RatingSeen) -> bool:
    """Not put right by the end of the period."""
    return one.fact.fixed_on is None or one.fact.fixed_on > one.span.to_on


def fixed_late(_one: RatingSeen) -> bool:
    """Put right after its day."""
    return True


# --- complaints --------------------------------------------------------------------------------


def received_earlier(one: ComplaintSeen) -> bool:
    """Received before the period."""
    return not complaints.received(one)


def about_the_officer(one: ComplaintSeen) -> bool:
    """About the officer: others deal with it, here it is a number."""
    return one.fact.due_on is None


def unanswered(one: ComplaintSeen) -> bool:
    """Not answered by the end of the period."""
    return one.fact.replied_on is None or one.fact.replied_on > one.span.to_on


def answered_before(one: ComplaintSeen) -> bool:
    """Answered before the period."""
    return one.fact.replied_on is not None and one.fact.replied_on < one.span.from_on


def answered_late(one: ComplaintSeen) -> bool:
    """Answered after its day."""
    return one.fact.lateness == "late"


def answered_in_time(one: ComplaintSeen) -> bool:
    """Answered not after its day."""
    return complaints.replied(one)


def reply_due_before(one: ComplaintSeen) -> bool:
    """To be answered before the period."""
    return one.fact.due_on is not None and one.fact.due_on < one.span.from_on


def reply_due_after(one: ComplaintSeen) -> bool:
    """To be answered after the period."""
    return one.fact.due_on is not None and one.fact.due_on > one.span.to_on


def reply_not_over(_one: ComplaintSeen) -> bool:
    """To be answered on a day that is not over."""
    return True


def not_found(one: ComplaintSeen) -> bool:
    """No finding by the end of the period."""
    return one.fact.found_on is None or one.fact.found_on > one.span.to_on


def unfounded(one: ComplaintSeen) -> bool:
    """Found to be unsubstantiated."""
    return one.fact.finding == "no"


def found_before(_one: ComplaintSeen) -> bool:
    """The finding lies before the period."""
    return True


# --- people ------------------------------------------------------------------------------------


def moved(_one: Served) -> bool:
    """Not at one and the same window on each day."""
    return True


# --- counts ------------------------------------------------------------------------------------


def none_counted(_one: tallies.TallyFact) -> bool:
    """A total of nothing."""
    return True


_NOT_DUE = (not_settled, shifts.given_away)
_NOT_ACCEPTED = (closed_before, accepted_before)
_NOT_PROMISED = (closed_before, service.still_open, service.refused, service.withdrawn, on_the_spot)
_NOT_DUE_THEN = (due_before, due_after, due_not_over, withdrawn_in_time)
_NO_FIX_DUE = (ratings.answered, nothing_to_fix, fix_due_outside, fix_not_over)
_NO_REPLY_DUE = (about_the_officer, reply_due_before, reply_due_after, reply_not_over)
_SHIFT_COUNTS = (shifts.late, shifts.early, shifts.missing, shifts.absent, shifts.leave,
                 shifts.leave_personal, shifts.leave_sick, shifts.leave_official)  # fmt: skip

REASONS: dict[Predicate, tuple[Predicate, ...]] = {
    shifts.due: _NOT_DUE,
    shifts.attended: (*_NOT_DUE, shifts.absent, shifts.leave),
    shifts.expected: (*_NOT_DUE, shifts.leave),
    **dict.fromkeys(_SHIFT_COUNTS, (*_NOT_DUE, otherwise)),
    shifts.given_away: (not_settled, own_shift),
    shifts.taken_over: (*_NOT_DUE, own_shift),
    service.accepted: _NOT_ACCEPTED,
    service.opening: (closed_before, service.accepted),
    service.completed: (closed_before, service.still_open, service.refused, service.withdrawn),
    service.refused: (closed_before, service.still_open, service.completed, service.withdrawn),
    service.withdrawn: (closed_before, service.still_open, service.completed, service.refused),
    service.still_open: (closed_before, closed),
    service.late: (closed_before, closed_in_time, service.withdrawn, limit_not_over),
    service.falling_due: _NOT_DUE_THEN,
    service.in_time: (*_NOT_DUE_THEN, service.still_open, closed_late),
    service.promised: _NOT_PROMISED,
    service.early: (*_NOT_PROMISED, closed_on_due_date, closed_late),
    service.same_day: (*_NOT_ACCEPTED, closed_another_day, service.still_open),
    service.supplemented: (*_NOT_ACCEPTED, complete_at_once),
    service.told_once: (*_NOT_ACCEPTED, complete_at_once, told_again),
    ratings.given: (rated_earlier,),
    ratings.rated: (rated_earlier, ratings.answered),
    ratings.answered: (rated_earlier, ratings.rated),
    ratings.satisfied: (rated_earlier, ratings.bad, ratings.bad_answer),
    ratings.bad: (rated_earlier, ratings.answered, ratings.satisfied),
    ratings.bad_answer: (rated_earlier, ratings.rated, ratings.satisfied),
    ratings.fix_falling_due: _NO_FIX_DUE,
    ratings.fixed_in_time: (*_NO_FIX_DUE[:3], not_fixed, fixed_late),
    complaints.received: (received_earlier,),
    complaints.replied: (about_the_officer, answered_before, unanswered),
    complaints.substantiated: (about_the_officer, not_found, unfounded, found_before),
    complaints.complaint_late: (about_the_officer, answered_before, answered_in_time,
                                reply_not_over),
    complaints.reply_falling_due: _NO_REPLY_DUE,
    complaints.replied_in_time: (about_the_officer, reply_due_before, reply_due_after,
                                 unanswered, answered_late),
    stayed: (moved,),
    tallies.counted: (none_counted,),
}  # fmt: skip
"""By population, what may keep a fact out of it, in the order in which it is asked."""
