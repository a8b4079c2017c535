"""Which punches belong to which shift: special days, parts given away, and the nearest shift.

Everything is derived anew each time; nothing here is stored.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from hallctl.model import AttendanceRules, LocalDay, Shift

RulesOf = Callable[[date], AttendanceRules]
"""The settings in force on the day of a shift."""


class Stretch(NamedTuple):
    """Shifts of one person that touch, with the span whose punches are theirs (end exclusive)."""

    shifts: tuple[Shift, ...]
    from_at: datetime
    to_at: datetime


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


def rest_of(shift: Shift) -> Shift:
    """What a shift is for the one who gave parts of it away: shorter, or given away when nothing is left.

    A part in the middle leaves both ends as they are.
    """
    starts_at, ends_at = shift.starts_at, shift.ends_at
    for part in sorted(shift.given):
        if part.from_at <= starts_at:
            starts_at = max(starts_at, part.to_at)
    for part in sorted(shift.given, key=lambda one: one.to_at, reverse=True):
        if part.to_at >= ends_at:
            ends_at = min(ends_at, part.from_at)
    if starts_at >= ends_at:
        return shift._replace(given_to=shift.given[0].who)
    return shift._replace(starts_at=starts_at, ends_at=ends_at)


def own_spans(shift: Shift) -> Iterator[tuple[datetime, datetime]]:
    """The times of a shift that its holder serves: nothing when given away, else all but the parts."""
    at = shift.ends_at if shift.given_to else shift.starts_at
    for part in sorted(shift.given):
        if part.from_at > at:
            yield at, part.from_at
        at = max(at, part.to_at)
    if at < shift.ends_at:
        yield at, shift.ends_at


def shift_for_punch(shifts: Iterable[Shift], at: datetime, rules: AttendanceRules) -> Shift | None:
    """The shift that a punch at ``at`` belongs to, by the rule that ``judge`` binds with."""
    rests = (rest_of(one) for one in shifts)
    own = sorted((one for one in rests if one.given_to is None), key=lambda one: one.starts_at)
    for stretch in stretches(own, always(rules)):
        if stretch.from_at <= at < stretch.to_at:
            return next((one for one in stretch.shifts if at < one.ends_at), stretch.shifts[-1])
    return None


def always(rules: AttendanceRules) -> RulesOf:
    """The same settings on every day."""
    return lambda _day: rules


def stretches(own: Sequence[Shift], rules_of: RulesOf) -> Iterator[Stretch]:
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
        yield Stretch(tuple(group), from_at, to_at)


def _midnight_after(last: Shift, rules: AttendanceRules) -> datetime:
    midnight = datetime.combine(last.on + timedelta(days=1), time(), last.ends_at.tzinfo)
    if last.ends_at <= midnight:
        return midnight
    return last.ends_at + timedelta(minutes=rules.settle_minutes)


def _half_way(before: Shift, after: Shift) -> datetime:
    return before.ends_at + (after.starts_at - before.ends_at) / 2
