"""One person's duties as a calendar that phones subscribe to (.ics): UTC times, stable names, folded lines."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput


class DutyEvent(NamedTuple):
    """One duty as a phone shows it."""

    uid: str
    """The same as long as it is the same duty, whatever changes about it."""
    sequence: int
    """How often it has changed."""
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    place: str
    cancelled: bool


def write_calendar(events: Sequence[DutyEvent], name: str, path: Path) -> None:
    """Write a calendar whole or not at all; the same duties give the same bytes."""
    content = calendar_bytes(events, name)
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(content)
        waiting.replace(path)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise BadInput("sheet.not_written", path=str(path), said=str(error)) from None


def calendar_bytes(events: Sequence[DutyEvent], name: str) -> bytes:
    """The calendar's text; icalendar folds its lines and escapes its commas."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("PRODID", "-//hallctl//duty//ZH")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", "Asia/Shanghai")
    for one in events:
        event = Event()
        event.add("UID", one.uid)
        event.add("SEQUENCE", one.sequence)
        event.add("DTSTAMP", one.changed_at.astimezone(UTC))
        event.add("LAST-MODIFIED", one.changed_at.astimezone(UTC))
        event.add("DTSTART", one.starts_at.astimezone(UTC))
        event.add("DTEND", one.ends_at.astimezone(UTC))
        event.add("SUMMARY", one.summary)
        event.add("LOCATION", one.place)
        event.add("STATUS", "CANCELLED" if one.cancelled else "CONFIRMED")
        if not one.cancelled:
            alarm = Alarm()
            alarm.add("ACTION", "DISPLAY")
            alarm.add("DESCRIPTION", one.summary)
            alarm.add("TRIGGER", timedelta(minutes=-30))
            event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
