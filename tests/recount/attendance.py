"""Who was there, counted plainly from rosters, punches, leave and corrections.

Written after the regulation's articles 14, 22, 23 and the readings in the decisions, without a look into
the program: no import of hallctl here.
"""

from datetime import datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from term.facts import Correction, Duty, DutyFile, Gone, Leave, Month, Punch, Script, Swap, at


class Served(NamedTuple):
    """One shift with whom it is judged for."""

    staff_no: str
    start: datetime
    end: datetime
    window_no: str
    taken: bool = False


class Found(NamedTuple):
    """What became of one shift."""

    served: Served
    status: str
    late: bool = False
    early: bool = False
    missing: bool = False
    excused: bool = False
    kind: str = ""


@cache
def shifts(script: Script, until: datetime) -> list[Served]:
    """All shifts that were hung out, as swaps, substitutes and leavers left them at an instant."""
    found: dict[tuple[datetime, str, str], Duty] = {}
    for _said, file in script.said(DutyFile, until):
        found |= {(one.start, one.window_no, one.staff_no): one for one in file.duties}
    last = {one.staff_no: one.last_on for _said, one in script.said(Gone, until)}
    takers = {(one.giver, one.start): one.taker for _said, one in script.said(Swap, until)}
    for _said, one in script.said(Leave, until):
        if one.substitute:
            takers[one.staff_no, one.from_at] = one.substitute
    held = []
    for one in found.values():
        no = takers.get((one.staff_no, one.start), one.staff_no)
        if no == one.staff_no and no in last and one.start.date() > last[no]:
            continue
        held.append(Served(no, one.start, one.end, one.window_no, no != one.staff_no))
    return held


def given_away(script: Script, until: datetime) -> list[tuple[str, datetime]]:
    """Whose shifts somebody else served."""
    found = [(one.giver, one.start) for _said, one in script.said(Swap, until)]
    found += [
        (one.staff_no, one.from_at) for _said, one in script.said(Leave, until) if one.substitute
    ]
    return found


@cache
def judged(script: Script, until: datetime) -> list[Found]:
    """Every shift that was over an hour before an instant, by what was known then."""
    own: dict[str, list[Served]] = {}
    for one in shifts(script, until):
        own.setdefault(one.staff_no, []).append(one)
    taps: dict[tuple[str, object], list[Punch]] = {}
    for tap in script.punches:
        taps.setdefault((tap.staff_no, tap.at.date()), []).append(tap)
    leaves: dict[str, list[Leave]] = {}
    for _said, leave in script.said(Leave, until):
        leaves.setdefault(leave.staff_no, []).append(leave)
    right = {(one.staff_no, one.start): one for _said, one in script.said(Correction, until)}
    closed = _closed(script, until)
    found = []
    for no, mine in own.items():
        for one in mine:
            if one.end + timedelta(hours=1) > until:
                continue
            day = [other for other in mine if other.start.date() == one.start.date()]
            punches = _of_shift(one, day, taps.get((no, one.start.date()), []))
            found.append(
                _judge(one, punches, leaves.get(no, []), right.get((no, one.start)),
                       f"{one.start:%Y-%m}" in closed)
            )  # fmt: skip
    return found


def _closed(script: Script, until: datetime) -> set[str]:
    found: set[str] = set()
    for _said, one in script.said(Month, until):
        found = found | {one.month} if one.act == "final" else found - {one.month}
    return found


def _of_shift(one: Served, day: list[Served], taps: list[Punch]) -> list[Punch]:
    """From two hours before the start to midnight, or half-way to another shift of the day."""
    first, last = one.start - timedelta(hours=2), datetime.combine(one.start.date(), time.max)
    for other in day:
        if other.end <= one.start:
            first = max(first, other.end + (one.start - other.end) / 2)
        if other.start >= one.end:
            last = min(last, one.end + (other.start - one.end) / 2)
    return sorted((tap for tap in set(taps) if first <= tap.at < last), key=lambda tap: tap.at)


def _judge(
    one: Served, taps: list[Punch], leaves: list[Leave], right: Correction | None, closed: bool
) -> Found:
    start, end = one.start, one.end
    for leave in leaves:
        if leave.from_at <= start and leave.to_at >= end:
            return Found(one, "leave", excused=leave.kind != "personal", kind=leave.kind)
        if start < leave.from_at < end <= leave.to_at:
            end = leave.from_at
    came, left = _ends(taps, start, end)
    if right and right.came:
        came = at(start.date(), right.came)
    if right and right.went:
        left = at(start.date(), right.went)
    if came is None and left is None:
        return Found(one, "absent")
    late = came is not None and came.replace(second=0) > start
    early = left is not None and left.replace(second=0) < end
    if came is None:
        return Found(one, "absent" if closed else "missing_in", False, early, missing=True)
    if left is None:
        return Found(one, "missing_out", late, False, missing=True)
    status = "late" if late else "early" if early else "present"
    return Found(one, status, late, early)


def _ends(
    taps: list[Punch], start: datetime, end: datetime
) -> tuple[datetime | None, datetime | None]:
    """The first way in and the last way out; a device that does not say is taken by the order."""
    if not taps:
        return None, None
    first, last = taps[0], taps[-1]
    if (last.at - first.at).total_seconds() <= 60:  # one tap, or one tap twice
        into = first.status in {0, 3} or (
            first.status == 255 and abs(first.at - start) <= abs(first.at - end)
        )
        return (first.at, None) if into else (None, first.at)
    came = first.at if first.status in {0, 3, 255} else None
    left = last.at if last.status in {1, 2, 255} else None
    return came, left


def count(found: list[Found]) -> dict[str, int]:
    """One person's, or everybody's, figures over some shifts."""
    leave = [one for one in found if one.status == "leave"]
    absent = sum(one.status == "absent" for one in found)
    return {
        "due": len(found), "attended": len(found) - absent - len(leave),
        "late": sum(one.late for one in found), "early": sum(one.early for one in found),
        "missing": sum(one.missing for one in found), "absent": absent, "leave": len(leave),
        "excused": sum(one.excused for one in leave),
    }  # fmt: skip
