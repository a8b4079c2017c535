"""The registers of the hall (台账) by period: what happened, counted twice, applicants masked."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from hallctl.errors import Usage
from hallctl.office.cases import care_lines, case_lines
from hallctl.office.cases.lines import Lines, Reading
from hallctl.office.hall import Hall
from hallctl.reports import CaseRegister

KINDS: Mapping[str, tuple[Callable[[Reading], Lines], tuple[str, ...]]] = {
    "first-contact": (case_lines.first_contact, (
        "case_no", "received_at", "item", "applicant", "applicant_no", "first_contact",
        "handler", "transfers", "state", "closed_at")),
    "out-of-scope": (case_lines.out_of_scope, (
        "case_no", "received_at", "item", "applicant", "applicant_no", "first_contact", "department",
        "reported_to", "reported_at", "referred_at", "due_on", "answered_by", "fed_back_at", "lateness",
        "state")),
    "notices": (case_lines.notices, (
        "case_no", "noticed_at", "item", "applicant", "applicant_no", "handler", "papers", "which",
        "supplied_at", "state")),
    "overdue": (case_lines.overdue, (
        "case_no", "what", "item", "applicant", "applicant_no", "holder", "due_on", "closed_at",
        "workdays_late", "note")),
    "extensions": (case_lines.extensions, (
        "case_no", "item", "applicant", "applicant_no", "asked_at", "days", "note", "approver",
        "due_on", "told_at")),
    "fees": (care_lines.fees, (
        "at", "case_no", "item", "applicant", "applicant_no", "kind", "amount", "voucher_no",
        "taken_by", "note")),
    "ratings": (care_lines.ratings, (
        "rated_at", "case_no", "item", "applicant", "applicant_no", "window", "handler", "level",
        "comment", "fix_due_on", "fixed_at", "lateness")),
}  # fmt: skip
"""Every register: where its lines come from, and its columns."""

COLUMNS = {kind: columns for kind, (_lines, columns) in KINDS.items()}


def register(hall: Hall, kind: str, from_on: date, to_on: date, *, full: bool) -> CaseRegister:
    """One register of a period, both days included; ``full`` shows applicants unmasked.

    Raises Usage for an unknown kind or a period that ends before it begins, Refused when somebody
    else than the officer asks for applicants by name.
    """
    from hallctl.office.paperwork import head_at, officer_name

    if kind not in KINDS:
        raise Usage("register.unknown", value=kind, known=list(KINDS))
    if to_on < from_on:
        raise Usage("register.backwards", from_on=from_on, to_on=to_on)
    hall.require_in_force(to_on)
    if full:
        hall.require_officer("10")
    first = max(from_on, hall.facts.effective_from)
    found = KINDS[kind][0](Reading(hall, first, to_on, full))
    return CaseRegister(
        kind, hall.facts.college, hall.facts.name, first, to_on, officer_name(hall), found.lines,
        found.checks, found.sums, not full, head_at(hall),
    )  # fmt: skip


def write(hall: Hall, found: CaseRegister, path: Path) -> str:
    """Write a register as an official form; returns the file's digest."""
    from hallctl.office.paperwork import fonts
    from hallctl.sheets.case_registers import write_register

    return write_register(
        found, COLUMNS[found.kind], path, fonts(hall, min(found.to_on, hall.today))
    )
