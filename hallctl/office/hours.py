"""When each window is open: the hall's hours, noon, special days, and hours of a window's own (Art. 22)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl import policy, spans
from hallctl.errors import Usage
from hallctl.model import DayKind, LocalDay
from hallctl.office.hall import Hall, act
from hallctl.sheets.cells import parse_minute
from hallctl.spans import Span
from hallctl.store import days, places
from hallctl.store import hours as store
from hallctl.store.hours import OwnHours
from hallctl.store.writing import Writing
from hallctl.workdays import Calendar

WEEK = range(1, 8)


def named_shifts(hall: Hall, on: date) -> Mapping[str, Sequence[str]]:
    """The named shifts in force on a day, such as 上午 08:30 to 12:00 (Art. 22)."""
    day = max(on, hall.facts.effective_from)
    decided: Mapping[str, Sequence[str]] | None = hall.law.on(day)["hours.shifts"]
    return decided or policy.named_shifts(hall.facts.noon)


def open_minutes(hall: Hall, window_no: str, day: date) -> list[Span]:
    """When a window is open on a day, as (start, end) in minutes after midnight, the end not included.

    For many windows or days make one ``Hours`` and ask it: it reads the hall file once.
    """
    return Hours(hall).open_minutes(window_no, day)


class Hours:
    """The opening hours of all windows, as recorded when this was made."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._local = days.local_days(hall.db)
        self._calendar = Calendar(hall.recorded_years, self._local)
        self._own: dict[str, list[OwnHours]] = {}
        for row in store.own_hours(hall.db):
            self._own.setdefault(row.window_no, []).append(row)
        # before any day that is asked about, a window is as its first version says
        self._since = {row.window_no: row.from_on for row in places.windows(hall.db, date.min)}
        self._days: dict[date, _Day] = {}

    def open_minutes(self, window_no: str, day: date) -> list[Span]:
        """As the function of the same name."""
        since = self._since.get(window_no, date.max)
        if day < max(since, self._hall.facts.effective_from):
            return []
        here = self._day(day)
        own = self.own_on(window_no, day)
        if own is None:
            return here.hall_spans() if here.open else []
        if not here.opens_for(own):
            return []
        assert own.opens_minute is not None  # noqa: S101 - own_on leaves out rows without hours
        assert own.closes_minute is not None  # noqa: S101
        found = [(own.opens_minute, own.closes_minute)]
        if here.special:
            found = spans.cut(found, here.special)
        return found if own.through_noon else spans.without(found, here.noon)

    def own_on(self, window_no: str, day: date) -> OwnHours | None:
        """The window's own hours in force on a day, None where the hall's apply."""
        rows = [row for row in self._own.get(window_no, ()) if row.from_on <= day]
        return rows[-1] if rows and rows[-1].opens_minute is not None else None

    def _day(self, day: date) -> "_Day":
        if day not in self._days:
            self._days[day] = self._read(day)
        return self._days[day]

    def _read(self, day: date) -> "_Day":
        local = [row for row in self._local if row.from_on <= day <= row.to_on]
        fact = self._calendar.day_fact(day)
        law = self._hall.law.on(day)
        shut = {row.kind for row in local} & {"closure", "holiday", "vacation"}
        shifts = named_shifts(self._hall, day).values()
        weekly = law["hours.weekly"]
        return _Day(
            policy.hall_opens(fact, local, law).value,
            day.isoweekday(),
            fact.kind,
            rest=fact.kind == DayKind.REST and not shut,
            usual=tuple(weekly["days"]),
            weekly=_span(weekly["from"], weekly["to"]),
            special=_hours_of(local, "special_hours") or _hours_of(local, "makeup_work"),
            noon=spans.breaks(_span(*pair) for pair in shifts),
        )


class _Day(NamedTuple):
    """One day as all windows share it."""

    open: bool
    weekday: int
    kind: DayKind
    rest: bool
    """A plain weekend day: a window may be open on it by its own hours."""
    usual: tuple[int, ...]
    weekly: Span
    special: Span | None
    noon: Sequence[Span]
    """What the named shifts leave out between the first and the last."""

    def hall_spans(self) -> list[Span]:
        """The hall's own hours of an open day."""
        return spans.without([self.special or self.weekly], self.noon)

    def opens_for(self, own: OwnHours) -> bool:
        """Whether a window with own hours opens: a made-up day stands for any of the usual days."""
        if self.kind == DayKind.MAKEUP:
            return self.open and set(self.usual) <= set(own.days)
        return (self.open or self.rest) and self.weekday in own.days


