"""What the reports beside the monthly one show: a day, a week, a term, a year, work-study, cases."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.reports import AuditHead
from hallctl.reports.monthly import ShiftLine

Figures = Mapping[str, float | int | None]
"""Figures by their codes; rates are percent, None has no denominator."""


class Cover(NamedTuple):
    """What every report of a period says of itself; both days are included."""

    college: str
    hall: str
    name: str
    """Such as 2026-11-24, 2026-W47, 2026-2027-1 or 2026-11."""
    from_on: date
    to_on: date
    prepared_by: str
    draft: bool
    made_at: datetime
    head: AuditHead


class GroupLine(NamedTuple):
    """One window, tier, item or handler with its figures."""

    key: str
    name: str
    figures: Figures
    visits: int = 0
    """People served at a window, as tallied."""


class OverdueLine(NamedTuple):
    """A case that the figures count as late: who holds it, and why where somebody said so."""

    case_no: str
    item: str
    applicant: str
    holder: str
    due_on: date
    closed_on: date | None
    workdays_late: int
    note: str


class DueLine(NamedTuple):
    """A case that is open at the end of the period and due soon after it."""

    case_no: str
    item: str
    window: str
    holder: str
    due_on: date
    provisional: bool


class GapLine(NamedTuple):
    """Minutes of an open window without anybody at the post."""

    on: date
    window: str
    start: str
    end: str
    minutes: int
    why: str
    names: str


class LogLine(NamedTuple):
    """A hand-over without an acknowledged log, a sheet that has not come, a sign-out that is open."""

    code: str
    on: date
    window: str
    start: str
    end: str
    names: str


class Counted(NamedTuple):
    """How often something was counted, by a code of its own."""

    code: str
    number: int


class ShortReport(NamedTuple):
    """A day or a week: what happened, what is missing, what is due next."""

    cover: Cover
    figures: Figures
    windows: Sequence[GroupLine]
    shifts: Sequence[ShiftLine]
    overdue: Sequence[OverdueLine]
    due_next: Sequence[DueLine]
    next_to_on: date
    """The last day of what counts as next."""
    visits: Sequence[Counted]
    gaps: Sequence[GapLine]
    missing: Sequence[LogLine]
    matters: Sequence[Counted]
    """What is to be talked about, beside what the lists above say."""


class SpanFigures(NamedTuple):
    """The figures of one part of a longer period."""

    name: str
    figures: Figures


class PersonCredit(NamedTuple):
    """One person's credit at the end of a period."""

    staff_no: str
    name: str
    violations: int
    balance: int
    standing: str


class CreditCount(NamedTuple):
    """The violations of a period by state, the points they cost, and who is below the threshold."""

    proposed: int
    confirmed: int
    rejected: int
    reversed: int
    points: int
    below: int
    """People whose dismissal is due or done."""
    people: Sequence[PersonCredit] = ()
    """Names, for the department alone."""


class ComplaintLine(NamedTuple):
    """Complaints of one kind: how many, what was found, how many wait; nobody is named."""

    kind: str
    received: int
    substantiated: int
    unsubstantiated: int
    pending: int
    on_time_rate: float | None


class WindowTerm(NamedTuple):
    """One window over a longer period."""

    window_no: str
    name: str
    figures: Figures
    visits: int
    open_minutes: int
    covered_minutes: int
    coverage_rate: float | None
    served: int
    stayed: int
    stability_rate: float | None


class StarLine(NamedTuple):
    """One service star of a term."""

    term: str
    name: str
    window: str


class MeetingLine(NamedTuple):
    """How often a kind of meeting took place, and how many came."""

    kind: str
    number: int
    of_hall: int
    of_windows: int
    invited: int
    present: int
    presence_rate: float | None


class LongReport(NamedTuple):
    """A term or an academic year for the leadership."""

    cover: Cover
    label: str
    """The term or the year as its title says it."""
    whole_year: bool
    department: bool
    """Whether it names people whose points were deducted."""
    figures: Figures
    previous: Figures | None
    """Those of the year before, None when it was not kept."""
    parts: Sequence[SpanFigures]
    """Terms of a year side by side; empty for a term."""
    months: Sequence[SpanFigures]
    windows: Sequence[WindowTerm]
    served: int
    stayed: int
    stability_rate: float | None
    coverage_rate: float | None
    visits: Sequence[Counted]
    complaints: Sequence[ComplaintLine]
    credit: CreditCount
    stars: Sequence[StarLine]
    meetings: Sequence[MeetingLine]
    flags: Sequence[Counted]
    """What goes into the annual review, counted; empty for a term."""


class WeekMinutes(NamedTuple):
    """One student's minutes of a week, within the sheet and in the whole week."""

    label: str
    minutes: int
    above: bool
    """More than the limit in the whole week, vacations left out."""


class StudentHours(NamedTuple):
    """One student worker's line of the work-study sheet."""

    staff_no: str
    name: str
    faculty: str
    class_name: str
    window: str
    checked_by: str
    shifts: int
    late: int
    early: int
    absent: int
    unproven: int
    """Half-punched shifts: their time waits for a correction."""
    weeks: Sequence[WeekMinutes]
    minutes: int
    half_hours: int
    planned_minutes: int
    """Of shifts that are not over; counted nowhere."""
    above_month: bool
    amount: str


class HoursLine(NamedTuple):
    """One shift behind the sheet."""

    on: date
    staff_no: str
    name: str
    window: str
    start: str
    end: str
    signed_in: str
    signed_out: str
    status: str
    minutes: int


class WorkstudySheet(NamedTuple):
    """The work-study sheet of a month."""

    cover: Cover
    weeks: Sequence[str]
    students: Sequence[StudentHours]
    shifts: Sequence[HoursLine]
    rounding: str
    week_hours: int
    month_hours: int
    due_on: date
    hourly_rate: str


class ListedCase(NamedTuple):
    """One case of a period as it stood at its end; the applicant is masked."""

    case_no: str
    item: str
    tier: str
    applicant: str
    applicant_no: str
    window: str
    handler: str
    accepted_on: date
    due_on: date
    provisional: bool
    closed_on: date | None
    state: str
    lateness: str
    workdays_used: int | None


class CasesReport(NamedTuple):
    """The cases of any period by window, tier, item and handler."""

    cover: Cover
    figures: Figures
    windows: Sequence[GroupLine]
    tiers: Sequence[GroupLine]
    items: Sequence[GroupLine]
    handlers: Sequence[GroupLine]
    overdue: Sequence[OverdueLine]
    cases: Sequence[ListedCase]
