"""The whole reckoning behind one shift: roster, special days, swaps, punches, decisions (Art. 14, 22, 23)."""

from collections.abc import Iterator
from datetime import timedelta

from hallctl import attendance
from hallctl.model import Ground, Judged, Shift
from hallctl.office.attendance import judge_shift
from hallctl.office.hall import Hall
from hallctl.office.signing import bounds, rules_on
from hallctl.store import days, duty, findings, months, swaps


def steps(hall: Hall, judged: Judged) -> list[Ground]:
    """What led to a shift's name, in the order it is reckoned."""
    rostered = duty.shift(hall.db, judged.shift.shift_no)
    assert rostered is not None  # noqa: S101 - it was judged
    found = [*_roster(hall, rostered), *_swaps(hall, rostered, judged)]
    if judged.shift.given_to is None:
        found += [*_punches(hall, judged), *_decisions(hall, judged)]
    month = f"{judged.shift.on:%Y-%m}"
    if month in months.closed(hall.db):
        found.append(Ground("23", "why.month_closed", {"month": month}))
    return found


def _roster(hall: Hall, rostered: Shift) -> Iterator[Ground]:
    values = {
        "staff_no": rostered.staff_no,
        "window_no": rostered.window_no,
        "shift": bounds(rostered),
        "on": rostered.on,
    }
    yield Ground("22", "why.rostered", values)
    for row in days.local_days(hall.db):
        if row.from_on <= rostered.on <= row.to_on and row.kind == "special_hours":
            opens, closes = divmod(row.opens or 0, 60), divmod(row.closes or 0, 60)
            hours = f"{opens[0]:02d}:{opens[1]:02d}-{closes[0]:02d}:{closes[1]:02d}"
            yield Ground("22", "why.special_hours", {"hours": hours, "authority": row.authority})


def _swaps(hall: Hall, rostered: Shift, judged: Judged) -> Iterator[Ground]:
    midnight = duty.midnight(rostered.on)
    for one in swaps.taken(hall.db, rostered.shift_no):
        first, last = rostered.starts_at, rostered.ends_at
        if one.start_minute is not None and one.end_minute is not None:
            first = midnight + timedelta(minutes=one.start_minute)
            last = midnight + timedelta(minutes=one.end_minute)
        values = {
            "giver_no": rostered.staff_no, "taker_no": one.taker_no,
            "shift": f"{first:%H:%M}-{last:%H:%M}", "reason": one.reason,
            "approved_by": one.approved_by,
        }  # fmt: skip
        because = "why.substitute" if one.leave_no else "why.swapped"
        yield Ground("14", because, values)
        if one.taker_no != judged.shift.staff_no:
            theirs = judge_shift(hall, rostered.shift_no, one.taker_no)
            if theirs is not None:
                values = {"staff_no": one.taker_no, "status": theirs.status.value}
                yield Ground("14", "why.part_judged", values)


def _punches(hall: Hall, judged: Judged) -> Iterator[Ground]:
    """The raw punches that belong to the shift, where they come from, and which taps are one."""
    shift, day = judged.shift, timedelta(days=1)
    rules = rules_on(hall, max(shift.on, hall.facts.effective_from))
    listed = duty.shifts(hall.db, shift.on - day, shift.on + day, shift.staff_no)
    shifts = list(attendance.on_special_days(listed, days.local_days(hall.db)))
    span = (duty.midnight(shift.on - day), duty.midnight(shift.on + 2 * day))
    raw = duty.punches(hall.db, *span, shift.staff_no).get(shift.staff_no, [])
    bound = attendance.bindings(shifts, raw, rules).get(shift.shift_no)
    if bound is None:
        return
    yield Ground("23", "why.binds", {"from_at": bound.from_at, "until": bound.to_at})
    for one in duty.punch_sources(hall.db, bound.from_at, bound.to_at, shift.staff_no):
        yield Ground("23", "why.punch_from_file" if one.file else "why.punch", one._asdict())
    if len(bound.merged) < len(bound.punches):
        values = {"number": len(bound.punches), "taps": len(bound.merged)}
        yield Ground("23", "why.merged", {**values, "seconds": rules.tap_seconds})


def _decisions(hall: Hall, judged: Judged) -> Iterator[Ground]:
    shift = judged.shift
    for row in findings.corrections_of(hall.db, shift.shift_no, shift.staff_no):
        values = {**row._asdict(), "in_at": row.in_at or "—", "out_at": row.out_at or "—"}
        yield Ground("23", "why.corrected_beyond" if row.beyond else "why.corrected", values)
    for leave in swaps.leave_spans(hall.db, shift.starts_at, shift.ends_at, shift.staff_no):
        values = {
            "leave_no": leave.leave_no, "leave_kind": leave.span.kind, "from_at": leave.span.from_at,
            "to_at": leave.span.to_at, "approved_by": leave.approved_by, "reason": leave.reason,
        }  # fmt: skip
        yield Ground("14", "why.on_leave", values)
    for check in findings.checks(hall.db, shift.on, shift.on):
        if (check.shift_no, check.staff_no) == (shift.shift_no, shift.staff_no):
            values = {**check._asdict(), "to_at": check.to_at or "—"}
            yield Ground("14", "why.spot_check", values)
    for excuse in findings.excuses(hall.db, shift.on, shift.on):
        if (excuse.shift_no, excuse.staff_no) == (shift.shift_no, shift.staff_no):
            yield Ground("23", "why.excused", excuse._asdict())
    values = {"minutes_served": judged.minutes_served, "minutes_away": judged.minutes_away}
    yield Ground("23", "why.minutes", {**values, "marks": judged.marks or "—"})
