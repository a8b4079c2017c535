"""Months, weeks and terms as the officer writes them."""

from datetime import date
from typing import NamedTuple

import pendulum

from hallctl.errors import Usage

WEEKS = {"last": -1, "this": 0, "next": 1}
"""How far a week that is said in a word is from this one."""


class Period(NamedTuple):
    """A named stretch of days, both ends included."""

    name: str
    """Such as 2026-11 or 2026-W47."""
    from_on: date
    to_on: date


def month(said: str, today: date) -> Period:
    """``2026-11``, ``last`` or ``this``."""
    here = pendulum.date(today.year, today.month, 1)
    if said in {"last", "this"}:
        first = here.subtract(months=1) if said == "last" else here
    else:
        first = _parsed(said, "YYYY-MM", "usage.bad_month")
    last = first.end_of("month")
    return Period(first.format("YYYY-MM"), _plain(first), _plain(last))


def week(said: str, today: date) -> Period:
    """``2026-W47`` (Monday to Sunday, ISO), ``last``, ``this`` or ``next``."""
    here = pendulum.date(today.year, today.month, today.day).start_of("week")
    if said in WEEKS:
        first = here.add(weeks=WEEKS[said])
    else:
        year, w, number = said.partition("-W")
        if not (w and year.isdigit() and number.isdigit()):
            raise Usage("usage.bad_week", value=said)
        try:
            monday = date.fromisocalendar(int(year), int(number), 1)
        except ValueError:
            raise Usage("usage.bad_week", value=said) from None
        first = pendulum.date(monday.year, monday.month, monday.day)
    iso = first.isocalendar()
    return Period(f"{iso[0]}-W{iso[1]:02d}", _plain(first), _plain(first.add(days=6)))


def _parsed(said: str, form: str, code: str) -> pendulum.Date:
    try:
        return pendulum.from_format(said, form).date()
    except ValueError:
        raise Usage(code, value=said) from None


def _plain(day: pendulum.Date) -> date:
    return date(day.year, day.month, day.day)
