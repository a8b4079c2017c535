"""Attendance: every shift called by its name (Art. 22, 23)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import attendance as judging
from hallctl.errors import Conflict
from hallctl.model import AttendanceRules, Decided, Judged, Shift
from hallctl.office.hall import Hall
from hallctl.office.signing import rules_on
from hallctl.store import days, duty, findings, months, people, places
from hallctl.store.duty import midnight


class Attended(NamedTuple):
    """One duty shift with what it is called."""

    shift_no: str
    staff_no: str
    name: str
    window: str
    on: date
    start: str
    end: str
    signed_in_at: datetime | None
    signed_out_at: datetime | None
    status: str
    marks: tuple[str, ...]
    minutes_late: int
    minutes_early: int
    minutes_served: int
    minutes_away: int | None = None
    """Of a spot check, where its length is known."""


def show(
    hall: Hall,
    from_on: date,
    to_on: date,
    *,
    staff: str | None,
    window: str | None,
    only: str | None,
) -> list[Attended]:
    """Every duty shift from one day to another (both included), judged at the clock of the hall.

    ``only`` keeps one status, or ``exceptions`` for everything but present, due and given away.
    """
    staff_no = hall.person(staff).staff_no if staff else None
    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    windows = places.window_names(hall.db, to_on)
    return [
        _attended(one, names, windows)
        for one in judge_days(hall, from_on, to_on, staff_no)
        if window in {None, one.shift.window_no, windows[one.shift.window_no]}
        and _wanted(one, only)
    ]


def judge_days(
    hall: Hall, from_on: date, to_on: date, staff_no: str | None = None, *, as_closed: bool = False
) -> list[Judged]:
    """Call every shift of a range of days (both included) by its name, by day, window and start.

    ``as_closed`` calls them as they will be called once their months are closed.
    """
    shifts: dict[str, list[Shift]] = {}
    day = timedelta(days=1)
    # a day more at both ends: a punch may belong to a neighbour's shift across midnight
    listed = duty.shifts(hall.db, from_on - day, to_on + day, staff_no)
    for one in judging.on_special_days(listed, days.local_days(hall.db)):
        shifts.setdefault(one.staff_no, []).append(one)
    span = (midnight(from_on - day), midnight(to_on + 2 * day))
    punches = duty.punches(hall.db, *span, staff_no)
    leaves = duty.leaves(hall.db, *span, staff_no)
    decided = decisions(hall, from_on - day, to_on + day)
    closed = months.closed(hall.db)
    rules: dict[date, AttendanceRules] = {}

    def rules_of(on: date) -> AttendanceRules:
        if on not in rules:
            found = rules_on(hall, max(on, hall.facts.effective_from))
            rules[on] = found._replace(missing_in_is_absent=as_closed or f"{on:%Y-%m}" in closed)
        return rules[on]

    found = [
        judged
        for no, own in shifts.items()
        for judged in judging.judge(
            own,
            punches.get(no, ()),
            leaves.get(no, ()),
            rules_of,
            hall.now,
            decided.get(no, NOTHING),
        )
        if from_on <= judged.shift.on <= to_on
    ]
    return sorted(
        found,
        key=lambda one: (
            one.shift.on,
            one.shift.window_no,
            one.shift.starts_at,
            one.shift.staff_no,
        ),
    )


NOTHING = Decided()


def decisions(hall: Hall, from_on: date, to_on: date) -> dict[str, Decided]:
    """What people decided about the shifts of some days (both included), by person."""
    corrections = findings.as_corrections(findings.corrections(hall.db, from_on, to_on))
    left_post = findings.left_post(findings.checks(hall.db, from_on, to_on))
    excused: dict[str, set[str]] = {}
    for one in findings.excuses(hall.db, from_on, to_on):
        excused.setdefault(one.staff_no, set()).add(one.shift_no)
    return {
        no: Decided(corrections.get(no, ()), left_post.get(no, {}), frozenset(excused.get(no, ())))
        for no in {*corrections, *left_post, *excused}
    }


def judge_shift(hall: Hall, shift_no: str, staff_no: str | None = None) -> Judged | None:
    """One shift as its holder's (or that person's), None when there is no such shift."""
    shift = duty.shift(hall.db, shift_no) if shift_no.isdigit() else None
    if shift is None:
        return None
    holder = staff_no or shift.given_to or shift.staff_no
    for judged in judge_days(hall, shift.on, shift.on, holder):
        if judged.shift.shift_no == shift_no:
            return judged
    raise Conflict("duty.no_shift_then", staff_no=holder, at=shift.starts_at)


def _wanted(one: Judged, only: str | None) -> bool:
    if only is None:
        return True
    if only == "exceptions":
        return one.status not in {"present", "due", "given_away"} or bool(one.marks)
    return one.status == only


def _attended(one: Judged, names: Mapping[str, str], windows: Mapping[str, str]) -> Attended:
    shift = one.shift
    return Attended(
        shift.shift_no, shift.staff_no, names.get(shift.staff_no, ""), windows[shift.window_no],
        shift.on, f"{shift.starts_at:%H:%M}", f"{shift.ends_at:%H:%M}", one.signed_in_at,
        one.signed_out_at, one.status.value, one.marks, one.minutes_late, one.minutes_early,
        one.minutes_served, one.minutes_away or None,
    )  # fmt: skip
