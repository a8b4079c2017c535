"""The immutable records of reports, as the office fills them and the sheets print them.

Apart from model.py because the sign-in path never needs them.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple


class FigureLine(NamedTuple):
    """One figure of a report with last month's value; rates are percent, None has no denominator."""

    code: str
    value: float | int | None
    previous: float | int | None
    article: str


class AuditHead(NamedTuple):
    """The newest entry of the chain when the report was made: paper that a cut tail cannot change."""

    entry_no: int
    digest: str
    at: str


class Fonts(NamedTuple):
    """The fonts of official papers: title, headings, body."""

    title: str
    heading: str
    body: str


class CreditLine(NamedTuple):
    """One entry of the credit register; ordinal, points and balance once confirmed."""

    entry_no: str
    staff_no: str
    name: str
    on: date
    kind: str
    state: str
    ordinal: int | None
    points: int | None
    balance: int | None
    origin: str
    """The case or the complaint that it came from."""
    note: str
    evidence: str = ""
    statement: str = ""
    """What the person says about it."""
    appeal_by: date | None = None
    appealed_on: date | None = None
    appeal: str = ""
    """Why it is contested."""
    verdict: str | None = None
    """upheld or dismissed."""
    verdict_reason: str = ""
    handed_to: str = ""
    """The faculties that a breach of college rules was handed to."""


class CreditRegister(NamedTuple):
    """The credit register of an academic year, both days included (Art. 32)."""

    college: str
    hall: str
    from_on: date
    to_on: date
    prepared_by: str
    lines: Sequence[CreditLine]
    made_at: datetime
    base: int
    """The points everybody begins with."""


class Balance(NamedTuple):
    """Two sums that have to agree, each of counts by their codes."""

    left: Sequence[tuple[str, int]]
    right: Sequence[tuple[str, int]]


class CaseRegister(NamedTuple):
    """One register of a period, both days included; what the lines hold depends on its kind."""

    kind: str
    college: str
    hall: str
    from_on: date
    to_on: date
    prepared_by: str
    lines: Sequence[Mapping[str, object]]
    checks: Sequence[Balance]
    sums: Mapping[str, str]
    """Amounts of money by their codes."""
    masked: bool
    made_at: datetime
