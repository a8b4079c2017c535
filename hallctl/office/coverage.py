"""Whether somebody is at every open window, to the minute: as rostered, and as it was (Art. 14, 22)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl import attendance, spans
from hallctl.model import Judged, LeaveSpan, Shift, Status
from hallctl.office.attendance import judge_days
from hallctl.office.hall import Hall
from hallctl.office.hours import clock
from hallctl.office.rostering.demand import slots_between
from hallctl.office.rostering.times import minute_of
from hallctl.spans import Span
from hallctl.store import days, duty, people, places
from hallctl.store.duty import midnight

AWAY = {Status.LEAVE: "leave", Status.ABSENT: "absent", Status.LATE: "late", Status.EARLY: "early",
        Status.MISSING_IN: "missing_in", Status.MISSING_OUT: "missing_out"}  # fmt: skip


class CoverageGap(NamedTuple):
    """Minutes of an open window at which nobody is at the post."""

    window_no: str
    window: str
    on: date
    start: str
    end: str
    minutes: int
    why: str
    """nobody, leave, absent, late, early: what those who should be there do."""
    names: Sequence[str]


class WindowCoverage(NamedTuple):
    """One window's open minutes, and those with somebody at the post."""

    window_no: str
    window: str
    open_minutes: int
    covered_minutes: int
    coverage_rate: float | None


class _Stand(NamedTuple):
    """One person's shift at a window: its bounds, the minutes at the post, and what the rest is called."""

    staff_no: str
    bounds: Span
    there: Sequence[Span]
    why: str


_Place = tuple[str, date]
"""A window on a day."""


class Survey(NamedTuple):
    """The gaps of some days by day, window and minute, and each window's minutes."""

    gaps: Sequence[CoverageGap]
    windows: Sequence[WindowCoverage]


def gaps(hall: Hall, from_on: date, to_on: date, *, actual: bool) -> Sequence[CoverageGap]:
    """Every gap from one day to another (both included), by day, window and minute.

    With ``actual`` by the punches, as far as the clock has come.
    """
    return survey(hall, from_on, to_on, actual=actual).gaps


def coverage(hall: Hall, from_on: date, to_on: date, *, actual: bool) -> Sequence[WindowCoverage]:
    """Open and covered minutes of each window over some days (both included), for reports."""
    return survey(hall, from_on, to_on, actual=actual).windows


def survey(hall: Hall, from_on: date, to_on: date, *, actual: bool) -> Survey:
    """The gaps and the covered minutes of some days (both included), in one reading."""
    windows = places.window_names(hall.db, to_on)
    stands = _stands(hall, from_on, to_on, actual=actual)
    opened = sorted(_open(hall, from_on, to_on, actual=actual).items(), key=_by_day)
    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    found = []
    totals: dict[str, tuple[int, int]] = {}
    for place, minutes in opened:
        here = stands.get(place, [])
        gone = [
            CoverageGap(
                place[0], windows[place[0]], place[1], clock(start), clock(end), end - start, why,
                [names.get(no, no) for no in who],
            )
            for start, end, why, who in _missing(minutes, here)
        ]  # fmt: skip
        found += gone
        whole, missed = _minutes(minutes), sum(one.minutes for one in gone)
        before = totals.get(place[0], (0, 0))
        totals[place[0]] = (before[0] + whole, before[1] + whole - missed)
    return Survey(
        found,
        [
            WindowCoverage(no, name, *totals.get(no, (0, 0)), _rate(*totals.get(no, (0, 0))))
            for no, name in sorted(windows.items())
        ],
    )


def _rate(whole: int, covered: int) -> float | None:
    """Percent with one decimal, half up; None where there is nothing to cover."""
    return (2000 * covered + whole) // (2 * whole) / 10 if whole else None


def _by_day(one: tuple[_Place, object]) -> tuple[date, str]:
    return one[0][1], one[0][0]


