"""What the report says beside a shift: corrections with their reason, checks, excuses, late swaps."""

from collections.abc import Mapping
from datetime import date

from hallctl.office.hall import Hall
from hallctl.store import findings, swaps
from hallctl.store.people import Person

Remarks = Mapping[tuple[str, str], list[str]]
"""By shift and person."""


def remarks(hall: Hall, from_on: date, to_on: date, staff: Mapping[str, Person]) -> Remarks:
    """Everything that somebody should read beside the shifts of some days (both included)."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in findings.corrections(hall.db, from_on, to_on):
        witness = staff[row.witness_no].name if row.witness_no in staff else row.witness_no
        beyond = "，超出更正期限或次数" if row.beyond else ""
        text = f"更正：{row.reason}（见证：{witness}{beyond}）"
        found.setdefault((row.shift_no, row.staff_no), []).append(text)
    for check in findings.checks(hall.db, from_on, to_on):
        if check.state != "dropped":
            until = f"至{check.to_at:%H:%M}" if check.to_at else ""
            contested = "，有异议" if check.state == "contested" else ""
            text = f"查岗{check.at:%H:%M}{until}不在岗{contested}"
            found.setdefault((check.shift_no, check.staff_no), []).append(text)
    for excuse in findings.excuses(hall.db, from_on, to_on):
        text = f"谅解：{excuse.reason}"
        found.setdefault((excuse.shift_no, excuse.staff_no), []).append(text)
    for shift_no, taker_no in swaps.recorded_late(hall.db, from_on, to_on):
        found.setdefault((shift_no, taker_no), []).append("换班事后补记")
    return found
