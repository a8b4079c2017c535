"""A card reader's taps: which way somebody goes, and which taps are one (Art. 23)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hallctl import attendance
from hallctl.model import AttendanceRules, Punch, Shift


def way_of_tap(
    shifts: Sequence[Shift], punches: Iterable[Punch], at: datetime, rules: AttendanceRules
) -> str:
    """In or out, where the reader does not say.

    The first tap of a shift is in, every later one out, so that coming back from a break loses
    nothing: the last one counts. Nobody comes when the shift has ended: that is out. Outside any
    shift in and out take turns over the day. ``shifts`` and ``punches`` are that person's.
    """
    before = sorted(one for one in punches if one.at <= at)
    shift = attendance.shift_for_punch(shifts, at, rules)
    if shift is None:
        loose = [
            one
            for one in before
            if one.at.date() == at.date()
            and attendance.shift_for_punch(shifts, one.at, rules) is None
        ]
        return "out" if loose and loose[-1].direction == "in" else "in"
    if at >= shift.ends_at:
        return "out"
    judged = attendance.judge(shifts, before, (), rules, at)
    came = any(
        one.signed_in_at is not None for one in judged if one.shift.shift_no == shift.shift_no
    )
    return "out" if came else "in"


def same_tap(
    punches: Iterable[Punch], at: datetime, way: str | None, rules: AttendanceRules
) -> Punch | None:
    """The recorded punch that a tap at ``at`` repeats, None when it is one of its own.

    Taps closer than ``attendance.tap_seconds`` are one, whichever came first, unless ``way`` was
    said and is the opposite.
    """
    near = [
        one
        for one in punches
        if abs((one.at - at).total_seconds()) < rules.tap_seconds
        and (way is None or one.direction in {way, "?"})
    ]
    return min(near, key=lambda one: abs(one.at - at), default=None)