def _open(hall: Hall, from_on: date, to_on: date, *, actual: bool) -> dict[_Place, list[Span]]:
    """The minutes that want somebody, by window and day; of actual ones only those that are over."""
    found: dict[_Place, list[Span]] = {}
    for slot in slots_between(hall, from_on, to_on):
        end = slot.end
        if actual:
            end = min(end, minute_of(hall.now, slot.on))
        if slot.start < end:
            found.setdefault((slot.window_no, slot.on), []).append((slot.start, end))
    return {place: spans.joined(opened) for place, opened in found.items()}


def _stands(hall: Hall, from_on: date, to_on: date, *, actual: bool) -> dict[_Place, list[_Stand]]:
    """Everybody's shifts by window and day."""
    found: dict[_Place, list[_Stand]] = {}
    for shift, one in _judged(hall, from_on, to_on) if actual else _planned(hall, from_on, to_on):
        found.setdefault((shift.window_no, shift.on), []).append(one)
    return found


def _planned(hall: Hall, from_on: date, to_on: date) -> Iterator[tuple[Shift, _Stand]]:
    shifts = duty.shifts(hall.db, from_on, to_on)
    leaves = duty.leaves(hall.db, midnight(from_on), midnight(to_on + timedelta(days=2)))
    for one in attendance.on_special_days(shifts, days.local_days(hall.db)):
        if one.given_to is None:
            bounds = _bounds(one)
            away = [_span(leave, one.on) for leave in leaves.get(one.staff_no, ())]
            yield one, _Stand(one.staff_no, bounds, spans.without([bounds], away), "leave")


def _judged(hall: Hall, from_on: date, to_on: date) -> Iterator[tuple[Shift, _Stand]]:
    for one in judge_days(hall, from_on, to_on):
        shift = one.shift
        if one.status in {Status.GIVEN_AWAY, Status.DUE}:
            continue
        why = AWAY.get(one.status, "late")
        yield shift, _Stand(shift.staff_no, _bounds(shift), _there(one), why)


def _there(one: Judged) -> list[Span]:
    """From signing in to signing out; a missing punch stands for the bound of the shift."""
    if one.status in {Status.LEAVE, Status.ABSENT}:
        return []
    start, end = _bounds(one.shift)
    first = minute_of(one.signed_in_at, one.shift.on) if one.signed_in_at else start
    last = minute_of(one.signed_out_at, one.shift.on) if one.signed_out_at else end
    return spans.cut([(first, last)], (start, end))


def _missing(
    opened: Sequence[Span], here: Iterable[_Stand]
) -> Iterator[tuple[int, int, str, list[str]]]:
    """The minutes at which nobody is there, cut where shifts begin and end, with who should be."""
    stands = list(here)
    cuts = sorted({minute for one in stands for minute in one.bounds})
    for start, end in spans.without(opened, [span for one in stands for span in one.there]):
        inner = [minute for minute in cuts if start < minute < end]
        for first, last in zip([start, *inner], [*inner, end], strict=True):
            should = [one for one in stands if one.bounds[0] < last and first < one.bounds[1]]
            why = _why(should, first, last)
            yield first, last, why, [one.staff_no for one in should]


def _why(should: Sequence[_Stand], first: int, last: int) -> str:
    """What keeps the post empty: nobody was rostered, or what those who were did."""
    if not should:
        return "nobody"
    one = should[0]
    if not one.there or one.why == "leave":
        return one.why
    return "late" if last <= one.there[0][0] else "early" if first >= one.there[-1][1] else one.why


def _minutes(found: Iterable[Span]) -> int:
    return sum(end - start for start, end in found)


def _bounds(shift: Shift) -> Span:
    return minute_of(shift.starts_at, shift.on), minute_of(shift.ends_at, shift.on)


def _span(leave: LeaveSpan, on: date) -> Span:
    return max(minute_of(leave.from_at, on), 0), minute_of(leave.to_at, on)
