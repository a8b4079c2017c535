"""From raw punches to what each duty shift is called (Art. 14, 22, 23).

De-duplicate, merge taps, bind to the nearest shift, pair, apply leave, classify. Everything is in
whole minutes and derived anew each time; nothing here is stored.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from hallctl.model import AttendanceRules, Judged, LeaveSpan, LocalDay, Punch, Shift, Status

RulesOf = Callable[[date], AttendanceRules]
"""The settings in force on the day of a shift."""


class _Stretch(NamedTuple):
    """Shifts of one person that touch, with the span whose punches are theirs (end exclusive)."""

    shifts: tuple[Shift, ...]
    from_at: datetime
    to_at: datetime


class _Presence(NamedTuple):
    """What the punches of a stretch say: served intervals and punches without a partner."""

    served: tuple[tuple[datetime, datetime], ...]
    lone_out: datetime | None
    """A sign-out before any sign-in."""
    lone_in: datetime | None
    """A sign-in that no sign-out follows."""
    reversed: bool


def on_special_days(shifts: Iterable[Shift], local: Sequence[LocalDay]) -> Iterator[Shift]:
    """Shifts as closures and special hours leave them: cancelled, or cut to the hours of the day."""
    for shift in shifts:
        rows = [row for row in local if row.from_on <= shift.on <= row.to_on]
        if any(row.kind in {"closure", "holiday"} for row in rows):
            continue
        for row in rows:
            if row.kind == "special_hours" and row.opens is not None and row.closes is not None:
                midnight = datetime.combine(shift.on, time(), shift.starts_at.tzinfo)
                shift = shift._replace(
                    starts_at=max(shift.starts_at, midnight + timedelta(minutes=row.opens)),
                    ends_at=min(shift.ends_at, midnight + timedelta(minutes=row.closes)),
                )
        if shift.starts_at < shift.ends_at:
            yield shift


def judge(
    shifts: Iterable[Shift],
    punches: Iterable[Punch],
    leaves: Sequence[LeaveSpan],
    rules: AttendanceRules | RulesOf,
    now: datetime,
) -> list[Judged]:
    """Call every shift of ONE person by its name, in order of their start.

    ``shifts`` are that person's, given-away ones included; ``punches`` all of that person's in the
    range, in any order. A shift that is not settled at ``now`` is DUE: nobody is accused early.
    """
    rules_of = rules if callable(rules) else _always(rules)
    ordered = sorted(shifts, key=lambda one: (one.starts_at, one.shift_no))
    own = [one for one in ordered if one.given_to is None]
    judged = {
        one.shift_no: Judged(one, Status.GIVEN_AWAY, (), None, None, 0, 0, 0)
        for one in ordered
        if one.given_to is not None
    }
    found = sorted(set(punches))
    for stretch in _stretches(own, rules_of):
        settings = rules_of(stretch.shifts[0].on)
        mine = [one for one in found if stretch.from_at <= one.at < stretch.to_at]
        presence = _paired(_merged(mine, settings.tap_seconds), stretch)
        for shift in stretch.shifts:
            judged[shift.shift_no] = _classify(shift, presence, leaves, settings, now)
    return [judged[one.shift_no] for one in ordered]


def shift_for_punch(shifts: Iterable[Shift], at: datetime, rules: AttendanceRules) -> Shift | None:
    """The shift that a punch at ``at`` belongs to, by the rule that ``judge`` binds with."""
    own = sorted((one for one in shifts if one.given_to is None), key=lambda one: one.starts_at)
    for stretch in _stretches(own, _always(rules)):
        if stretch.from_at <= at < stretch.to_at:
            return next((one for one in stretch.shifts if at < one.ends_at), stretch.shifts[-1])
    return None


def minutes_late_at(shift: Shift, at: datetime, rules: AttendanceRules) -> int:
    """How many whole minutes a sign-in at ``at`` is late; 0 within the grace."""
    late = _minutes(shift.starts_at, at)
    return late if late > rules.grace_minutes else 0


def minutes_early_at(shift: Shift, at: datetime) -> int:
    """How many whole minutes a sign-out at ``at`` is before the shift's end."""
    return max(0, _minutes(at, shift.ends_at))


def _always(rules: AttendanceRules) -> RulesOf:
    return lambda _day: rules


def _stretches(own: Sequence[Shift], rules_of: RulesOf) -> Iterator[_Stretch]:
    """Group touching shifts and bound each group: 120 minutes before, half-way or midnight after."""
    groups: list[list[Shift]] = []
    for shift in own:
        if groups and groups[-1][-1].ends_at == shift.starts_at:
            groups[-1].append(shift)
        else:
            groups.append([shift])
    for place, group in enumerate(groups):
        rules = rules_of(group[0].on)
        from_at = group[0].starts_at - timedelta(minutes=rules.bind_before_minutes)
        to_at = _midnight_after(group[-1], rules)
        if place > 0:
            from_at = max(from_at, _half_way(groups[place - 1][-1], group[0]))
        if place + 1 < len(groups):
            to_at = min(to_at, _half_way(group[-1], groups[place + 1][0]))
        yield _Stretch(tuple(group), from_at, to_at)


