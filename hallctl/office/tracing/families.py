"""The facts that figures are counted from, by family: gathered as the reports gather them, and told."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from hallctl.figures import attendance, complaints, ratings, service, tallies
from hallctl.figures.complaints import ComplaintSeen, complaints_seen
from hallctl.figures.formulas import Formula, Span
from hallctl.figures.ratings import RatingSeen, ratings_seen
from hallctl.figures.service import CaseSeen, cases_seen
from hallctl.figures.stability import FORMULAS as STABILITY
from hallctl.figures.stability import Served, serving
from hallctl.figures.tallies import TallyFact
from hallctl.model import Judged
from hallctl.office.attendance import judge_days
from hallctl.office.cases.rating_sheet import rating_facts
from hallctl.office.complaints import looking as complaints_of
from hallctl.office.hall import Hall
from hallctl.office.reporting.figures import case_facts
from hallctl.office.roster.staffing import all_posts
from hallctl.office.signing import bounds
from hallctl.office.tracing.records import Fact
from hallctl.store import cases, counter, people, places


class Family(NamedTuple):
    """One kind of facts: how they are gathered, what is told of each, which settings judge them."""

    name: str
    formulas: Mapping[str, Formula[Any]]
    gather: Callable[[Hall, Span], Sequence[Any]]
    tell: Callable[[Any], tuple[str, Mapping[str, object]]]
    """The reference of a fact, and what people want to know of it."""
    settings: tuple[str, ...]


def _shift(one: Judged) -> tuple[str, Mapping[str, object]]:
    shift = one.shift
    ref = f"shift:{shift.shift_no}"
    if shift.given_to or shift.taken_from or shift.given:  # more than one person is judged
        ref += f":{shift.staff_no}"
    return ref, {
        "shift_no": shift.shift_no, "staff_no": shift.staff_no, "on": shift.on,
        "shift": bounds(shift), "window_no": shift.window_no, "status": one.status.value,
        "marks": one.marks, "leave_kind": one.leave_kind, "minutes_served": one.minutes_served,
    }  # fmt: skip


def _case(one: CaseSeen) -> tuple[str, Mapping[str, object]]:
    fact = one.fact
    return f"case:{fact.case_no}", {
        "case_no": fact.case_no, "tier": fact.tier, "accepted_on": fact.accepted_at.date(),
        "due_on": fact.due_on, "closed_on": one.closed_on,
        "result": "withdrawn" if fact.withdrawn else fact.result, "lateness": fact.lateness,
        "workdays_used": fact.workdays_used, "promise_days": fact.promise_days,
        "notices": fact.notices or None,
    }  # fmt: skip


def _rating(one: RatingSeen) -> tuple[str, Mapping[str, object]]:
    fact = one.fact
    if fact.answer:
        return "", {"survey": fact.survey, "serial": fact.serial, "rated_on": fact.rated_on}
    return f"rating:{fact.case_no}", {
        "case_no": fact.case_no, "rated_on": fact.rated_on, "fix_due_on": fact.fix_due_on,
        "fixed_on": fact.fixed_on,
    }  # fmt: skip


def _complaint(one: ComplaintSeen) -> tuple[str, Mapping[str, object]]:
    fact = one.fact
    return f"complaint:{fact.complaint_no}", {
        "complaint_no": fact.complaint_no, "received_on": fact.received_on, "reply_due_on": fact.due_on,
        "found_on": fact.found_on, "finding": fact.finding, "replied_on": fact.replied_on,
        "lateness": fact.lateness,
    }  # fmt: skip


def _tally(one: TallyFact) -> tuple[str, Mapping[str, object]]:
    told = {"on": one.on, "window_no": one.window_no, "tally_kind": one.kind, "total": one.total}
    return "", told


def _person(one: Served) -> tuple[str, Mapping[str, object]]:
    days = dict(one.days_at)
    told = {"staff_no": one.staff_no, "days_at": days, "of_days": one.of_days}
    return one.staff_no, told


FAMILIES = (
    Family(
        "shift", attendance.FORMULAS,
        lambda hall, span: judge_days(hall, span.from_on, span.to_on), _shift,
        ("attendance.grace_minutes", "attendance.tap_seconds", "attendance.settle_minutes",
         "attendance.bind_before_minutes", "attendance.sign_out", "attendance.missing_in",
         "attendance.rate"),
    ),
    Family(
        "case", service.FORMULAS,
        lambda hall, span: cases_seen(case_facts(hall, span.from_on, span.to_on), span), _case,
        ("limits.promised", "limits.college", "limits.superior", "limits.measure", "clock.start",
         "clock.cutoff", "clock.due_moment", "clock.makeup_days", "clock.vacation"),
    ),
    Family(
        "rating", ratings.FORMULAS,
        lambda hall, span: ratings_seen(rating_facts(hall, span.from_on, span.to_on), span),
        _rating, ("rating.satisfied_from", "rating.fix_days"),
    ),
    Family(
        "complaint", complaints.FORMULAS,
        lambda hall, span: complaints_seen(
            complaints_of.facts(hall, span.from_on, span.to_on), span
        ),
        _complaint, ("complaint.accept_days", "complaint.reply_days"),
    ),
    Family(
        "tally", tallies.FORMULAS,
        lambda hall, span: [
            TallyFact(*row) for row in counter.tallies(hall.db, span.from_on, span.to_on)
        ],
        _tally, ("tally.kinds",),
    ),
    Family(
        "person", STABILITY,
        lambda hall, span: serving(all_posts(hall), span.from_on, min(span.to_on, hall.today)),
        _person, (),
    ),
)  # fmt: skip


def family_of(code: str) -> Family:
    """The family of a figure."""
    return next(one for one in FAMILIES if code in one.formulas)


def never_accepted(hall: Hall, span: Span) -> list[Fact]:
    """Cases of a period that no figure of accepted cases counts, each with its reason."""
    found = []
    for case in cases.touching(hall.db, span.from_on, span.to_on):
        accepted_at = case.now.accepted_at
        if accepted_at and accepted_at.date() <= span.to_on:
            continue
        because = "accepted_after" if accepted_at else "not_accepted"
        if case.file.out_of_scope:
            because = "out_of_scope"
        told = {
            "case_no": case.file.case_no, "received_on": case.file.received_at.date(),
            "accepted_on": accepted_at and accepted_at.date(), "state": case.now.state,
        }  # fmt: skip
        found.append(Fact(f"case:{case.file.case_no}", "out", because, told))
    return found


def with_names(hall: Hall, facts: Sequence[Fact], span: Span) -> list[Fact]:
    """The facts with the names of people and windows beside their numbers."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, span.to_on)}
    windows = places.window_names(hall.db, span.to_on)
    return [one._replace(told=_named(one.told, names, windows)) for one in facts]


def _named(
    told: Mapping[str, object], names: Mapping[str, str], windows: Mapping[str, str]
) -> dict[str, object]:
    found = dict(told)
    if "staff_no" in found:
        found["name"] = names.get(str(found["staff_no"]), "")
    if "window_no" in found:
        found["window"] = windows.get(str(found["window_no"]), "")
    return found
