"""From raw punches to what each duty shift is called (Art. 14, 22, 23).

De-duplicate, bind to the nearest shift, merge taps, correct, pair, apply leave, classify. Everything is
in whole minutes and derived anew each time; nothing here is stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from hallctl.attendance.binding import (
    RulesOf,
    always,
    on_special_days,
    own_spans,
    rest_of,
    shift_for_punch,
    stretches,
)
from hallctl.attendance.pairing import Presence, corrected, merged, paired, told
from hallctl.model import AttendanceRules, Decided, Judged, LeaveSpan, Part, Punch, Shift, Status

__all__ = [
    "bindings",
    "judge",
    "minutes_early_at",
    "minutes_late_at",
    "on_special_days",
    "own_spans",
    "rest_of",
    "shift_for_punch",
]

Span = tuple[datetime, datetime]


def judge(
    shifts: Iterable[Shift],
    punches: Iterable[Punch],
    leaves: Sequence[LeaveSpan],
    rules: AttendanceRules | RulesOf,
    now: datetime,
    decided: Decided = Decided(),
) -> list[Judged]:
    """Call every shift of ONE person by its name, in order of their start.

    ``shifts`` are that person's, given-away ones included; ``punches`` all of that person's in the
    range, in any order; ``decided`` what people decided beside them. A shift that is not settled at
    ``now`` is DUE: nobody is accused early.
    """
    rules_of = rules if callable(rules) else always(rules)
    ordered = sorted(map(rest_of, shifts), key=lambda one: (one.starts_at, one.shift_no))
    own = [one for one in ordered if one.given_to is None]
    judged = {one.shift_no: _given_away(one, leaves) for one in ordered if one.given_to is not None}
    found = sorted(set(punches))
    for stretch in stretches(own, rules_of):
        settings = rules_of(stretch.shifts[0].on)
        mine = [one for one in found if stretch.from_at <= one.at < stretch.to_at]
        taps = told(merged(mine, settings.tap_seconds), stretch)
        presence = paired(corrected(taps, stretch, decided.corrections), stretch)
        for shift in stretch.shifts:
            named = _classify(shift, presence, leaves, rules_of(shift.on), now, decided)
            judged[shift.shift_no] = _with_decisions(named, decided)
    return [judged[one.shift_no] for one in ordered]


class Bound(NamedTuple):
    """The punches that belong to a shift, as they came and with close taps merged."""

    from_at: datetime
    to_at: datetime
    """Exclusive."""
    punches: Sequence[Punch]
    merged: Sequence[Punch]


def bindings(
    shifts: Iterable[Shift], punches: Iterable[Punch], rules: AttendanceRules
) -> dict[str, Bound]:
    """For every shift that one person serves: from when to when punches are its own, and which."""
    own = sorted(map(rest_of, shifts), key=lambda one: (one.starts_at, one.shift_no))
    found = sorted(set(punches))
    bound = {}
    for stretch in stretches([one for one in own if one.given_to is None], always(rules)):
        mine = [one for one in found if stretch.from_at <= one.at < stretch.to_at]
        taps = merged(mine, rules.tap_seconds)
        for shift in stretch.shifts:
            bound[shift.shift_no] = Bound(stretch.from_at, stretch.to_at, mine, taps)
    return bound


def minutes_late_at(shift: Shift, at: datetime, rules: AttendanceRules) -> int:
    """How many whole minutes a sign-in at ``at`` is late; 0 within the grace."""
    late = _minutes(shift.starts_at, at)
    return late if late > rules.grace_minutes else 0


def minutes_early_at(shift: Shift, at: datetime) -> int:
    """How many whole minutes a sign-out at ``at`` is before the shift's end."""
    return max(0, _minutes(at, shift.ends_at))


def _given_away(shift: Shift, leaves: Sequence[LeaveSpan]) -> Judged:
    """A shift that somebody else serves; leave that a substitute covers is a mark."""
    starts_at, ends_at, kind = _without_leave(shift, leaves)
    on_leave = kind is not None and starts_at >= ends_at
    marks = ("leave",) if on_leave else ()
    kind = kind if on_leave else None
    return Judged(shift, Status.GIVEN_AWAY, marks, None, None, 0, 0, 0, kind)


