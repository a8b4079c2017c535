"""What came late, each with who held it and why, as far as anybody recorded a reason (Art. 27, 28, 33)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from hallctl.office.cases.lines import Reading
from hallctl.office.cases.rating_sheet import limits_of
from hallctl.office.cases.sheet import subject
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.paperwork import over_on
from hallctl.reports.service import LateAnswer, OverdueLine
from hallctl.store import case_parts, cases, ratings
from hallctl.store.cases import Case, Event
from hallctl.store.ratings import Fix, Rating

EXPLAINS = ("extended", "paused", "decided", "transferred", "reclassified", "completed", "refused",
            "fed_back", "referred", "reported")  # fmt: skip
"""Steps whose note may say why something took long."""


def overdue_lines(hall: Hall, first: date, to_on: date) -> list[OverdueLine]:
    """What the figures count as late: closed late in the month, or open and over at its end."""
    reading = Reading(hall, first, to_on, full=False)
    until = min(to_on, over_on(hall))
    found = []
    for case in cases.touching(hall.db, first, to_on):
        now = case.now
        if now.accepted_at is None or now.accepted_at.date() > to_on or now.due_latest is None:
            continue
        closed = now.closed_at.date() if now.closed_at and now.closed_at.date() <= to_on else None
        if now.lateness == "late" if closed else now.due_latest <= until:
            found.append(_overdue(reading, case, closed, until))
    return found


def _overdue(reading: Reading, case: Case, closed: date | None, until: date) -> OverdueLine:
    hall, file, now = reading.hall, case.file, case.now
    events = cases.events(hall.db, file.case_no)
    said = reason(one for one in events if one.at.date() <= reading.to_on)
    days = now.workdays_late
    if closed is None and now.due_latest is not None:
        days = calendar_on(hall, until).workdays_between(now.due_latest, until)
    waiting = [
        step.department
        for step in case_parts.steps(hall.db, file.case_no)
        if step.at is None or step.at.date() > reading.to_on
    ]
    holder = "、".join(dict.fromkeys(waiting)) if waiting and closed is None else ""
    return OverdueLine(
        file.case_no, subject(hall, case), now.tier or "", reading.window(file.window_no),
        holder or reading.name(now.handler_no), now.due_on, closed, days,
        "8、27" if file.joint else "27", said.note or "" if said else "", said.kind if said else "",
    )  # fmt: skip


def reason(events: Iterable[Event]) -> Event | None:
    """The newest step with a note that may say why a case took long."""
    told = [one for one in events if one.kind in EXPLAINS and (one.note or "").strip()]
    return told[-1] if told else None


class _Wait(NamedTuple):
    """One thing that had a day: by when, and when it was done; ``done_on`` None while it waits."""

    what: str
    due_on: date
    latest: date
    done_on: date | None


def late_answers(hall: Hall, first: date, to_on: date) -> list[LateAnswer]:
    """Steps of referrals and of bad ratings that were done late in the month, or wait past their day."""
    reading = Reading(hall, first, to_on, full=False)
    until = min(to_on, over_on(hall))
    found = [*_referrals(reading, until), *_rectifications(reading, until)]
    return sorted(found, key=lambda one: (one.article, one.due_on, one.case_no))


def _is_late(one: _Wait, reading: Reading, until: date) -> bool:
    """Done late within the month, or not done by its end with the day over."""
    done = one.done_on if one.done_on and one.done_on <= reading.to_on else None
    if done is not None:
        return done > one.latest and done >= reading.from_on
    return one.latest <= until


def _days(reading: Reading, one: _Wait, until: date) -> int:
    done = one.done_on if one.done_on and one.done_on <= reading.to_on else None
    over = done or until
    return calendar_on(reading.hall, over).workdays_between(one.latest, over)


def _referrals(reading: Reading, until: date) -> Iterator[LateAnswer]:
    hall = reading.hall
    for case in cases.touching(hall.db, reading.from_on, reading.to_on):
        if not case.file.out_of_scope or case.now.state == "withdrawn":
            continue
        events = cases.events(hall.db, case.file.case_no)
        told = reason(one for one in events if one.at.date() <= reading.to_on)
        for wait in waits_of(events):
            if _is_late(wait, reading, until):
                done = wait.done_on if wait.done_on and wait.done_on <= reading.to_on else None
                yield LateAnswer(
                    case.file.case_no, wait.what, subject(hall, case),
                    reading.window(case.file.window_no), _holder(reading, case, events, wait.what),
                    wait.due_on, done, _days(reading, wait, until), "28",
                    (told.note or "") if told else "",
                )  # fmt: skip


def waits_of(events: Sequence[Event]) -> Iterator[_Wait]:
    """The dated steps of a referral: each by the day that the step before it set."""
    done = {one.kind: one.at.date() for one in events}
    for kind, what, after in (
        ("recorded", "report", "reported"), ("reported", "refer", "referred"),
        ("referred", "feedback", "fed_back"),
    ):  # fmt: skip
        step = next((one for one in reversed(events) if one.kind == kind), None)
        if step is None:
            continue
        now = step.after
        due = now.due_on if what == "feedback" else now.next_on
        if due is not None:
            latest = (now.due_latest if what == "feedback" else None) or due
            yield _Wait(what, due, latest, done.get(after))


def _holder(reading: Reading, case: Case, events: Sequence[Event], what: str) -> str:
    """Who has to act: the department that a matter was referred to, before that the handler."""
    referred = next((one for one in reversed(events) if one.kind == "referred"), None)
    if what == "feedback" and referred and referred.told.party:
        return referred.told.party
    return reading.name(case.now.handler_no)


def _rectifications(reading: Reading, until: date) -> Iterator[LateAnswer]:
    hall = reading.hall
    seen: dict[int, Rating] = {one.rating_id: one for one in ratings.unfixed(hall.db)}
    seen |= {
        one.rating_id: one for one in ratings.due_between(hall.db, reading.from_on, reading.to_on)
    }
    for one in seen.values():
        limits = limits_of(hall, one.row)
        if limits is None:
            continue
        case = reading.case(one.row.case_no)
        steps = (
            ("call_back", limits.contact_due_on, limits.contact_due_latest, one.contacted),
            ("rectification", limits.fix_due_on, limits.fix_due_latest, one.fixed),
        )
        for what, due, latest, fix in steps:
            wait = _Wait(what, due, latest, fix.at.date() if fix else None)
            if _is_late(wait, reading, until):
                yield LateAnswer(
                    case.file.case_no, what, subject(hall, case),
                    reading.window(case.file.window_no), reading.name(case.now.handler_no), due,
                    wait.done_on if wait.done_on and wait.done_on <= reading.to_on else None,
                    _days(reading, wait, until), "33", _fix_note(fix),
                )  # fmt: skip


def _fix_note(fix: Fix | None) -> str:
    return fix.note if fix else ""
