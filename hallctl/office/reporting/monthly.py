"""The monthly report to the leadership (Art. 23): gathered, counted twice, written."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.office.attendance import judge_days
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.paperwork import fonts, head_at, officer_name
from hallctl.office.remarks import remarks
from hallctl.office.reporting.busy import busy
from hallctl.office.reporting.complaints import complaint_analysis
from hallctl.office.reporting.coverage import month_coverage
from hallctl.office.reporting.figures import case_facts, figure_lines
from hallctl.office.reporting.matters import matters
from hallctl.office.reporting.people import people_totals
from hallctl.office.reporting.rows import (
    case_row,
    people_rows,
    shift_row,
    week_rows,
    window_rows,
)  # fmt: skip
from hallctl.office.reporting.service import service
from hallctl.office.reporting.since import changed_months, closing_digest
from hallctl.office.signing import LATE_RECORD_HOURS
from hallctl.reports import AuditHead
from hallctl.reports.monthly import DayColumn, MonthlyReport
from hallctl.store import cases, duty, entries, people, places


class Reported(NamedTuple):
    """A written monthly report."""

    month: str
    path: str
    sha256: str
    draft: bool
    figures: Mapping[str, float | int | None]


def write_month(hall: Hall, month: str, from_on: date, to_on: date, path: Path) -> Reported:
    """Gather a month (both ends included), write its workbook, and return its figures.

    A month that has not ended is a draft. Raises Refused for a month before the regulation.
    """
    from hallctl.sheets.monthly import write_monthly

    hall.require_in_force(to_on)
    report = gather(hall, month, from_on, to_on)
    digest = (
        "" if hall.dry_run else write_monthly(report, path, fonts(hall, min(to_on, hall.today)))
    )
    told = {line.code: line.value for line in report.figures}
    return Reported(month, str(path), digest, report.draft, told)


def gather(hall: Hall, month: str, from_on: date, to_on: date) -> MonthlyReport:
    """Everything the workbook shows, as known at the clock of the hall."""
    first = max(from_on, hall.facts.effective_from)
    judged = judge_days(hall, first, to_on)
    listed = cases.touching(hall.db, first, to_on)
    staff = {one.staff_no: one for one in people.everybody(hall.db, to_on)}
    windows = places.window_names(hall.db, to_on)
    calendar = calendar_on(hall, first)
    days = [
        calendar.day_fact(from_on + timedelta(days=n)) for n in range((to_on - from_on).days + 1)
    ]
    head = entries.head(hall.db)
    span = (duty.midnight(first), duty.midnight(to_on + timedelta(days=1)))
    typed_late = duty.typed_late(hall.db, *span, hours=LATE_RECORD_HOURS)
    beside = remarks(hall, first, to_on, staff)
    facts = case_facts(hall, first, to_on)
    months = people_rows(judged, staff, windows)
    return MonthlyReport(
        hall.facts.college,
        hall.facts.name,
        month,
        head_at(hall),
        officer_name(hall),
        to_on >= hall.today,
        figure_lines(hall, judged, first, to_on),
        [DayColumn(day.on, day.kind) for day in days],
        months,
        window_rows(hall, judged, listed, windows, first, to_on),
        [shift_row(one, staff, windows, typed_late, beside) for one in judged],
        [case_row(hall, one, staff, windows, to_on) for one in listed],
        week_rows(listed, first, to_on),
        matters(hall, to_on),
        hall.law.on(first)["attendance.legend"],
        AuditHead(head.entry_no, head.digest, head.at) if head else AuditHead(0, "", ""),
        changed_months(hall, month),
        closing_digest(hall, month),
        totals=people_totals(hall, judged, months, staff, windows, first, to_on),
        coverage=month_coverage(hall, windows, first, to_on),
        service=service(hall, facts, windows, first, to_on),
        complaints=complaint_analysis(hall, first, to_on),
        busy=busy(hall, windows, first, to_on),
    )
