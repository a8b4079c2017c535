"""The reckoning behind a case's date, a shift's name, a balance or a figure, with its article."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import NotFound, Usage
from hallctl.model import CountedDay, Ground
from hallctl.office import credit
from hallctl.office.attendance import judge_shift
from hallctl.office.cases.rating_sheet import limits_of
from hallctl.office.cases.sheet import case_no_of
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.signing import bounds, rules_on
from hallctl.store import cases, ratings
from hallctl.store.cases import Case, Event


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


def why(hall: Hall, ref: str) -> Reckoning:
    """``case:17``, ``rating:17``, ``shift:3``, ``credit:V2026-0001``, or a person; raises NotFound or Usage."""
    kind, colon, rest = ref.partition(":")
    if not colon:
        return _person(hall, ref)
    if kind == "case":
        return _case(hall, rest)
    if kind == "shift":
        return _shift(hall, rest)
    if kind == "credit":
        return _credit(hall, rest)
    if kind == "rating":
        return _rating(hall, rest)
    known = ["case:NO", "shift:NO", "credit:NO", "rating:NO"]
    raise Usage("why.unknown_kind", ref=ref, known=known)


def _case(hall: Hall, said: str) -> Reckoning:
    case_no = case_no_of(hall, said)
    case = cases.case(hall.db, case_no)
    if case is None:
        raise NotFound("case.unknown", case_no=case_no)
    events = cases.events(hall.db, case_no)
    grounds = [event.ground for event in events if event.ground]
    if case.now.dated_on is None:
        newest = grounds[-1]
        return Reckoning(f"case:{case_no}", case.now.state, "25", "why.waits_for_papers",
                         {"case_no": case_no}, newest.settings, steps=grounds)  # fmt: skip
    ground = _due_ground(events)
    days = _days(hall, case)
    return Reckoning(
        f"case:{case_no}", case.now.due_on, ground.article, ground.because, ground.values,
        ground.settings, days, [one for one in grounds if one != ground],
    )  # fmt: skip


def _due_ground(events: Sequence[Event]) -> Ground:
    found = [
        event.ground
        for event in events
        if event.ground and event.ground.because.startswith("why.due_")
    ]
    if not found:
        raise NotFound("why.no_ground")
    return found[-1]


def _days(hall: Hall, case: Case) -> Sequence[CountedDay]:
    """The days as they are counted now up to the promised due date."""
    dated, due_on = case.now.dated_on, case.now.due_on
    if dated is None or due_on is None:
        return ()
    return calendar_on(hall, dated).days_after(dated, due_on)


def _shift(hall: Hall, shift_no: str) -> Reckoning:
    judged = judge_shift(hall, shift_no)
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
    return Reckoning(f"shift:{shift_no}", judged.status.value, "23", because, values, settings)


def _credit(hall: Hall, said: str) -> Reckoning:
    entry = credit.find(hall, said)
    law = hall.law.on(entry.on)
    settings = law.read("credit.steps", "credit.kinds", "credit.applies_to")
    because = f"why.credit_{entry.state}"
    return Reckoning(
        f"credit:{entry.entry_no}", entry.points or 0, "32", because, entry._asdict(), settings
    )


def _rating(hall: Hall, said: str) -> Reckoning:
    """By when a bad rating is put right, or why there is nothing to put right."""
    case_no = case_no_of(hall, said)
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
        f"rating:{case_no}", value, ground.article, ground.because, values, ground.settings, days
    )


def _person(hall: Hall, said: str) -> Reckoning:
    day: date = hall.today
    account = credit.show(hall, said, day)
    first, _last = policy.credit_window(day, hall.law)
    ruling = policy.standing(account.balance, day, hall.law)
    steps = [
        Ground("32", f"why.credit_{entry.state}", entry._asdict()) for entry in account.entries
    ]
    values = {**account._asdict(), "since": first}
    settings = {
        **ruling.ground.settings,
        **hall.law.on(first).read("credit.steps", "credit.window"),
    }
    return Reckoning(
        account.staff_no, account.balance, "32", "why.balance", values, settings, steps=steps
    )
