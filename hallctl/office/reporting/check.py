"""Does a monthly workbook on disk still match the hall file (Art. 23)?"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from hallctl.office.hall import Hall
from hallctl.office.paperwork import fonts
from hallctl.office.reporting.monthly import gather
from hallctl.reports import AuditHead
from hallctl.reports.monthly import Different, MonthlyReport
from hallctl.store import entries


class CheckedReport(NamedTuple):
    """What differs between a workbook and the hall file; nothing when they agree."""

    month: str
    path: str
    findings: Sequence[Different]


def check(hall: Hall, month: str, from_on: date, to_on: date, path: Path) -> CheckedReport:
    """Generate the month in memory as of the entry the file names, and compare cell by cell.

    Later entries that leave the month alone are no difference; an audit head that is not in this
    chain is one.
    """
    from hallctl.sheets.monthly import checking

    hall.require_in_force(to_on)
    book = checking.open_report(path)
    report = gather(hall, month, from_on, to_on, checking.edition_of(book))
    report = _dated(hall, report, checking.printed_head(book))
    found = checking.differences(book, report, fonts(hall, min(to_on, hall.today)))
    return CheckedReport(month, str(path), found)


def _dated(hall: Hall, report: MonthlyReport, printed: tuple[int, str] | None) -> MonthlyReport:
    """The report under the audit head that the file prints, when the chain knows that head."""
    entry = entries.entry(hall.db, printed[0]) if printed else None
    if entry is None or not printed or entry.digest != printed[1]:
        return report
    head = AuditHead(entry.entry_no, entry.digest, entry.at)
    return report._replace(made_at=datetime.fromisoformat(entry.at), head=head)
