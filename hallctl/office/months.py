"""The month (Art. 23): reported, closed, opened again with a reason, and what changed since."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Refused, RowError
from hallctl.figures import Tally, tally
from hallctl.model import Judged, Status
from hallctl.office import waiting
from hallctl.office.attendance import judge_days
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.office.signing import bounds
from hallctl.office.takeovers import minute_of
from hallctl.store import entries, months, people
from hallctl.store.months import Closing, Line
from hallctl.store.writing import Writing


class ClosedMonth(NamedTuple):
    """One closing of a month; ``state`` is closed or reopened."""

    month: str
    state: str
    shifts: int
    accepted_open: int
    """Missing sign-ins that count as absent since."""
    digest: str
    head_entry_no: int
    reported_at: datetime
    reported_by: str
    reopened_at: datetime | None = None
    reopened_by: str | None = None
    reason: str | None = None
    already: bool | None = None


@act("attendance close")
def close(hall: Hall, work: Writing, month: str, *, accept_open: bool = False) -> ClosedMonth:
    """Keep what is reported of a month; from then on its facts change only after a reopening.

    Missing sign-ins that nobody corrected are listed and stop it, unless ``accept_open`` lets them count
    as absent. Raises Refused before the month is over and settled, or for another actor; Conflict while
    taps of the month wait to be written.
    """
    first, last = span_of(month)
    hall.require_in_force(last)
    hall.require_officer("23")
    for one in months.closings(hall.db, month):
        if one.reopened_at is None:
            return _shown(one)._replace(already=True)
    if number := waiting.count(hall.path, last):
        raise Conflict("attendance.taps_waiting", article="23", month=month, number=number)
    judged = judge_days(hall, max(first, hall.facts.effective_from), last)
    unsettled = sum(one.status == Status.DUE for one in judged)
    still_open = [one for one in judged if one.status == Status.MISSING_IN]
    asked = 0 if accept_open else len(still_open)
    try:
        policy.may_close_month(last, hall.today, unsettled, asked)
    except Refused as refused:
        refused.rows = tuple(
            _open_rows(hall, still_open if refused.code.endswith("missing") else ())
        )
        raise
    judged = judge_days(hall, max(first, hall.facts.effective_from), last, as_closed=True)
    head = entries.head(hall.db)
    assert head is not None  # noqa: S101 - init wrote the first entry
    lines = [line_of(one) for one in judged]
    months.add_closing(
        work, month, lines, totals_of(judged), (head.entry_no, head.digest), len(still_open)
    )
    work.tell({"shifts": len(lines)}, month=month, accepted_open=len(still_open))
    if earlier := [one.month for one in unreported(hall) if one.month < month]:
        hall.note(
            "attendance.earlier_unreported", "23", month=month, months=earlier, first=earlier[0]
        )
    return _shown(months.closings(hall.db, month)[-1])


@act("attendance reopen")
def reopen(hall: Hall, work: Writing, month: str, reason: str) -> ClosedMonth:
    """Open a closed month again, with a reason that the next report shows; the officer's alone."""
    span_of(month)
    hall.require_officer("23")
    found = months.closings(hall.db, month)
    if not found:
        raise NotFound("attendance.never_closed", month=month)
    if found[-1].reopened_at is not None:
        return _shown(found[-1])._replace(already=True)
    months.add_reopening(work, found[-1].close_no, reason)
    work.tell({"reopened": month}, reason=reason)
    return _shown(months.closings(hall.db, month)[-1])


def closed(hall: Hall) -> list[ClosedMonth]:
    """Every closing there was, by month."""
    return [_shown(one) for one in months.closings(hall.db)]


class Unreported(NamedTuple):
    """A month with duty that has ended and is not closed."""

    month: str
    report_due_on: date
    overdue: bool


def unreported(hall: Hall) -> list[Unreported]:
    """The months that wait to be reported, oldest first (Art. 23)."""
    found = []
    for month in _ended_months(hall):
        if month in months.closed(hall.db) or not months.has_shifts(hall.db, month):
            continue
        last = span_of(month)[1]
        calendar, law = calendar_on(hall, last), hall.law.on(last)
        due_on = policy.report_due_on(last, calendar, law).value
        found.append(Unreported(month, due_on, hall.today > due_on))
    return found


def _ended_months(hall: Hall) -> Iterator[str]:
    first = months.first_shift_on(hall.db)
    day = first.replace(day=1) if first else hall.today
    while day < hall.today.replace(day=1):
        yield f"{day:%Y-%m}"
        day = (day + timedelta(days=32)).replace(day=1)


def span_of(month: str) -> tuple[date, date]:
    """The first and the last day of a month such as 2026-11."""
    first = date.fromisoformat(f"{month}-01")
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def line_of(one: Judged) -> Line:
    """What is kept of one shift."""
    shift = one.shift
    return Line(
        int(shift.shift_no), shift.staff_no, shift.window_no, shift.on,
        minute_of(shift, shift.starts_at), minute_of(shift, shift.ends_at), one.status.value,
        ",".join(one.marks), one.leave_kind, one.minutes_late, one.minutes_early,
        one.minutes_served,
    )  # fmt: skip


def totals_of(judged: Sequence[Judged]) -> dict[tuple[str | None, str], int]:
    """The counts of the hall (None) and of everybody."""
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.staff_no, []).append(one)
    counts: Mapping[str | None, Tally] = {
        None: tally(judged),
        **{no: tally(shifts) for no, shifts in sorted(own.items())},
    }
    return {
        (no, code): value for no, count in counts.items() for code, value in count._asdict().items()
    }


def _open_rows(hall: Hall, still_open: Sequence[Judged]) -> Iterator[RowError]:
    """Every missing sign-in that stops a closing, as a line of its own."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, hall.today)}
    for one in still_open:
        shift = one.shift
        values = {
            "shift_no": shift.shift_no, "on": shift.on, "name": names.get(shift.staff_no, ""),
            "shift": bounds(shift),
        }  # fmt: skip
        yield RowError("attendance.still_open", value=shift.staff_no, values=values)


def _shown(one: Closing) -> ClosedMonth:
    return ClosedMonth(
        one.month, "reopened" if one.reopened_at else "closed", one.shifts, one.accepted_open,
        one.digest, one.head_entry_no, one.at, one.by_no, one.reopened_at, one.reopened_by,
        one.reason,
    )  # fmt: skip
