"""The rules that did not apply to what is explained, and what kept each from applying (Art. 37)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hallctl import policy
from hallctl.appraised import StarLine, WeekLine
from hallctl.model import Ground, Judged, Role, Status
from hallctl.office.appraisal.conduct import ARTICLES as CONDUCT
from hallctl.office.credit.ledger import Account, Entry
from hallctl.office.hall import Hall
from hallctl.policy import LawOfDay
from hallctl.store import credit
from hallctl.store.cases import Case, Event


def of_case(hall: Hall, case: Case, events: Sequence[Event]) -> list[Ground]:
    """What would have given a case another date, or another consequence."""
    if case.file.out_of_scope:
        return [Ground("27", "why.not_promised")]
    day = case.now.accepted_at.date() if case.now.accepted_at else case.file.received_at.date()
    law = hall.law.on(day)
    found = [*_of_limits(case, law), *_of_clock(case, events, law)]
    if not case.file.joint:
        found.append(Ground("8", "why.not_joint", {"threshold": law["joint.threshold"]}))
    if not any(event.kind == "noticed" for event in events):
        found.append(Ground("25", "why.not_noticed"))
    found.append(Ground("28", "why.not_out_of_scope"))
    if case.now.lateness in {"early", "on_time"}:
        found.append(Ground("32", "why.not_overdue"))
    return found


def _of_limits(case: Case, law: LawOfDay) -> Iterator[Ground]:
    for tier in ("promised", "college", "superior"):
        if tier != case.now.tier:
            yield Ground("27", "why.not_tier", {"tier": tier, "cap": law[f"limits.{tier}"]})
    if case.now.tier != "instant":
        yield Ground("27", "why.not_instant")


def _of_clock(case: Case, events: Sequence[Event], law: LawOfDay) -> Iterator[Ground]:
    now, kinds = case.now, {event.kind for event in events}
    if now.accepted_at is None:
        yield Ground("27", "why.not_started")
        return
    if now.dated_on == now.accepted_at.date():
        yield Ground("27", "why.not_after_cutoff", {"cutoff": law["clock.cutoff"]})
    if "paused" not in kinds:
        yield Ground("27", "why.not_paused", {"reason": law["pause.reasons"]})
    if "extended" not in kinds:
        because = "why.not_extended" if now.tier == "superior" else "why.not_extendable"
        yield Ground("27", because, {"max_days": law["extension.max_days"]})
    if "reclassified" not in kinds:
        yield Ground("27", "why.not_reclassified")
    if now.due_status == "firm":
        yield Ground("27", "why.not_provisional")


def of_shift(
    judged: Judged, steps: Sequence[Ground], settings: Mapping[str, object]
) -> list[Ground]:
    """What else a shift could have been called, and the decisions there are none of."""
    names = {judged.status.value, *judged.marks}
    told = {step.because for step in steps}
    found = [Ground("22", "why.no_special_hours")] if "why.special_hours" not in told else []
    if told.isdisjoint({"why.swapped", "why.substitute"}):
        found.append(Ground("14", "why.not_swapped"))
    if judged.status in {Status.GIVEN_AWAY, Status.DUE}:
        return [*found, Ground("23", "why.not_judged")]
    grace = {"minutes": settings["attendance.grace_minutes"]}
    if judged.signed_in_at and "late" not in names:
        found.append(Ground("14", "why.not_late", grace))
    if judged.signed_out_at and "early" not in names:
        found.append(Ground("14", "why.not_early"))
    if "left_post" not in names:
        found.append(Ground("14", "why.not_left_post"))
    if judged.status not in {Status.ABSENT, Status.LEAVE}:
        found.append(Ground("23", "why.not_absent"))
    nothing = {
        "why.on_leave": "14",
        "why.corrected": "23",
        "why.excused": "23",
        "why.month_closed": "23",
    }
    for because, article in nothing.items():
        if because not in told and f"{because}_beyond" not in told:
            found.append(Ground(article, because.replace("why.", "why.not_")))
    return found


def of_credit(entry: Entry, law: LawOfDay) -> list[Ground]:
    """The other steps, kinds and consequences that an entry could have had."""
    steps: Sequence[int] = law["credit.steps"]
    kinds: Sequence[str] = law["credit.kinds"]
    found = []
    if entry.ordinal is None:
        found.append(Ground("32", "why.not_points", {"state": entry.state}))
    else:
        mine = min(entry.ordinal, len(steps))
        found += [Ground("32", "why.not_step", {"ordinal": n, "points": points})
                  for n, points in enumerate(steps, 1) if n != mine]  # fmt: skip
    if others := [kind for kind in kinds if kind != entry.kind]:
        found.append(Ground("32", "why.not_kinds", {"kind": others}))
    if entry.case_no is None:
        found.append(Ground("27", "why.not_from_case"))
    if entry.complaint_no is None:
        found.append(Ground("33", "why.not_from_complaint"))
    if entry.handed_to is None:
        found.append(Ground("32", "why.not_handed_over"))
    if entry.appeal is None and entry.state == "confirmed":
        found.append(Ground("32", "why.not_appealed"))
    if entry.balance is not None and entry.ordinal is not None:
        found += _consequences(entry.balance, entry.ordinal, law)
    return found


def _consequences(balance: int, violations: int, law: LawOfDay) -> Iterator[Ground]:
    if balance >= law["credit.dismiss_below"]:
        values = {"balance": balance, "below": law["credit.dismiss_below"]}
        yield Ground("32", "why.not_dismissal", values)
    if violations < law["credit.annual_from"]:
        yield Ground("32", "why.not_annual", {"times": law["credit.annual_from"]})


def of_person(hall: Hall, account: Account, day: date) -> list[Ground]:
    """The entries that do not count towards a balance, and what does not follow from it."""
    first, last = policy.credit_window(day, hall.law)
    law = hall.law.on(first)
    rows = credit.of_person(hall.db, account.staff_no)
    outside = sum(not first <= row.on <= last for row in rows)
    found = [
        Ground("32", "why.not_in_window", {"number": outside, "from_on": first, "to_on": last})
    ]
    uncounted = [one for one in account.entries if one.state != "confirmed"]
    if uncounted:
        found.append(
            Ground("32", "why.not_counted", {"entries": [one.entry_no for one in uncounted]})
        )
    violations = len(account.entries) - len(uncounted)
    if account.standing != "dismissed":
        found += _consequences(account.balance, violations, law)
    person = hall.person(account.staff_no)
    if person.role != Role.STUDENT and law["credit.applies_to"] == "students":
        found.append(Ground("32", "why.not_students"))
    return found


def of_rating(*, bad: bool) -> list[Ground]:
    """What does not follow from a rating."""
    found = [Ground("32", "why.not_violation_of_rating")]
    return found if bad else [Ground("33", "why.not_rectified"), *found]


def of_week(line: WeekLine, seen: set[str]) -> list[Ground]:
    """What could have raised or lowered a week's score, and did not happen."""
    found = [Ground(article, "why.not_seen", {"kind": kind})
             for kind, article in CONDUCT.items() if kind not in seen]  # fmt: skip
    nothing = {"late": "14", "early": "14", "absent": "23", "missing_logs": "19", "cases_late": "27",
               "violations": "32"}  # fmt: skip
    found += [Ground(article, f"why.no_{name}") for name, article in nothing.items()
              if not getattr(line, name)]  # fmt: skip
    if line.leader_score is None:
        found.append(Ground("29", "why.not_given"))
    return found


EXCLUSIONS = ("violation", "undecided", "no_shifts", "no_score", "few_weeks")


def of_star(line: StarLine, law: LawOfDay, *, named: bool) -> list[Ground]:
    """What did not keep somebody from a place, and what was not needed to settle it."""
    found = []
    if others := [name for name in EXCLUSIONS if name not in line.excluded]:
        found.append(Ground("29", "why.not_excluded", {"excluded": others}))
    names: list[str] = ["score", *law["stars.tie_breaks"]]
    if not line.excluded and line.settled_by in {*names, None}:
        unused = names[names.index(line.settled_by) + 1 if line.settled_by else 0 :]
        if unused:
            found.append(Ground("29", "why.not_needed", {"settled_by": unused}))
    if not named:
        found.append(Ground("29", "why.not_named"))
    return found
