"""The rows behind a report: people, windows, shifts, cases, weeks."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, timedelta

from hallctl.figures import CaseFact, case_figures, tally
from hallctl.figures.weeks import weeks
from hallctl.lifecycle import OPEN
from hallctl.model import Judged, Role
from hallctl.office.cases.closing import is_overdue
from hallctl.office.cases.sheet import subject
from hallctl.office.hall import Hall
from hallctl.office.masking import masked_name, masked_number
from hallctl.office.remarks import Remarks
from hallctl.reports.monthly import (
    CaseLine,
    GridShift,
    PersonMonth,
    ShiftLine,
    WeekCases,
    WindowMonth,
)
from hallctl.store import people
from hallctl.store.cases import Case
from hallctl.store.people import Person


def people_rows(
    judged: Sequence[Judged], staff: Mapping[str, Person], windows: Mapping[str, str]
) -> list[PersonMonth]:
    """Everybody with a shift, by window, leaders first."""
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.staff_no, []).append(one)
    found = []
    for no, shifts in own.items():
        person, count = staff.get(no), tally(shifts)
        window_no = (person.window_no if person else None) or shifts[0].shift.window_no
        grid = [
            GridShift(
                one.shift.on,
                one.status,
                one.marks,
                one.leave_kind,
                one.shift.taken_from is not None,
            )
            for one in sorted(shifts, key=lambda one: one.shift.starts_at)
        ]
        found.append(
            PersonMonth(
                no, person.name if person else no, window_no, windows[window_no], grid,
                count._asdict(), count.attendance_rate,
            )
        )  # fmt: skip
    order = {"officer": 0, "leader": 1, "student": 2}
    return sorted(
        found,
        key=lambda one: (one.window_no, order.get(_role(staff, one.staff_no), 3), one.staff_no),
    )


def _role(staff: Mapping[str, Person], staff_no: str) -> str:
    person = staff.get(staff_no)
    return person.role.value if person and person.role else ""


def window_rows(
    hall: Hall, judged: Sequence[Judged], listed: Iterable[Case], windows: Mapping[str, str],
    first: date, to_on: date,
) -> list[WindowMonth]:  # fmt: skip
    """Every window, by number."""
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.window_no, []).append(one)
    served: dict[str, list[Case]] = {}
    for case in listed:
        served.setdefault(case.file.window_no, []).append(case)
    found = []
    for no, name in windows.items():
        count = tally(own.get(no, ()))
        facts = [fact for case in served.get(no, ()) if (fact := case_fact(case, 0))]
        service = case_figures(facts, first, to_on, hall.today - timedelta(days=1))
        leaders = people.serving_at(hall.db, no, Role.LEADER, to_on)
        found.append(
            WindowMonth(
                no, name, leaders[0].name if leaders else "", count.due, count.attended,
                count.attendance_rate, service.cases_accepted, service.cases_completed,
                service.cases_late,
            )
        )  # fmt: skip
    return found


def shift_row(
    one: Judged,
    staff: Mapping[str, Person],
    windows: Mapping[str, str],
    typed_late: Set[tuple[str, datetime]],
    beside: Remarks,
) -> ShiftLine:
    """One shift in detail; ``typed_late`` are punches recorded long after they happened."""
    shift = one.shift
    person = staff.get(shift.staff_no)
    said = [
        f"{part.from_at:%H:%M}-{part.to_at:%H:%M}由{_name(staff, part.who)}替班"
        for part in shift.given
    ]
    if shift.given_to:
        said = [f"由{_name(staff, shift.given_to)}替班"]
    elif shift.taken_from:
        said = [f"替{_name(staff, shift.taken_from)}"]
    punched = [at for at in (one.signed_in_at, one.signed_out_at) if at]
    if any((shift.staff_no, at) in typed_late for at in punched):
        said.append("事后补录")
    said += beside.get((shift.shift_no, shift.staff_no), ())
    return ShiftLine(
        shift.on, windows[shift.window_no], shift.staff_no, person.name if person else "",
        f"{shift.starts_at:%H:%M}", f"{shift.ends_at:%H:%M}",
        f"{one.signed_in_at:%H:%M:%S}" if one.signed_in_at else "",
        f"{one.signed_out_at:%H:%M:%S}" if one.signed_out_at else "",
        one.status, one.marks, one.leave_kind, one.minutes_late, one.minutes_early,
        one.minutes_served, "、".join(said),
    )  # fmt: skip


def case_row(
    hall: Hall, case: Case, staff: Mapping[str, Person], windows: Mapping[str, str], to_on: date
) -> CaseLine:
    """One case as it stood at the end of the period, its applicant masked."""
    file, now = case
    closed = now.closed_at if now.closed_at and now.closed_at.date() <= to_on else None
    state = now.state if closed or now.state in OPEN else "accepted"
    due = (
        ""
        if now.due_on is None
        else f"{now.due_on}{'（暂定）' if now.due_status == 'provisional' else ''}"
    )
    lateness = (
        (now.lateness or "")
        if closed
        else "late"
        if is_overdue(case, min(to_on + timedelta(days=1), hall.today))
        else ""
    )
    return CaseLine(
        file.case_no, subject(hall, case), now.tier or "outofscope", masked_name(case.applicant or ""),
        masked_number(case.applicant_no), windows[file.window_no], _name(staff, now.handler_no),
        f"{file.received_at:%m-%d %H:%M}",
        f"{now.accepted_at:%m-%d %H:%M}" if now.accepted_at else "", due,
        f"{closed:%m-%d %H:%M}" if closed else "", state, lateness,
        now.workdays_used if closed else None,
    )  # fmt: skip


def _name(staff: Mapping[str, Person], number: str) -> str:
    person = staff.get(number)
    return person.name if person else number


def week_rows(facts: Sequence[CaseFact], first: date, to_on: date, over: date) -> list[WeekCases]:
    """The weeks of the month, cut at its ends."""
    return [
        WeekCases(
            f"{one.from_on.month}.{one.from_on.day}"
            + (f"-{one.to_on.day}" if one.to_on > one.from_on else ""),
            one.accepted, one.completed, one.due, one.in_time, one.on_time_rate,
        )
        for one in weeks(facts, first, to_on, over)
    ]  # fmt: skip


def case_fact(case: Case, notices: int, paused_workdays: int = 0) -> CaseFact | None:
    """What the figures need of a case; None while it is not accepted."""
    now = case.now
    if not (now.accepted_at and now.due_on and now.due_latest):
        return None
    gross = None if now.workdays_used is None else now.workdays_used + paused_workdays
    return CaseFact(
        case.file.case_no, now.tier or "", now.promise_days or 0, now.accepted_at, now.due_on,
        now.due_latest, now.closed_at, now.result, now.lateness, now.workdays_used, gross, notices,
        now.state == "withdrawn",
    )  # fmt: skip