def _classify(
    shift: Shift,
    presence: Presence,
    leaves: Sequence[LeaveSpan],
    rules: AttendanceRules,
    now: datetime,
    decided: Decided,
) -> Judged:
    starts_at, ends_at, leave_kind = _without_leave(shift, leaves)
    if leave_kind and starts_at >= ends_at:
        return Judged(shift, Status.LEAVE, (), None, None, 0, 0, 0, leave_kind)
    served = [one for one in presence.served if one[0] < ends_at and one[1] > starts_at]
    lone_in = presence.lone_in if presence.lone_in and presence.lone_in < ends_at else None
    lone_out = presence.lone_out if presence.lone_out and presence.lone_out > starts_at else None
    if not rules.sign_out_expected and lone_in:
        served, lone_in = [*served, (lone_in, max(lone_in, ends_at))], None
    in_at = served[0][0] if served else lone_in
    out_at = served[-1][1] if served and not lone_in else None
    missing_in = bool(lone_out and (in_at is None or lone_out < in_at))
    unproven = missing_in and rules.missing_in_is_absent
    late = 0 if missing_in or in_at is None else _late(starts_at, ends_at, in_at, rules)
    early = min(_minutes(out_at, ends_at), _minutes(starts_at, ends_at)) if out_at else 0
    facts = {
        Status.ABSENT: (in_at is None and not missing_in) or unproven,
        Status.MISSING_IN: missing_in,
        Status.MISSING_OUT: lone_in is not None,
        Status.LATE: late > 0,
        Status.EARLY: early > 0,
    }
    names = [status for status, fits in facts.items() if fits] or [Status.PRESENT]
    marks = tuple(name.value for name in names[1:]) + (("reversed",) if presence.reversed else ())
    complete = out_at is not None and not missing_in and now >= shift.ends_at
    settled = now >= shift.ends_at + timedelta(minutes=rules.settle_minutes)
    holes = _holes(shift, leaves, decided)
    pieces = [(max(a, starts_at), min(b, ends_at)) for a, b in served if not unproven]
    minutes = sum(_minutes(*one) for piece in pieces for one in _outside(piece, holes))
    seen_out = out_at or (lone_out if missing_in and not served else None)
    if not (settled or complete):
        return Judged(shift, Status.DUE, (), in_at, seen_out, late, 0, minutes, leave_kind)
    return Judged(shift, names[0], marks, in_at, seen_out, late, early, minutes, leave_kind)


def _with_decisions(one: Judged, decided: Decided) -> Judged:
    """Add the marks that people set: left post on a shift that was attended, excused on a fault."""
    if one.status in {Status.DUE, Status.LEAVE}:
        return one
    marks = one.marks
    away = decided.left_post.get(one.shift.shift_no)
    if away is not None and one.status != Status.ABSENT:
        whole = (one.shift.starts_at, one.shift.ends_at)
        there = _outside(whole, sorted((a, b) for a, b, _who in away))
        marks = (*marks, "left_post")
        one = one._replace(minutes_away=_minutes(*whole) - sum(_minutes(*span) for span in there))
    if one.shift.shift_no in decided.excused and (one.status != Status.PRESENT or marks):
        marks = (*marks, "excused")
    return one._replace(marks=marks)


def _holes(shift: Shift, leaves: Sequence[LeaveSpan], decided: Decided) -> list[Span]:
    """The times within a shift that its holder did not serve: given away, on leave, or off the post."""
    away: Sequence[Part] = decided.left_post.get(shift.shift_no, ())
    spans = [(one.from_at, one.to_at) for one in (*shift.given, *away)]
    return sorted([*spans, *((one.from_at, one.to_at) for one in leaves)])


def _outside(piece: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that no hole takes away; ``holes`` are in order of their start."""
    at, end = piece
    for first, last in holes:
        if first > at:
            yield at, min(first, end)
        at = max(at, last)
        if at >= end:
            return
    yield at, end


def _late(starts_at: datetime, ends_at: datetime, in_at: datetime, rules: AttendanceRules) -> int:
    late = min(_minutes(starts_at, in_at), _minutes(starts_at, ends_at))
    return late if late > rules.grace_minutes else 0


def _without_leave(
    shift: Shift, leaves: Sequence[LeaveSpan]
) -> tuple[datetime, datetime, str | None]:
    """The part of a shift that leave at its beginning or end leaves over."""
    starts_at, ends_at, kind = shift.starts_at, shift.ends_at, None
    for leave in sorted(leaves, key=lambda one: one.from_at):
        if leave.from_at <= starts_at < leave.to_at:
            starts_at, kind = leave.to_at, leave.kind
        if leave.from_at < ends_at <= leave.to_at:
            ends_at, kind = leave.from_at, leave.kind
    return starts_at, ends_at, kind


def _minutes(from_at: datetime, to_at: datetime) -> int:
    """Whole minutes from one instant to another, both cut to the minute; 0 when reversed."""
    first = from_at.replace(second=0, microsecond=0)
    last = to_at.replace(second=0, microsecond=0)
    return max(0, int((last - first).total_seconds()) // 60)
