"""A class timetable from a calendar file (.ics), its repeated events counted out into teaching weeks."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hallctl.errors import BadInput, Note, RowError
from hallctl.model import SHANGHAI, ClassSlot
from hallctl.sheets.read import Parsed
from hallctl.sheets.timetables import TimetableSheet, joined, named_by_file

MAX_BYTES = 4 * 2**20
_STEPS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_FINER = {"BYHOUR", "BYMINUTE", "BYSECOND"}
"""Events that repeat within a day are no classes."""


def parse_ics(path: Path, week1_on: date, last_week: int) -> Parsed[TimetableSheet]:
    """Read the events of a calendar file; what lies outside the term is left aside."""
    if not path.is_file():
        raise BadInput("sheet.missing_file", path=str(path))
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise BadInput("sheet.too_large", path=str(path), megabytes=MAX_BYTES >> 20)
    reader = _Events(path.name, week1_on, last_week)
    for place, event in enumerate(_events(path, content), 1):
        reader.take(place, event)
    sheet = TimetableSheet(
        path.name, 1, named_by_file(path), joined(reader.classes()), bool(reader.errors)
    )
    sha256 = hashlib.sha256(content).hexdigest()
    return Parsed([sheet], reader.errors, reader.notes, sha256, [], [])


def _events(path: Path, content: bytes) -> list[Any]:
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(content)
    except (ValueError, IndexError, KeyError, UnicodeDecodeError) as error:
        raise BadInput("timetable.bad_ics", path=str(path), said=str(error)) from None
    return list(calendar.walk("VEVENT"))


class _Events:
    """Counts events out into (weekday, times, course) with the weeks they take place in."""

    def __init__(self, file: str, week1_on: date, last_week: int) -> None:
        self.file = file
        self.week1_on = week1_on
        self.errors: list[RowError] = []
        self.notes: list[Note] = []
        self._from = datetime.combine(week1_on, datetime.min.time(), SHANGHAI)
        self._until = self._from + timedelta(weeks=last_week)
        self._times: dict[tuple[str, datetime], tuple[datetime, str, str]] = {}
        self._moved: set[tuple[str, datetime]] = set()

    def take(self, place: int, event: Any) -> None:
        """One event with all its repetitions, unless it is cancelled or does not keep one busy."""
        course, room = str(event.get("SUMMARY", "")), str(event.get("LOCATION", ""))
        uid = str(event.get("UID", place))
        if event.get("RECURRENCE-ID"):
            self._moved.add((uid, _shanghai(event["RECURRENCE-ID"].dt)))
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            return
        if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
            return
        try:
            start = event["DTSTART"].dt
            if not isinstance(start, datetime):
                self.notes.append(Note("timetable.whole_day", values={"text": course}))
                return
            length = _shanghai(_end(event)) - _shanghai(start)
            for at in self._starts(event, start):
                if self._from <= at < self._until:
                    key = f"{uid}!" if event.get("RECURRENCE-ID") else uid
                    self._times[key, at] = (at + length, course, room)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            self.errors.append(
                RowError(
                    "timetable.bad_event", self.file, place, None, course, {"said": str(error)}
                )
            )

    def classes(self) -> Iterator[ClassSlot]:
        """The classes of all events, with their weeks."""
        weeks: dict[tuple[int, int, int, str, str], set[int]] = {}
        for (uid, at), (end, course, room) in self._times.items():
            if (uid, at) in self._moved:
                continue
            start = at.hour * 60 + at.minute
            minutes = start + int((end - at).total_seconds()) // 60
            key = (at.isoweekday(), start, min(minutes, 1440), course, room)
            weeks.setdefault(key, set()).add((at.date() - self.week1_on).days // 7 + 1)
        for (weekday, start, last, course, room), found in weeks.items():
            if last > start:
                own = tuple(sorted(found))
                yield ClassSlot(weekday, own, None, None, start, last, course, room)

    def _starts(self, event: Any, start: datetime) -> Iterator[datetime]:
        from dateutil.rrule import rruleset, rrulestr

        if "RRULE" not in event and "RDATE" not in event:
            yield _shanghai(start)
            return
        # repeated in local time: a rule in UTC would repeat the same instant of the day as well
        whole = rruleset()
        begin = _shanghai(start).replace(tzinfo=None)
        whole.rdate(begin)
        for rule in _listed(event.get("RRULE")):
            if set(rule.get("FREQ", [])) - _STEPS or set(rule) & _FINER:
                raise ValueError(rule.to_ical().decode())
            whole.rrule(rrulestr(_local_until(rule), dtstart=begin))
        for at in _dates(event.get("RDATE")):
            whole.rdate(_shanghai(at).replace(tzinfo=None))
        for at in _dates(event.get("EXDATE")):
            if isinstance(at, datetime):
                whole.exdate(_shanghai(at).replace(tzinfo=None))
            else:
                whole.exdate(datetime.combine(at, begin.time()))
        first, last = (one.replace(tzinfo=None) for one in (self._from, self._until))
        for at in whole.between(first, last, inc=True):
            yield at.replace(tzinfo=SHANGHAI)


def _end(event: Any) -> Any:
    if event.get("DTEND"):
        return event["DTEND"].dt
    return event["DTSTART"].dt + event["DURATION"].dt


def _shanghai(at: Any) -> datetime:
    """An instant in Shanghai; one without a zone is meant there."""
    if not isinstance(at, datetime):
        at = datetime.combine(at, datetime.min.time())
    found: datetime = at.astimezone(SHANGHAI) if at.tzinfo else at.replace(tzinfo=SHANGHAI)
    return found


def _local_until(rule: Any) -> str:
    """The text of a rule with its end in local time, as its beginning is."""
    local = rule.copy()
    if "UNTIL" in local:
        until = local["UNTIL"][0]
        if isinstance(until, datetime):
            local["UNTIL"] = [_shanghai(until).replace(tzinfo=None)]
        else:
            local["UNTIL"] = [datetime.combine(until, datetime.max.time().replace(microsecond=0))]
    text: str = local.to_ical().decode()
    return text


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _dates(value: Any) -> Iterator[Any]:
    for one in _listed(value):
        for at in one.dts:
            yield at.dt
