"""The cases of any period: by window, tier, item and handler, what was overdue, and every case (Art. 27)."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from hallctl.errors import Usage
from hallctl.lifecycle import OPEN
from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.office.masking import masked_name, masked_number
from hallctl.office.reporting.gathering import Gathered, Written, written
from hallctl.reports.periodic import CasesReport, GroupLine, ListedCase
from hallctl.store.cases import Case


def write_cases(hall: Hall, name: str, from_on: date, to_on: date, path: Path) -> Written:
    """Gather the cases of a period, write the workbook, return the figures.

    Raises Usage for days in the wrong order, Refused before the regulation.
    """
    from hallctl.sheets.periodic.cases import write_cases as write

    if to_on < from_on:
        raise Usage("register.backwards", from_on=from_on, to_on=to_on)
    report = gather(hall, name, from_on, to_on)
    figures = {key: value for key, value in report.figures.items() if key in CODES}
    return written(
        hall, report.cover, path, figures, lambda out, faces: write(report, out, faces)
    )  # fmt: skip


CODES = (
    "cases_opening", "cases_accepted", "cases_completed", "cases_refused", "cases_withdrawn",
    "cases_open", "cases_late", "completion_rate", "on_time_rate", "early_rate", "instant_rate",
    "mean_workdays_net", "mean_workdays_gross", "saved_time_rate", "one_notice_rate",
)  # fmt: skip


def gather(hall: Hall, name: str, from_on: date, to_on: date) -> CasesReport:
    """Everything the workbook shows, as known at the end of the period."""
    got = Gathered(hall, name, from_on, to_on)
    item = {no: subject(hall, case) for no, case in got.cases.items()}
    return CasesReport(
        got.cover(),
        got.figures,
        _groups(got, lambda case: case.file.window_no, lambda no: got.windows.get(no, no)),
        _groups(got, lambda case: case.now.tier or "", str),
        _groups(got, lambda case: item[case.file.case_no], str),
        _groups(got, lambda case: case.now.handler_no, got.who),
        got.overdue(),
        list(_listed(got, item)),
    )


def _groups(
    got: Gathered, key: Callable[[Case], str], name: Callable[[str], str]
) -> list[GroupLine]:
    """Groups that had a case in the period, by key."""
    return [
        GroupLine(value, name(value), figures)
        for value, figures in sorted(got.by(key).items())
        if figures["cases_opening"] or figures["cases_accepted"]
    ]


def _listed(got: Gathered, item: dict[str, str]) -> Iterator[ListedCase]:
    """Every accepted case that was alive in the period, as it stood at its end."""
    over = {one.case_no for one in got.overdue()}
    for no, case in got.cases.items():
        file, now = case
        accepted = now.accepted_at.date() if now.accepted_at else None
        closed = now.closed_at.date() if now.closed_at else None
        gone = closed is not None and closed < got.from_on
        if accepted is None or now.due_on is None or accepted > got.to_on or gone:
            continue
        if closed and closed > got.to_on:
            closed = None
        state = now.state if closed or now.state in OPEN else "accepted"
        yield ListedCase(
            no, item[no], now.tier or "", masked_name(case.applicant or ""),
            masked_number(case.applicant_no), got.windows[file.window_no], got.who(now.handler_no),
            accepted, now.due_on, now.due_status == "provisional", closed, state,
            (now.lateness or "") if closed else "late" if no in over else "",
            now.workdays_used if closed else None,
        )  # fmt: skip
