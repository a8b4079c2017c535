"""The register of credit points (信誉分台账, Art. 32): everything that surrounds each entry of a year."""

from datetime import date
from pathlib import Path

from hallctl import policy
from hallctl.office.credit.ledger import Entry, entry_of
from hallctl.office.hall import Hall
from hallctl.reports import CreditLine, CreditRegister
from hallctl.store import contesting, credit


def register(hall: Hall, day: date) -> list[Entry]:
    """Every entry of the academic year of ``day``, by the day it happened."""
    first, last = policy.credit_window(day, hall.law)
    return [entry_of(hall, row) for row in credit.between(hall.db, first, last)]


def write_register(hall: Hall, day: date, path: Path) -> tuple[list[Entry], str]:
    """The year's register as a workbook; returns the entries and the file's digest."""
    from hallctl.office.paperwork import fonts, head_at, officer_name
    from hallctl.sheets.register import write_credit

    entries = register(hall, day)
    first, last = policy.credit_window(day, hall.law)
    report = CreditRegister(
        hall.facts.college, hall.facts.name, first, min(last, hall.today), officer_name(hall),
        [_line(hall, entry) for entry in entries], head_at(hall),
        hall.law.on(first)["credit.base"],
    )  # fmt: skip
    digest = "" if hall.dry_run else write_credit(report, path, fonts(hall, hall.today))
    return entries, digest


def _line(hall: Hall, entry: Entry) -> CreditLine:
    """One entry as the register has it."""
    contested = contesting.appeal(hall.db, entry.entry_no)
    return CreditLine(
        *entry[:9], entry.case_no or entry.complaint_no or "", entry.note or "",
        entry.evidence or "", entry.statement or "", entry.appeal_by,
        contested.at.date() if contested else None, contested.reason if contested else "",
        contested.verdict if contested else None,
        (contested.verdict_reason or "") if contested else "", "、".join(entry.handed_to or ()),
    )  # fmt: skip
