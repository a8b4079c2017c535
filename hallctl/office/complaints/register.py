"""The register of complaints (投诉台账, Art. 33): who complained is in none of it."""

from datetime import date
from pathlib import Path

from hallctl.office.complaints.looking import list_complaints
from hallctl.office.complaints.sheet import ComplaintSheet, newest
from hallctl.office.hall import Hall
from hallctl.registers import ComplaintLine, ComplaintRegister
from hallctl.store import complaints as store
from hallctl.store import people


def write_register(
    hall: Hall, from_on: date, to_on: date, path: Path
) -> tuple[list[ComplaintSheet], str]:
    """The complaints received over some days as a workbook; returns them and the file's digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.sheets.complaints import write_complaints

    hall.require_in_force(to_on)
    first = max(from_on, hall.facts.effective_from)
    found = list_complaints(hall, (first, to_on))
    law = hall.law.on(min(to_on, hall.today))
    report = ComplaintRegister(
        hall.facts.college, hall.facts.name, first, to_on, officer_name(hall),
        [_line(hall, one) for one in found], law["complaint.accept_days"],
        law["complaint.reply_days"], head_at(hall),
    )  # fmt: skip
    digest = "" if hall.dry_run else write_complaints(report, path, fonts(hall, hall.today))
    return found, digest


def _line(hall: Hall, one: ComplaintSheet) -> ComplaintLine:
    received_on = one.received_at.date()
    if one.about == "officer":
        return ComplaintLine(one.complaint_no, received_on, "", one.about)
    row = store.complaint(hall.db, one.complaint_no)
    finding = newest(store.steps(hall.db, one.complaint_no), "found")
    investigator = (
        people.person(hall.db, finding.by_no, finding.at.date()) if finding else None
    )  # fmt: skip
    return ComplaintLine(
        one.complaint_no, received_on, one.channel or "", one.about,
        one.complained_of or one.window or one.case_no or "", one.kind or "", bool(one.anonymous),
        (row.matter if row else None) or "", one.accepted_at.date() if one.accepted_at else None,
        one.reply_by, one.finding, investigator.name if investigator else "",
        (finding.note if finding else None) or "", one.replied_at.date() if one.replied_at else None,
        one.lateness or _overdue(one), one.violations,
    )  # fmt: skip


def _overdue(one: ComplaintSheet) -> str | None:
    """What is late about a complaint that waits."""
    if not one.overdue:
        return None
    return "reply_late" if one.accepted_at else "accept_late"