def _hours_of(local: Sequence[LocalDay], kind: str) -> Span | None:
    """The hours of the day's row of a kind, if it has any."""
    for row in local:
        if row.kind == kind and row.opens is not None and row.closes is not None:
            return row.opens, row.closes
    return None


def _span(start: str, end: str) -> Span:
    """Two clock times of a setting as minutes."""
    return parse_minute(start) or 0, parse_minute(end) or 0


class WindowHours(NamedTuple):
    """One version of a window's own hours; without ``opens`` the hall's hours apply."""

    window_no: str
    window: str
    from_on: date
    opens: str | None
    closes: str | None
    days: Sequence[int] | None
    through_noon: bool
    authority: str
    already: bool | None = None


class HoursSaid(NamedTuple):
    """Hours of a window's own as they were asked for."""

    opens: str
    closes: str
    days: str = "1-5"
    through_noon: bool = False


@act("window hours")
def set_hours(
    hall: Hall, work: Writing, said: str, wanted: HoursSaid | None, on: date, authority: str
) -> WindowHours:
    """Record from when a window has hours of its own, or (None) the hall's again; the officer's alone.

    Raises NotFound for an unknown window, Usage for hours or days that are none, Refused for another
    actor or a day before the regulation.
    """
    from hallctl.office.cases.sheet import find_window

    hall.require_in_force(on)
    window = find_window(hall, said, on)
    hall.require_officer("22")
    if not authority.strip():
        raise Usage("window.hours_need_authority")
    row = _row(window.window_no, wanted, on, authority.strip())
    recorded = [one for one in store.own_hours(hall.db, window.window_no) if one.from_on <= on]
    if (recorded[-1][2:6] if recorded else (None, None, (), False)) == row[2:6]:
        return _shown(recorded[-1] if recorded else row, window.name)._replace(already=True)
    store.add_own_hours(work, row)
    work.tell({"window": window.window_no}, window=window.window_no, on=on)
    return _shown(row, window.name)


def versions(hall: Hall, said: str) -> list[WindowHours]:
    """Every version of one window's own hours, oldest first; raises NotFound."""
    from hallctl.office.cases.sheet import find_window

    window = find_window(hall, said, hall.today)
    return [_shown(row, window.name) for row in store.own_hours(hall.db, window.window_no)]


def _row(window_no: str, wanted: HoursSaid | None, on: date, authority: str) -> OwnHours:
    if wanted is None:
        return OwnHours(window_no, on, None, None, (), False, authority)
    first, last = parse_minute(wanted.opens), parse_minute(wanted.closes)
    if first is None or last is None or first >= last:
        raise Usage("window.bad_hours", opens=wanted.opens, closes=wanted.closes)
    return OwnHours(
        window_no, on, first, last, weekdays(wanted.days), wanted.through_noon, authority
    )


def weekdays(said: str) -> tuple[int, ...]:
    """``1-5`` or ``1,3,5``, 1 for Monday; raises Usage."""
    found: set[int] = set()
    for part in said.replace("，", ",").replace("、", ",").split(","):
        first, dash, last = part.strip().partition("-")
        ends = (first, last if dash else first)
        if not all(one.isdigit() and int(one) in WEEK for one in ends) or ends[0] > ends[1]:
            raise Usage("window.bad_days", value=said)
        found |= set(range(int(ends[0]), int(ends[1]) + 1))
    return tuple(sorted(found))


def clock(minute: int) -> str:
    """Minutes after midnight as people write them."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _shown(row: OwnHours, name: str) -> WindowHours:
    opens = None if row.opens_minute is None else clock(row.opens_minute)
    closes = None if row.closes_minute is None else clock(row.closes_minute)
    return WindowHours(
        row.window_no, name, row.from_on, opens, closes, list(row.days) or None, row.through_noon,
        row.authority,
    )  # fmt: skip