def _midnight_after(last: Shift, rules: AttendanceRules) -> datetime:
    midnight = datetime.combine(last.on + timedelta(days=1), time(), last.ends_at.tzinfo)
    if last.ends_at <= midnight:
        return midnight
    return last.ends_at + timedelta(minutes=rules.settle_minutes)


def _half_way(before: Shift, after: Shift) -> datetime:
    return before.ends_at + (after.starts_at - before.ends_at) / 2


def _merged(punches: Sequence[Punch], tap_seconds: int) -> list[Punch]:
    """Drop taps closer than ``tap_seconds`` to the one before, unless they say opposite things."""
    kept: list[Punch] = []
    newest: datetime | None = None
    for punch in punches:
        if kept and newest and (punch.at - newest).total_seconds() < tap_seconds:
            before = kept[-1]
            if before.direction == "?" or punch.direction in {"?", before.direction}:
                known = punch.direction if before.direction == "?" else before.direction
                kept[-1] = before._replace(direction=known)
                newest = punch.at
                continue
        kept.append(punch)
        newest = punch.at
    return kept


def _paired(punches: list[Punch], stretch: _Stretch) -> _Presence:
    served: list[tuple[datetime, datetime]] = []
    outs: list[datetime] = []
    ins: list[datetime] = []
    for punch in _told(punches, stretch):
        if punch.direction == "in":
            ins.append(punch.at)
        elif ins:
            served.append((ins[0], punch.at))
            ins = []
        elif served:
            served[-1] = (served[-1][0], punch.at)
        else:
            outs.append(punch.at)
    return _set_right(served, outs, ins, stretch.shifts[0].starts_at, stretch.shifts[-1].ends_at)


def _set_right(
    served: list[tuple[datetime, datetime]],
    outs: list[datetime],
    ins: list[datetime],
    starts_at: datetime,
    ends_at: datetime,
) -> _Presence:
    """Take directions that cannot be meant the other way round, flagged as reversed.

    Many devices say "in" for every tap; people press the wrong key. ``outs`` came before any sign-in,
    ``ins`` after the last sign-out.
    """
    if outs and ins and not served:
        return _Presence(((outs[0], ins[-1]),), None, None, reversed=True)
    if outs and not served and outs[-1] <= starts_at:
        return _Presence((), None, outs[0], reversed=True)
    if outs and not served and outs[0] <= starts_at:
        return _Presence(((outs[0], outs[-1]),), None, None, reversed=True)
    if ins and not served and ins[0] >= ends_at:
        return _Presence((), ins[-1], None, reversed=True)
    if ins and ins[0] < ends_at <= ins[-1]:
        return _Presence((*served, (ins[0], ins[-1])), _last(outs), None, reversed=True)
    return _Presence(tuple(served), _last(outs), ins[0] if ins else None, reversed=False)


def _last(instants: list[datetime]) -> datetime | None:
    return instants[-1] if instants else None


def _told(punches: list[Punch], stretch: _Stretch) -> list[Punch]:
    """Say in or out where the device did not: the first is in, the last out, between them in turns."""
    if all(punch.direction != "?" for punch in punches):
        return punches
    if len(punches) == 1:
        at = punches[0].at
        first, last = stretch.shifts[0].starts_at, stretch.shifts[-1].ends_at
        return [punches[0]._replace(direction="in" if abs(at - first) <= abs(last - at) else "out")]
    if len(punches) % 2 and all(punch.direction == "?" for punch in punches):
        punches = [punches[0], punches[-1]]  # an odd tap in the middle says nothing certain
    told: list[Punch] = []
    for place, punch in enumerate(punches):
        direction = punch.direction
        if direction == "?":
            inside = bool(told) and told[-1].direction == "in"
            direction = "out" if inside or place == len(punches) - 1 else "in"
        told.append(punch._replace(direction=direction))
    return told


def _classify(
    shift: Shift,
    presence: _Presence,
    leaves: Sequence[LeaveSpan],
    rules: AttendanceRules,
    now: datetime,
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
    late = 0 if missing_in or in_at is None else _late(starts_at, ends_at, in_at, rules)
    early = min(_minutes(out_at, ends_at), _minutes(starts_at, ends_at)) if out_at else 0
    facts = {
        Status.ABSENT: in_at is None and not missing_in,
        Status.MISSING_IN: missing_in,
        Status.MISSING_OUT: lone_in is not None,
        Status.LATE: late > 0,
        Status.EARLY: early > 0,
    }
    names = [status for status, fits in facts.items() if fits] or [Status.PRESENT]
    marks = tuple(name.value for name in names[1:]) + (("reversed",) if presence.reversed else ())
    complete = out_at is not None and not missing_in and now >= shift.ends_at
    settled = now >= shift.ends_at + timedelta(minutes=rules.settle_minutes)
    minutes = sum(_minutes(max(a, starts_at), min(b, ends_at)) for a, b in served)
    seen_out = out_at or (lone_out if missing_in and not served else None)
    if not (settled or complete):
        return Judged(shift, Status.DUE, (), in_at, seen_out, late, 0, minutes, leave_kind)
    return Judged(shift, names[0], marks, in_at, seen_out, late, early, minutes, leave_kind)


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
