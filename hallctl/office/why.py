"""The reckoning behind a case's date, a shift's name, a balance or a figure, with its article."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hallctl import policy
from hallctl.errors import NotFound, Usage
from hallctl.model import CountedDay, Ground, Status
from hallctl.office import why_not, why_shift
from hallctl.office.attendance import judge_shift
from hallctl.office.cases import sheet as cases_sheet
from hallctl.office.cases.clock import clock, pauses_of
from hallctl.office.cases.rating_sheet import limits_of
from hallctl.office.credit import ledger as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.signing import bounds, rules_on
from hallctl.store import cases, ratings
from hallctl.store.cases import Case, Event

if TYPE_CHECKING:
    from hallctl.office.appraisal.why import Reason


class Reckoning(NamedTuple):
    """What was asked about, its value, and how it came about."""

    ref: str
    value: object
    article: str
    because: str
    """A message code; ``values`` fill it."""
    values: Mapping[str, object]
    settings: Mapping[str, object]
    days: Sequence[CountedDay] = ()
    steps: Sequence[Ground] = ()
    """Further rulings that led here, oldest first."""
    clock: Mapping[str, int] | None = None
    """The three numbers of a case: calendar days, counted working days, paused ones."""
    aside: Sequence[Ground] = ()
    """The rules that did not apply, and what kept each from it."""


def why(hall: Hall, ref: str) -> Reckoning:
    """``case:17``, ``rating:17``, ``shift:3``, ``credit:V2026-0001`` …, or a person; raises NotFound or Usage."""
    kind, colon, rest = ref.partition(":")
    if not colon:
        return _person(hall, ref)
    if kind not in _KINDS:
        raise Usage("why.unknown_kind", ref=ref, known=KNOWN)
    return _KINDS[kind](hall, rest)


KNOWN = (
    "case:NO",
    "shift:NO",
    "credit:NO",
    "complaint:NO",
    "rating:NO",
    "week:WEEK:NO",
    "star:TERM:NO",
    "figure:CODE",
)


def _week(hall: Hall, said: str) -> Reckoning:
    from hallctl.office.appraisal import why as appraisal

    first, _colon, no = said.partition(":")
    return _appraised(f"week:{said}", appraisal.week_of(hall, first, no))


def _star(hall: Hall, said: str) -> Reckoning:
    from hallctl.office.appraisal import why as appraisal

    first, _colon, no = said.partition(":")
    return _appraised(f"star:{said}", appraisal.star_of(hall, first, no))


def _appraised(ref: str, found: "Reason") -> Reckoning:
    ground = found.ground
    return Reckoning(ref, found.value, ground.article, ground.because, ground.values, ground.settings,
                     steps=found.steps, aside=found.aside)  # fmt: skip


def _complaint(hall: Hall, said: str) -> Reckoning:
    from hallctl.office.complaints.why import complaint_of

    found = complaint_of(hall, said)
    ground = found.ground
    return Reckoning(
        f"complaint:{found.complaint_no}", found.value, ground.article, ground.because,
        ground.values, ground.settings, found.days, found.steps,
    )  # fmt: skip


def _case(hall: Hall, said: str) -> Reckoning:
    case = cases_sheet.find(hall, said)
    ref = f"case:{case.file.case_no}"
    events = cases.events(hall.db, case.file.case_no)
    steps = [event.ground for event in events if event.ground]
    aside = why_not.of_case(hall, case, events)
    if case.now.dated_on is None:
        if not steps and case.file.out_of_scope:
            return _told(ref, case, events)._replace(aside=aside)
        if not steps:
            raise NotFound("why.no_ground")
        newest = steps[-1]
        if case.file.out_of_scope:
            return Reckoning(ref, case.now.due_on or case.now.state, "28", newest.because, newest.values,
                             newest.settings, steps=steps[:-1], aside=aside)  # fmt: skip
        return Reckoning(ref, case.now.state, "25", "why.waits_for_papers", {"case_no": case.file.case_no},
                         newest.settings, steps=steps, aside=aside)  # fmt: skip
    ground = _due_ground(events)
    shown = clock(hall, case, events)
    return Reckoning(
        ref, case.now.due_on, ground.article, ground.because, ground.values, ground.settings,
        _days(hall, case, events), [*(one for one in steps if one != ground), *_moves(events)],
        shown._asdict() if shown else None, aside,
    )  # fmt: skip


def _told(ref: str, case: Case, events: Sequence[Event]) -> Reckoning:
    """A matter out of scope whose applicant was told where to go, or is still to be told."""
    last = events[-1]
    values = {"matter": case.file.matter or "", "at": last.at, "department": last.told.party or "—",
              "note": last.note or "—"}  # fmt: skip
    because = "why.told_where" if case.now.state == "told" else "why.to_be_told"
    return Reckoning(ref, case.now.state, "28", because, values, {})


MOVES = ("paused", "resumed", "extended", "reclassified", "redated")
"""Steps that moved a due date, or will."""


def _moves(events: Sequence[Event]) -> list[Ground]:
    """Every step that moved the due date, as it was recorded."""
    return [
        Ground("27", f"why.step_{event.kind}", {
            **event.told._asdict(), "at": event.at, "note": event.note or "", "kind": event.kind,
            "due_on": event.after.due_on, "tier": event.after.tier,
        })
        for event in events
        if event.kind in MOVES
    ]  # fmt: skip


def _due_ground(events: Sequence[Event]) -> Ground:
    found = [
        event.ground
        for event in events
        if event.ground and event.ground.because.startswith("why.due_")
    ]
    if not found:
        raise NotFound("why.no_ground")
    return found[-1]


def _days(hall: Hall, case: Case, events: Sequence[Event]) -> Sequence[CountedDay]:
    """The days as they are counted now up to the promised due date, paused ones marked."""
    now = case.now
    if now.accepted_at is None or now.dated_on is None or now.due_on is None:
        return ()
    until = now.closed_at.date() if now.closed_at else hall.today
    pauses = pauses_of(events, until)
    return calendar_on(hall, now.accepted_at.date()).days_after(now.dated_on, now.due_on, pauses)


def _shift(hall: Hall, said: str) -> Reckoning:
    """``NO`` as its holder's, or ``NO:STAFF_NO`` as the one's who gave it away or took part of it."""
    shift_no, _colon, staff_no = said.partition(":")
    judged = judge_shift(hall, shift_no, staff_no or None)
    if judged is None:
        raise NotFound("why.unknown_shift", shift_no=shift_no)
    rules = rules_on(hall, max(judged.shift.on, hall.facts.effective_from))
    names = ("grace_minutes", "tap_seconds", "settle_minutes", "bind_before_minutes")
    settings = {f"attendance.{name}": getattr(rules, name) for name in names}
    values = {
        "staff_no": judged.shift.staff_no,
        "on": judged.shift.on,
        "shift": bounds(judged.shift),
        "signed_in_at": judged.signed_in_at or "—",
        "signed_out_at": judged.signed_out_at or "—",
        "minutes_late": judged.minutes_late,
        "minutes_early": judged.minutes_early,
        "settled_at": judged.shift.ends_at + timedelta(minutes=rules.settle_minutes),
        "taken_from": judged.shift.taken_from or "",
    }
    because = f"why.shift_{judged.status.value}"
    if judged.status == Status.ABSENT and "missing_in" in judged.marks:
        because = "why.shift_unproven"
    steps = why_shift.steps(hall, judged)
    return Reckoning(
        f"shift:{said}", judged.status.value, "23", because, values, settings, steps=steps,
        aside=why_not.of_shift(judged, steps, settings),
    )  # fmt: skip


def _credit(hall: Hall, said: str) -> Reckoning:
    entry = credit.find(hall, said)
    law = hall.law.on(entry.on)
    settings = law.read("credit.steps", "credit.kinds", "credit.applies_to", "credit.window",
                        "credit.appeal_days")  # fmt: skip
    because, told = f"why.credit_{entry.state}", entry._asdict()
    first, last = policy.credit_window(entry.on, hall.law)
    steps = [Ground("32", "why.credit_within", {"from_on": first, "to_on": last})]
    steps += [Ground(article, f"why.credit_{name}", told)
              for name, (key, article) in CREDIT_FACTS.items() if told[key] is not None]  # fmt: skip
    return Reckoning(f"credit:{entry.entry_no}", entry.points or 0, "32", because, told, settings,
                     steps=steps, aside=why_not.of_credit(entry, law))  # fmt: skip


CREDIT_FACTS = {
    "case": ("case_no", "27"), "complaint": ("complaint_no", "33"), "evidence": ("evidence", "32"),
    "statement": ("statement", "32"), "appeal_by": ("appeal_by", "32"), "appeal": ("appeal", "32"),
    "handed": ("handed_to", "32"),
}  # fmt: skip
"""What an entry may rest on, and what may follow it: the field that says so, and its article."""


def _rating(hall: Hall, said: str) -> Reckoning:
    """By when a bad rating is put right, or why there is nothing to put right."""
    case_no = cases_sheet.case_no_of(hall, said)
    found = ratings.rating(hall.db, case_no)
    if found is None:
        raise NotFound("rating.none", case_no=case_no)
    ground, limits = found.row.ground, limits_of(hall, found.row)
    days: Sequence[CountedDay] = ()
    values = ground.values
    if limits is not None:
        day = found.row.at.date()
        days = calendar_on(hall, day).days_after(day, limits.fix_due_on)
        values = {**values, "due_on": limits.fix_due_on}
    value = limits.fix_due_on if limits else found.row.level
    return Reckoning(
        f"rating:{case_no}",
        value,
        ground.article,
        ground.because,
        values,
        ground.settings,
        days,
        aside=why_not.of_rating(bad=limits is not None),
    )


def _person(hall: Hall, said: str) -> Reckoning:
    day: date = hall.today
    account = credit.show(hall, said, day)
    first, _last = policy.credit_window(day, hall.law)
    ruling = policy.standing(account.balance, day, hall.law)
    steps = [
        Ground("32", f"why.credit_{entry.state}", entry._asdict()) for entry in account.entries
    ]
    if account.kept_because:
        steps.append(Ground("32", "why.kept_on", account._asdict()))
    values = {**account._asdict(), "since": first}
    settings = {
        **ruling.ground.settings,
        **hall.law.on(first).read("credit.steps", "credit.window"),
    }
    return Reckoning(
        account.staff_no,
        account.balance,
        "32",
        "why.balance",
        values,
        settings,
        steps=steps,
        aside=why_not.of_person(hall, account, day),
    )


_KINDS: Mapping[str, Callable[[Hall, str], Reckoning]] = {
    "case": _case, "shift": _shift, "credit": _credit, "complaint": _complaint, "rating": _rating,
    "week": _week, "star": _star,
}  # fmt: skip
