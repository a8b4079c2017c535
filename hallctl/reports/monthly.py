"""What the monthly report shows (Art. 23)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import DayKind, Status
from hallctl.reports import AuditHead, FigureLine
from hallctl.reports.busy import Busy
from hallctl.reports.complaints import ComplaintAnalysis
from hallctl.reports.coverage import Coverage
from hallctl.reports.people import PeopleTotals
from hallctl.reports.service import Service


class DayColumn(NamedTuple):
    """One day of a month's grid; kind is counted, rest, holiday, makeup or local."""

    on: date
    kind: DayKind


class GridShift(NamedTuple):
    """What one shift of one person is called in the grid."""

    on: date
    status: Status
    marks: tuple[str, ...]
    leave_kind: str | None
    taken: bool


class PersonMonth(NamedTuple):
    """One person's month: the shifts in order and the counts over them."""

    staff_no: str
    name: str
    window_no: str
    window: str
    shifts: Sequence[GridShift]
    counts: Mapping[str, int]
    """due, attended, late, early, missing, absent, leave, swaps, substitutes, minutes_served."""
    attendance_rate: float | None


class WindowMonth(NamedTuple):
    """One window's month."""

    window_no: str
    name: str
    leader: str
    due: int
    attended: int
    attendance_rate: float | None
    accepted: int
    completed: int
    late: int


class ShiftLine(NamedTuple):
    """One shift in detail, as people read it."""

    on: date
    window: str
    staff_no: str
    name: str
    start: str
    end: str
    signed_in: str
    signed_out: str
    status: Status
    marks: tuple[str, ...]
    leave_kind: str | None
    minutes_late: int
    minutes_early: int
    minutes_served: int
    remark: str = ""


class CaseLine(NamedTuple):
    """One case of the month; the applicant is masked."""

    case_no: str
    item: str
    tier: str
    applicant: str
    applicant_no: str
    window: str
    handler: str
    received: str
    accepted: str
    due: str
    closed: str
    state: str
    lateness: str
    workdays_used: int | None


class WeekCases(NamedTuple):
    """Cases accepted and completed in one week of the month."""

    label: str
    accepted: int
    completed: int


class Matter(NamedTuple):
    """Something the leadership is asked to decide or to know; ``values`` fill its sentence."""

    code: str
    values: Mapping[str, object]


class ChangedShift(NamedTuple):
    """One shift as it was reported and as it is known now; empty where there was or is none."""

    on: date
    window: str
    staff_no: str
    name: str
    shift_was: str
    shift_now: str
    status_was: str
    marks_was: tuple[str, ...]
    leave_was: str | None
    minutes_was: int
    status_now: str
    marks_now: tuple[str, ...]
    leave_now: str | None
    minutes_now: int


class ChangedFigure(NamedTuple):
    """One total as it was reported and as it is known now."""

    code: str
    was: int
    now: int


class ChangedMonth(NamedTuple):
    """What became known of a month after it was reported (Art. 23)."""

    month: str
    reported_at: datetime
    reported_by: str
    digest: str
    reopened_at: datetime
    reason: str
    shifts: Sequence[ChangedShift]
    figures: Sequence[ChangedFigure]


class Different(NamedTuple):
    """One thing that a workbook on disk says otherwise than the hall file; empty where it says nothing."""

    code: str
    sheet: str
    where: str
    """A cell, or the number of a row."""
    in_file: str
    in_hall: str


class MonthlyReport(NamedTuple):
    """Everything the monthly workbook shows (Art. 23)."""

    college: str
    hall: str
    month: str
    made_at: datetime
    prepared_by: str
    draft: bool
    figures: Sequence[FigureLine]
    days: Sequence[DayColumn]
    people: Sequence[PersonMonth]
    windows: Sequence[WindowMonth]
    shifts: Sequence[ShiftLine]
    cases: Sequence[CaseLine]
    weeks: Sequence[WeekCases]
    matters: Sequence[Matter]
    legend: Mapping[str, str]
    head: AuditHead
    changed: Sequence[ChangedMonth] = ()
    """Corrections of what was reported before."""
    closing: str = ""
    """The digest of the month's closing; empty while it is open."""
    totals: PeopleTotals = PeopleTotals()
    coverage: Coverage = Coverage()
    service: Service = Service()
    complaints: ComplaintAnalysis = ComplaintAnalysis()
    busy: Busy = Busy()
