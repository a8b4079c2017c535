"""What the punches of a stretch say: taps merged, directions set right, ins and outs paired."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl.attendance.binding import Stretch
from hallctl.model import Correction, Punch, Shift


class Presence(NamedTuple):
    """What the punches of a stretch say: served intervals and punches without a partner."""

    served: tuple[tuple[datetime, datetime], ...]
    lone_out: datetime | None
    """A sign-out before any sign-in."""
    lone_in: datetime | None
    """A sign-in that no sign-out follows."""
    reversed: bool


def corrected(
    punches: Sequence[Punch], stretch: Stretch, corrections: Sequence[Correction]
) -> list[Punch]:
    """The taps of a stretch as corrections leave them; the raw punches are not touched.

    A corrected sign-in takes the place of what was punched before it, a corrected sign-out of what was
    punched after it, both only as far as their own shift reaches.
    """
    raw, vouched = list(punches), []
    for shift in stretch.shifts:
        own = [one for one in corrections if one.shift_no == shift.shift_no]
        in_at = _last([one.in_at for one in own if one.in_at])
        out_at = _last([one.out_at for one in own if one.out_at])
        first, last = _reach(shift, stretch)
        if in_at is not None:
            raw = [punch for punch in raw if not first <= punch.at <= in_at]
            vouched.append(Punch(in_at, "in"))
        if out_at is not None:
            raw = [punch for punch in raw if not out_at <= punch.at < last]
            vouched.append(Punch(out_at, "out"))
    # out of one shift and into the next at the same instant
    return sorted([*raw, *vouched], key=lambda one: (one.at, one.direction != "out"))


def _reach(shift: Shift, stretch: Stretch) -> tuple[datetime, datetime]:
    """From where to where (exclusive) punches speak of one shift of a stretch."""
    first = stretch.from_at if shift == stretch.shifts[0] else shift.starts_at
    last = stretch.to_at if shift == stretch.shifts[-1] else shift.ends_at
    return first, last


def merged(punches: Sequence[Punch], tap_seconds: int) -> list[Punch]:
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


def paired(punches: list[Punch], stretch: Stretch) -> Presence:
    """Pair ins with outs: who leaves and comes back is served twice, the rest stays without a partner."""
    served: list[tuple[datetime, datetime]] = []
    outs: list[datetime] = []
    ins: list[datetime] = []
    for punch in punches:
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
) -> Presence:
    """Take directions that cannot be meant the other way round, flagged as reversed.

    Many devices say "in" for every tap; people press the wrong key. ``outs`` came before any sign-in,
    ``ins`` after the last sign-out.
    """
    if outs and ins and not served:
        return Presence(((outs[0], ins[-1]),), None, None, reversed=True)
    if outs and not served and outs[-1] <= starts_at:
        return Presence((), None, outs[0], reversed=True)
    if outs and not served and outs[0] <= starts_at:
        return Presence(((outs[0], outs[-1]),), None, None, reversed=True)
    if ins and not served and ins[0] >= ends_at:
        return Presence((), ins[-1], None, reversed=True)
    if ins and ins[0] < ends_at <= ins[-1]:
        return Presence((*served, (ins[0], ins[-1])), _last(outs), None, reversed=True)
    return Presence(tuple(served), _last(outs), ins[0] if ins else None, reversed=False)


def _last(instants: list[datetime]) -> datetime | None:
    return instants[-1] if instants else None


def told(punches: list[Punch], stretch: Stretch) -> list[Punch]:
    """Say in or out where the device did not: the first is in, the last out, between them in turns."""
    if all(punch.direction != "?" for punch in punches):
        return punches
    if len(punches) == 1:
        at = punches[0].at
        first, last = stretch.shifts[0].starts_at, stretch.shifts[-1].ends_at
        return [punches[0]._replace(direction="in" if abs(at - first) <= abs(last - at) else "out")]
    if len(punches) % 2 and all(punch.direction == "?" for punch in punches):
        punches = [punches[0], punches[-1]]  # an odd tap in the middle says nothing certain
    known: list[Punch] = []
    for place, punch in enumerate(punches):
        direction = punch.direction
        if direction == "?":
            inside = bool(known) and known[-1].direction == "in"
            direction = "out" if inside or place == len(punches) - 1 else "in"
        known.append(punch._replace(direction=direction))
    return known
