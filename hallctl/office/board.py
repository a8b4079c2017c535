"""The officer's board: what matters now, and nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import policy
from hallctl.model import Status
from hallctl.office import waiting
from hallctl.office.attendance import judge_days
from hallctl.office.cases.due import DueCase, due_cases
from hallctl.office.complaints.looking import list_complaints
from hallctl.office.complaints.sheet import ComplaintSheet
from hallctl.office.credit import ledger
from hallctl.office.credit.ledger import Entry, Standing
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.hours import Hours
from hallctl.office.months import Unreported, unreported
from hallctl.office.roster import staffing
from hallctl.office.roster.staffing import StaffingFinding
from hallctl.store import cases, days, people, places

LOOK_BACK = timedelta(days=7)
"""How far back missing punches are listed."""


class OnDuty(NamedTuple):
    """One person who should be at a window now."""

    window: str
    staff_no: str
    name: str
    shift: str
    signed_in_at: object
    minutes_late: int


class Missing(NamedTuple):
    """One recent shift with a punch missing or nobody there."""

    shift_no: str
    on: date
    window: str
    staff_no: str
    name: str
    status: str


class CalendarNews(NamedTuple):
    """What somebody should know about the days to come."""

    code: str
    year: int


class Board(NamedTuple):
    """Everything the officer looks at in the morning."""

    at: object
    day_kind: str
    on_duty: Sequence[OnDuty]
    gaps: Sequence[str]
    """Windows with nobody rostered now although the hall is open."""
    missing: Sequence[Missing]
    overdue: Sequence[DueCase]
    due_soon: Sequence[DueCase]
    supplementing: int
    complaints: Sequence[ComplaintSheet]
    """Not answered yet, those that came first before the others."""
    proposals: Sequence[Entry]
    dismissals: Sequence[Standing]
    staffing: Sequence[StaffingFinding]
    taps_waiting: int
    """Taps that the hall file has not taken in."""
    calendar: Sequence[CalendarNews]
    report_due_on: date
    """By when last month's report goes to the leadership (Art. 23)."""
    unreported: Sequence[Unreported]
    """Months with duty that have ended and are not closed, oldest first."""


def board(hall: Hall) -> Board:
    """The board at the clock of the hall; raises Refused before the regulation's first day."""
    hall.require_in_force(hall.today)
    calendar = calendar_on(hall, hall.today)
    names = {one.staff_no: one.name for one in people.everybody(hall.db, hall.today)}
    windows = places.window_names(hall.db, hall.today)
    due = due_cases(hall, None)
    on_duty = _on_duty(hall, names, windows)
    month_end = hall.today.replace(day=1) - timedelta(days=1)
    law = hall.law.on(hall.today)
    return Board(
        hall.now,
        calendar.day_fact(hall.today).kind.value,
        on_duty,
        _gaps(hall, windows, {one.window for one in on_duty}),
        _missing(hall, names, windows),
        [one for one in due if one.overdue],
        [one for one in due if not one.overdue],
        sum(one.now.state == "supplementing" for one in cases.open_cases(hall.db)),
        list_complaints(hall, None),
        ledger.pending(hall),
        [
            one
            for one in ledger.standings(hall, hall.today)
            if one.standing == "dismissal_proposed" and not one.kept
        ],
        staffing.check(hall),
        waiting.count(hall.path),
        _calendar_news(hall),
        policy.report_due_on(month_end, calendar, law).value,
        unreported(hall),
    )


def _on_duty(hall: Hall, names: dict[str, str], windows: dict[str, str]) -> list[OnDuty]:
    found = []
    for one in judge_days(hall, hall.today - timedelta(days=1), hall.today):
        shift = one.shift
        if (
            one.status not in {Status.GIVEN_AWAY, Status.LEAVE}
            and shift.starts_at <= hall.now < shift.ends_at
        ):
            bounds = f"{shift.starts_at:%H:%M}-{shift.ends_at:%H:%M}"
            name = names.get(shift.staff_no, "")
            found.append(
                OnDuty(
                    windows[shift.window_no],
                    shift.staff_no,
                    name,
                    bounds,
                    one.signed_in_at,
                    one.minutes_late,
                )
            )
    return found


def _gaps(hall: Hall, windows: dict[str, str], covered: set[str]) -> list[str]:
    """Windows where nobody is rostered now although they are open (Art. 22)."""
    hours = Hours(hall)
    minute = hall.now.hour * 60 + hall.now.minute
    return [
        name
        for window_no, name in windows.items()
        if name not in covered
        and any(first <= minute < last for first, last in hours.open_minutes(window_no, hall.today))
    ]


def _missing(hall: Hall, names: dict[str, str], windows: dict[str, str]) -> list[Missing]:
    first = max(hall.today - LOOK_BACK, hall.facts.effective_from)
    wanted = {Status.ABSENT, Status.MISSING_IN, Status.MISSING_OUT}
    return [
        Missing(
            one.shift.shift_no, one.shift.on, windows[one.shift.window_no], one.shift.staff_no,
            names.get(one.shift.staff_no, ""), one.status.value,
        )
        for one in judge_days(hall, first, hall.today)
        if one.status in wanted
    ]  # fmt: skip


def _calendar_news(hall: Hall) -> list[CalendarNews]:
    """The next year is pointed out from October on until its notice is recorded."""
    announced = {row.year for row in days.years(hall.db)}
    year = hall.today.year
    found = [] if year in announced else [CalendarNews("status.year_unannounced", year)]
    if hall.today.month >= 10 and year + 1 not in announced:
        found.append(CalendarNews("status.year_unannounced", year + 1))
    return found
