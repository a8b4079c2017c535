"""The facts behind the slips of a case within the hall's scope, as they were at the step they tell of."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl import papers
from hallctl.office.cases.sheet import find_window, subject, warn_of_ways
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.store import case_parts, people, slips
from hallctl.store.case_parts import Paper
from hallctl.store.cases import Case, Event
from hallctl.store.places import ItemRow, Material


class Telling(NamedTuple):
    """What a slip is to tell: a case as it stood after one of its steps."""

    case: Case
    event: Event
    before: Sequence[Event]
    """Every step before that one, oldest first."""
    known_on: date
    """The day whose names and telephone numbers are printed."""
    slip_no: str = ""
    replaces: str = ""


def request(hall: Hall, told: Telling) -> papers.Request:
    """Whose matter it is, what, where, and who handled it at that step."""
    file, now, day = told.case.file, told.event.after, told.known_on
    handler = people.person(hall.db, now.handler_no, day)
    then = told.case._replace(now=now)
    return papers.Request(
        issuer(hall, day), told.slip_no, told.replaces, file.case_no, subject(hall, then),
        now.tier or "", then.applicant or "", then.applicant_no, then.phone or "",
        find_window(hall, file.window_no, day).name, handler.name if handler else now.handler_no,
        file.received_at, told.event.at.date(),
    )  # fmt: skip


def issuer(hall: Hall, day: date) -> papers.Issuer:
    """The hall as it signs a paper; a hall without a phone and an e-mail address is pointed out."""
    facts, law = hall.facts, hall.law.on(max(day, hall.facts.effective_from))
    phone = law["complaint.phone"] or facts.phone or ""
    email = law["complaint.email"] or facts.email or ""
    if not (phone and email):
        hall.note("slip.no_complaint_lines", "33")
    hours = law["hours.weekly"]
    return papers.Issuer(
        facts.college, facts.name, phone, email, tuple(hours["days"]), hours["from"], hours["to"]
    )


def notice(hall: Hall, told: Telling) -> papers.Notice:
    """Everything that the step found missing, each with how and where to get it (Art. 25)."""
    day = told.event.at.date()
    waiting: dict[str, Paper] = {}
    for one in slips.papers_by(hall.db, told.case.file.case_no, told.event.entry_no):
        if one.state == "missing":
            waiting[one.name] = one
        else:
            waiting.pop(one.name, None)
    listed = list(
        waiting.values()
    )  # a second list tells of everything that is out, not only what is new
    item = item_of(hall, told)
    window = find_window(hall, item.window_no, told.known_on).name
    warn_of_ways(hall, item, [one.name for one in listed], told.known_on)
    days: int = hall.law.on(day)["notice.lapse_days"]
    by = calendar_on(hall, day).deadline(day, days)
    return papers.Notice(
        request(hall, told), item.basis or "", [_missing(item, one, window) for one in listed],
        papers.Until(by.due_on, by.earliest, by.latest), days,
        told.event.after.accepted_at is not None,
    )  # fmt: skip


def receipt(hall: Hall, told: Telling) -> papers.Receipt:
    """What was taken, what is promised, and until when (Art. 26, 27)."""
    file, now = told.case.file, told.event.after
    item = item_of(hall, told)
    names = dict.fromkeys(
        one.name
        for one in slips.papers_by(hall.db, file.case_no, told.event.entry_no)
        if one.state == "taken"
    )
    asked = {one.name: one for one in item.materials}
    taken = [asked.get(name, Material(name)) for name in names]
    steps = case_parts.steps(hall.db, file.case_no)
    return papers.Receipt(
        request(hall, told), now.accepted_at or told.event.at, now.dated_on or told.event.at.date(),
        now.promise_days or 0, due(told.event),
        [papers.Taken(one.name, one.copies, one.form or "") for one in taken],
        [step.department for step in steps], item.fee_basis or "", item.fee_standard or "",
    )  # fmt: skip


def refusal(hall: Hall, told: Telling) -> papers.Refusal:
    """The recorded reason (Art. 26)."""
    item = item_of(hall, told)
    return papers.Refusal(
        request(hall, told), told.event.note or "", item.basis or "", item.conditions or "",
        verdicts(hall, told),
    )  # fmt: skip


def completion(hall: Hall, told: Telling) -> papers.Completion | papers.Answer:
    """When it was completed, and how that stands to the promise (Art. 27); or what was fed back (28)."""
    now, at = told.event.after, told.event.at
    if told.event.kind == "fed_back":
        referred = [one for one in told.before if one.kind == "referred"]
        return papers.Answer(
            request(hall, told), (referred[-1].told.party or "") if referred else "",
            told.event.told.party or "", at, now.due_on, now.lateness or "", told.event.note or "",
        )  # fmt: skip
    return papers.Completion(
        request(hall, told), now.accepted_at or at, now.closed_at or at, now.promise_days or 0,
        due(told.event), now.lateness or "on_time", now.workdays_used or 0, told.event.note or "",
        verdicts(hall, told),
    )  # fmt: skip


def extension(hall: Hall, told: Telling) -> papers.Extension:
    """The date as it was and as it is, why, and who approved it (Art. 27)."""
    now, said = told.event.after, told.event.told
    return papers.Extension(
        request(hall, told), now.accepted_at or told.event.at, now.promise_days or 0,
        said.days or 0, due(told.before[-1]), due(told.event), told.event.note or "",
        said.party or "", (said.told_at or told.event.at).date(),
    )  # fmt: skip


def item_of(hall: Hall, told: Telling) -> ItemRow:
    """The item as it was when the case was received; only what is in scope has such slips."""
    version_id = told.case.file.item_version_id
    if version_id is None:
        raise ValueError("a matter without an item has no papers")
    return hall.item_version(version_id)


def due(event: Event) -> papers.Until:
    """The promise of a step with its bounds."""
    now = event.after
    on = now.due_on or event.at.date()
    return papers.Until(on, now.due_earliest or on, now.due_latest or on)


def verdicts(hall: Hall, told: Telling) -> list[tuple[str, str]]:
    """What the departments of a joint case said."""
    steps = case_parts.steps(hall.db, told.case.file.case_no)
    return [(step.department, step.verdict or "") for step in steps]


def _missing(item: ItemRow, paper: Paper, window: str) -> papers.Missing:
    asked = next((one for one in item.materials if one.name == paper.name), Material(paper.name))
    return papers.Missing(
        paper.name, paper.reason or "", asked.copies, asked.form or "", asked.standard or "",
        asked.obtain or f"向{window}咨询领取",
    )  # fmt: skip
