"""The registers of first contacts (Art. 24), out-of-scope matters (28), notices (25), and of what was
overdue or extended (27).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from hallctl.lifecycle import CLOSED
from hallctl.office.cases.due import days_over
from hallctl.office.cases.lines import Lines, Reading, count
from hallctl.reports import Balance
from hallctl.store import case_parts, cases, slips
from hallctl.store.cases import Case, Event


def first_contact(reading: Reading) -> Lines:
    """Every case received in the period: who was asked first, and who has it now."""
    lines = []
    for case in cases.received_between(reading.hall.db, reading.from_on, reading.to_on):
        steps = cases.events(reading.hall.db, case.file.case_no)
        lines.append(
            {
                **reading.about(case), "received_at": case.file.received_at,
                "first_contact_no": case.file.first_contact_no,
                "first_contact": reading.name(case.file.first_contact_no),
                "handler_no": case.now.handler_no, "handler": reading.name(case.now.handler_no),
                "transfers": sum(step.kind == "transferred" for step in steps),
                "state": case.now.state, "closed_at": case.now.closed_at,
            }
        )  # fmt: skip
    closed = sum(line["state"] in CLOSED for line in lines)
    kept = count(lines, "transfers", 0)
    return Lines(
        lines,
        [
            Balance([("lines", len(lines))], [("closed", closed), ("open", len(lines) - closed)]),
            Balance([("lines", len(lines))], [("kept", kept), ("handed_on", len(lines) - kept)]),
        ],
    )


def out_of_scope(reading: Reading) -> Lines:
    """Every matter of the period that the hall does not handle, with the dates of its steps."""
    lines = []
    for case in cases.received_between(reading.hall.db, reading.from_on, reading.to_on):
        if not (case.file.out_of_scope or case.now.state == "told"):
            continue
        steps = {one.kind: one for one in cases.events(reading.hall.db, case.file.case_no)}
        reported, referred = steps.get("reported"), steps.get("referred")
        back, told = steps.get("fed_back"), steps.get("told")
        sent = referred or told
        lines.append(
            {
                **reading.about(case), "received_at": case.file.received_at,
                "first_contact": reading.name(case.file.first_contact_no),
                "department": sent.told.party if sent else None,
                "reported_to": reported.told.party if reported else None,
                "reported_at": reported.at if reported else None,
                "referred_at": referred.at if referred else None, "due_on": case.now.due_on,
                "answered_by": back.told.party if back else None,
                "fed_back_at": back.at if back else None,
                "lateness": case.now.lateness or _reply_late(reading, case), "state": case.now.state,
            }
        )  # fmt: skip
    by_state = {state: count(lines, "state", state) for state in ("told", "completed", "withdrawn")}
    rest = len(lines) - sum(by_state.values())
    return Lines(lines, [Balance([("lines", len(lines))], [*by_state.items(), ("open", rest)])])


def _reply_late(reading: Reading, case: Case) -> str | None:
    """Late once the day of a promised reply is over without one."""
    due, closed = case.now.due_latest, case.now.closed_at
    return "late" if due and closed is None and due <= _over_on(reading) else None


def _over_on(reading: Reading) -> date:
    """The last day of the period that is over."""
    return min(reading.to_on, reading.hall.today - timedelta(days=1))


def notices(reading: Reading) -> Lines:
    """Every list of missing papers that was given in the period; a second one is a breach."""
    lines = []
    for case_no, event in cases.steps_between(
        reading.hall.db, ["noticed"], reading.from_on, reading.to_on
    ):
        case = reading.case(case_no)
        steps = cases.events(reading.hall.db, case_no)
        given = [one for one in steps if one.kind == "noticed"]
        order = [one.entry_no for one in given].index(event.entry_no) + 1
        breach = order > 1 or event.told.reason is not None
        waited = _supplied_at(steps, event)
        papers = slips.papers_of(reading.hall.db, case_no, event.entry_no)
        missing = dict.fromkeys(one.name for one in papers if one.state == "missing")
        lines.append(
            {
                **reading.about(case), "noticed_at": event.at,
                "handler": reading.name(event.after.handler_no), "papers": list(missing),
                "which": 2 if breach and order == 1 else order, "supplied_at": waited,
                "state": case.now.state,
            }
        )  # fmt: skip
    once = count(lines, "which", 1)
    waiting = count(lines, "supplied_at", None)
    total = [("lines", len(lines))]
    return Lines(
        lines,
        [
            Balance(total, [("told_once", once), ("told_again", len(lines) - once)]),
            Balance(total, [("supplied", len(lines) - waiting), ("unsupplied", waiting)]),
        ],
    )


def _supplied_at(steps: Sequence[Event], notice: Event) -> object:
    """When the last paper after a notice came in; None while papers are missing."""
    later = [one for one in steps if one.at >= notice.at and one.kind == "supplied"]
    done = [one for one in later if one.after.accepted_at is not None]
    return done[0].at if done else None


def overdue(reading: Reading) -> Lines:
    """Closed late in the period, or open and over at its end: cases as the figures count them (Art. 27),
    and promised replies (Art. 28).
    """
    over_on = _over_on(reading)
    lines, open_ones = [], 0
    for case in cases.touching(reading.hall.db, reading.from_on, reading.to_on):
        closed = _closed_on(case, reading.to_on)
        if case.now.due_latest is None or not (case.now.accepted_at or case.file.out_of_scope):
            continue
        late = case.now.lateness == "late" if closed else case.now.due_latest <= over_on
        if not late:
            continue
        open_ones += closed is None
        lines.append(_overdue_line(reading, case, closed))
    total, replies = [("lines", len(lines))], count(lines, "what", "feedback")
    parts = [("closed_late", len(lines) - open_ones), ("open_late", open_ones)]
    kinds = [("late_cases", len(lines) - replies), ("late_replies", replies)]
    return Lines(lines, [Balance(total, parts), Balance(total, kinds)])


def _overdue_line(reading: Reading, case: Case, closed: date | None) -> dict[str, object]:
    hall = reading.hall
    waiting = [
        step.department for step in case_parts.steps(hall.db, case.file.case_no) if not step.verdict
    ]
    days = case.now.workdays_late
    if closed is None and case.now.due_latest is not None:
        days = days_over(hall, case.now.due_latest, min(reading.to_on, hall.today))
    closing = [
        one for one in cases.events(hall.db, case.file.case_no) if one.at == case.now.closed_at
    ]
    return {
        **reading.about(case),
        "what": "feedback" if case.file.out_of_scope else "case",
        "holder": "、".join(waiting) if waiting and closed is None else reading.name(case.now.handler_no),
        "due_on": case.now.due_on, "closed_at": case.now.closed_at if closed else None,
        "workdays_late": days, "note": closing[-1].note if closing and closed else None,
    }  # fmt: skip


def _closed_on(case: Case, until: date) -> date | None:
    """The day a case was closed, as known at the end of a period."""
    day = case.now.closed_at.date() if case.now.closed_at else None
    return day if day and day <= until else None


def extensions(reading: Reading) -> Lines:
    """Every extension of the period with who approved it and when the applicant was told."""
    lines = [
        {
            **reading.about(reading.case(case_no)), "asked_at": event.told.asked_at or event.at,
            "days": event.told.days, "note": event.note, "approver": event.told.party,
            "due_on": event.after.due_on, "told_at": event.told.told_at,
        }
        for case_no, event in cases.steps_between(
            reading.hall.db, ["extended"], reading.from_on, reading.to_on
        )
    ]  # fmt: skip
    silent = count(lines, "told_at", None)
    told = [("told", len(lines) - silent), ("untold", silent)]
    return Lines(lines, [Balance([("lines", len(lines))], told)])
