"""The records of a case, and how rows become them."""

import json
import sqlite3
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Ground


class CaseRow(NamedTuple):
    """What was true when the case was received; it never changes."""

    case_no: str
    item_code: str | None
    """None for a matter without a catalogue item."""
    item_version_id: int | None
    applicant_no: str
    applicant: str | None
    phone: str | None
    window_no: str
    first_contact_no: str | None
    received_at: datetime
    joint: bool
    ref: str | None
    matter: str | None = None
    out_of_scope: bool | None = None
    """True for what the hall does not handle itself (Art. 28), else None."""


class Snapshot(NamedTuple):
    """Where a case stands after one event; dates are None until it is accepted."""

    state: str
    """received, supplementing, accepted, paused, referred; completed, refused, withdrawn, told."""
    tier: str | None
    handler_no: str
    promise_days: int | None
    accepted_at: datetime | None = None
    dated_on: date | None = None
    due_on: date | None = None
    due_status: str | None = None
    due_earliest: date | None = None
    due_latest: date | None = None
    closed_at: datetime | None = None
    result: str | None = None
    lateness: str | None = None
    workdays_used: int | None = None
    workdays_late: int | None = None
    extended_days: int | None = None
    """Working days that an extension added to the promise."""
    next_on: date | None = None
    """The day by which the next step is due besides the due date: a lapse, a pause's limit, a referral."""
    applicant_no: str | None = None
    """The applicant's particulars are here only after a correction."""
    applicant: str | None = None
    phone: str | None = None


class Particulars(NamedTuple):
    """What one step says beyond where the case stands after it; None where nothing was said."""

    party: str | None = None
    """Who approved, which department, which leader, who answered."""
    reason: str | None = None
    """A code: why the clock is paused, that a notice was a second one."""
    asked_at: datetime | None = None
    told_at: datetime | None = None
    until_on: date | None = None
    days: int | None = None


NOTHING = Particulars()


class Case(NamedTuple):
    """A case and where it stands now."""

    file: CaseRow
    now: Snapshot

    @property
    def applicant_no(self) -> str:
        """The applicant's number, as corrected."""
        return self.now.applicant_no or self.file.applicant_no

    @property
    def applicant(self) -> str | None:
        """The applicant's name, as corrected."""
        return self.now.applicant or self.file.applicant

    @property
    def phone(self) -> str | None:
        """The applicant's phone, as corrected."""
        return self.now.phone or self.file.phone


class Event(NamedTuple):
    """One step of a case: when it happened, which entry recorded it, and where the case stood then."""

    kind: str
    at: datetime
    note: str | None
    entry_no: int
    after: Snapshot
    ground: Ground | None
    """Why the rules ruled as they did at this step."""
    told: Particulars = NOTHING


def case_of(row: sqlite3.Row) -> Case:
    """A case from the columns of its file and of its newest event."""
    return Case(_file(row), snapshot(row, "corrected_"))


def event(row: sqlite3.Row) -> Event:
    """One step from the columns of its event."""
    return Event(
        row["kind"], datetime.fromisoformat(row["at"]), row["note"], row["entry_no"],
        snapshot(row), Ground(**json.loads(row["ground"])) if row["ground"] else None,
        _particulars(row),
    )  # fmt: skip


def _file(row: sqlite3.Row) -> CaseRow:
    # f.* comes before e.* and both name the applicant: a row answers with the first of a name
    return CaseRow(
        row["case_no"], row["item_code"], row["item_version_id"], row["applicant_no"],
        row["applicant"], row["phone"], row["window_no"], row["first_contact_no"],
        datetime.fromisoformat(row["received_at"]), bool(row["joint"]), row["ref"], row["matter"],
        bool(row["out_of_scope"]) or None,
    )  # fmt: skip


def snapshot(row: sqlite3.Row, prefix: str = "") -> Snapshot:
    """Where a case stands, from the columns of one event; ``prefix`` where two tables name the applicant."""
    return Snapshot(
        row["state"], row["tier"], row["handler_no"], row["promise_days"],
        _at(row["accepted_at"]), _on(row["dated_on"]), _on(row["due_on"]), row["due_status"],
        _on(row["due_earliest"]), _on(row["due_latest"]), _at(row["closed_at"]), row["result"],
        row["lateness"], row["workdays_used"], row["workdays_late"], row["extended_days"],
        _on(row["next_on"]), row[prefix + "applicant_no"], row[prefix + "applicant"],
        row[prefix + "phone"],
    )  # fmt: skip


def _particulars(row: sqlite3.Row) -> Particulars:
    return Particulars(
        row["party"], row["reason"], _at(row["asked_at"]), _at(row["told_at"]),
        _on(row["until_on"]), row["days"],
    )  # fmt: skip


def _at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _on(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
