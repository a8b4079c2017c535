"""Days, weeks and minutes, as rosters count them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hallctl.store.duty import midnight


def days_between(from_on: date, to_on: date) -> Iterator[date]:
    """Every date from one to another, both included."""
    for n in range((to_on - from_on).days + 1):
        yield from_on + timedelta(days=n)


def mondays_between(from_on: date, to_on: date) -> Iterator[date]:
    """The Monday of every week that has a day in the range, both ends included."""
    monday = from_on - timedelta(days=from_on.weekday())
    while monday <= to_on:
        yield monday
        monday += timedelta(days=7)


def minute_of(at: datetime, on: date) -> int:
    """An instant as minutes after midnight of a day; beyond that day where it lies beyond."""
    return int((at - midnight(on)).total_seconds()) // 60


def instant_of(on: date, minute: int) -> datetime:
    """Minutes after midnight of a day as an instant."""
    return midnight(on) + timedelta(minutes=minute)
