"""The papers the hall hands out: the facts behind each slip, and what stands on it.

The office fills the facts, the sheets word them into a ``Slip``, and that Slip, texts only, is what is kept
and printed: a second copy shows the same words, whatever has changed since.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple


class Issuer(NamedTuple):
    """Who hands the paper out, and where people turn to with questions and complaints (Art. 33)."""

    college: str
    hall: str
    phone: str
    email: str
    days: tuple[int, ...]
    """Days of the week on which the hall is open, Monday is 1."""
    opens: str
    closes: str


class Request(NamedTuple):
    """Whose matter it is, what it is, and who handles it where."""

    issuer: Issuer
    slip_no: str
    replaces: str
    """The number of an earlier slip that this one stands for; empty for the first."""
    case_no: str
    item: str
    tier: str
    applicant: str
    applicant_no: str
    phone: str
    window: str
    handler: str
    received_at: datetime
    on: date
    """The day of what the slip tells."""


class Until(NamedTuple):
    """A day by which something happens; while a year is not announced, an interval around it."""

    on: date
    earliest: date
    latest: date

    @property
    def provisional(self) -> bool:
        """Whether it can still move with the national notice."""
        return self.earliest != self.latest


class Missing(NamedTuple):
    """One paper of the one-time notice, with all that the applicant needs to get it."""

    name: str
    reason: str
    copies: int
    form: str
    standard: str
    obtain: str


class Taken(NamedTuple):
    """One paper that was handed in."""

    name: str
    copies: int
    form: str


class Notice(NamedTuple):
    """The one-time notice of everything that is missing (Art. 25)."""

    request: Request
    basis: str
    missing: Sequence[Missing]
    supply_by: Until
    lapse_days: int
    again: bool
    """Whether it follows an acceptance, whose clock goes on."""


class Receipt(NamedTuple):
    """The acceptance receipt with the promise (Art. 26, 27)."""

    request: Request
    accepted_at: datetime
    dated_on: date
    promise_days: int
    due: Until
    taken: Sequence[Taken]
    departments: Sequence[str]
    """The departments that decide a joint case (Art. 8)."""
    fee_basis: str
    fee_standard: str


class Refusal(NamedTuple):
    """The note that a request is refused, with its reason (Art. 26)."""

    request: Request
    reason: str
    basis: str
    conditions: str
    verdicts: Sequence[tuple[str, str]]
    """(department, granted or refused) of a joint case."""


class Completion(NamedTuple):
    """The note that a case is completed (Art. 27)."""

    request: Request
    accepted_at: datetime
    closed_at: datetime
    promise_days: int
    due: Until
    lateness: str
    workdays_used: int
    note: str
    verdicts: Sequence[tuple[str, str]]


class OutOfScope(NamedTuple):
    """The note on what the hall does not handle: where to go, or when the reply comes (Art. 28)."""

    request: Request
    department: str
    """Who handles it; empty where no department is clearly in charge."""
    directions: str
    """Procedure and place there."""
    told_by: str
    reply_by: date | None
    reported_to: str
    referred_to: str


class Report(NamedTuple):
    """The report to a college leader on a matter without a clear department (Art. 28)."""

    request: Request
    leader: str
    recorded_at: datetime
    reply_by: date | None
    note: str


class Referral(NamedTuple):
    """The referral of a reported matter to a department, which feeds the result back (Art. 28)."""

    request: Request
    department: str
    leader: str
    reported_at: datetime | None
    reply_by: date | None
    note: str


class Answer(NamedTuple):
    """The note that a referred matter was answered (Art. 28)."""

    request: Request
    department: str
    answered_by: str
    answered_at: datetime
    reply_by: date | None
    lateness: str
    result: str


class Extension(NamedTuple):
    """The note that a case takes longer, asked for in time and approved (Art. 27)."""

    request: Request
    accepted_at: datetime
    promise_days: int
    days: int
    before: Until
    due: Until
    reason: str
    approver: str
    told_on: date


class ComplaintReply(NamedTuple):
    """The reply to a complaint (Art. 33); it names nobody who complained."""

    issuer: Issuer
    slip_no: str
    replaces: str
    complaint_no: str
    channel: str
    about: str
    """Of whom or what it complains, as people read it."""
    received_at: datetime
    accepted_at: datetime
    replied_at: datetime
    finding: str
    reply: str
    anonymous: bool


class Deduction(NamedTuple):
    """The notice that points were deducted (Art. 32), with all that is needed to contest it."""

    issuer: Issuer
    slip_no: str
    replaces: str
    entry_no: str
    name: str
    staff_no: str
    window: str
    kind: str
    on: date
    note: str
    evidence: str
    ordinal: int
    points: int
    balance: int
    statement: str
    confirmed_on: date
    appeal_by: Until


class Dismissal(NamedTuple):
    """The notice that a student worker is dismissed (Art. 32), with every deduction behind it."""

    last: Deduction
    lines: Sequence[tuple[str, date, str, int, int, int]]
    """(entry, day, kind, ordinal, points, balance) of every confirmed violation, oldest first."""
    below: int
    """The balance under which dismissal is due."""


class Letter(NamedTuple):
    """The letter to a leader's department, which takes the place of points (Art. 32)."""

    issuer: Issuer
    slip_no: str
    replaces: str
    letter_no: str
    department: str
    name: str
    staff_no: str
    window: str
    kind: str
    on: date
    note: str
    written_on: date


class Field(NamedTuple):
    """One labelled text; two short ones (``half``) share a line."""

    label: str
    text: str
    half: bool = False
    room: int = 0
    """Lines kept free to write on."""


class Listing(NamedTuple):
    """A table on a slip: (heading, share of twelve) per column, then its rows."""

    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]


class Slip(NamedTuple):
    """Everything that stands on one slip, from the top to the foot."""

    kind: str
    slip_no: str
    title: str
    issuer: str
    on: str
    """The date beside the seal, in words."""
    lead: str
    fields: tuple[Field, ...]
    listing: Listing | None
    notes: tuple[str, ...]
    signs: tuple[str, ...]
    """Who signs on the left, each with room for it."""
    lines: tuple[str, ...]
    """Where to ask and to complain."""
    motto: str
    stub: tuple[Field, ...]
    """What the counterfoil repeats."""
    stub_signs: tuple[str, ...]
    small: bool
    """Whether it is meant for A5; it goes to A4 when it grows."""


def slip_of(plain: Mapping[str, Any]) -> Slip:
    """A slip from what ``_asdict`` became in JSON."""
    listing = plain["listing"]
    changed = {
        "fields": tuple(Field(*one) for one in plain["fields"]),
        "stub": tuple(Field(*one) for one in plain["stub"]),
        "listing": listing
        and Listing(
            tuple((name, share) for name, share in listing[0]), tuple(map(tuple, listing[1]))
        ),
    } | {name: tuple(plain[name]) for name in ("notes", "signs", "lines", "stub_signs")}
    return Slip(**{**plain, **changed})
