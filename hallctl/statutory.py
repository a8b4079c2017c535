"""The statutory holidays of years whose notice is not out yet: fixed by decree and by the moon.

Since 2025 the decree on holidays gives 13 days: New Year's Day; New Year's Eve of the lunar year and
the three days after it; Qingming; 1 and 2 May; Dragon Boat; Mid-Autumn; 1 to 3 October. One that
falls on a rest day, or on another one, is made good on the next free weekday (补假).

The lunar dates below were computed with two independent lunar calendars (the packages lunardate and
LunarCalendar), Qingming with the solar terms of chinesecalendar; all three agree for these years.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple


class StatutoryYear(NamedTuple):
    """The days off that are certain before the notice, and the longest Spring Festival block."""

    days: Mapping[date, str]
    """Every statutory day, and every weekday that makes one good, by name."""
    spring_block: tuple[date, date]
    """Lunar New Year's Eve and the seven days after it, both ends included."""


# year: first day of the lunar year, Qingming, Dragon Boat, Mid-Autumn, as (month, day)
_BY_MOON_AND_SUN = {
    2027: ((2, 6), (4, 5), (6, 9), (9, 15)),
    2028: ((1, 26), (4, 4), (5, 28), (10, 3)),
    2029: ((2, 13), (4, 4), (6, 16), (9, 22)),
    2030: ((2, 3), (4, 5), (6, 5), (9, 12)),
    2031: ((1, 23), (4, 5), (6, 24), (10, 1)),
    2032: ((2, 11), (4, 4), (6, 12), (9, 19)),
    2033: ((1, 31), (4, 4), (6, 1), (9, 8)),
    2034: ((2, 19), (4, 5), (6, 20), (9, 27)),
    2035: ((2, 8), (4, 5), (6, 10), (9, 16)),
}


def year(number: int) -> StatutoryYear | None:
    """The statutory days of a year, None for a year the table does not reach."""
    found = _BY_MOON_AND_SUN.get(number)
    if found is None:
        return None
    spring, qingming, boat, autumn = (date(number, *one) for one in found)
    eve = spring - timedelta(days=1)
    named = [
        (date(number, 1, 1), "元旦"),
        *((eve + timedelta(days=n), "春节") for n in range(4)),
        (qingming, "清明节"),
        (date(number, 5, 1), "劳动节"),
        (date(number, 5, 2), "劳动节"),
        (boat, "端午节"),
        (autumn, "中秋节"),
        *((date(number, 10, n), "国庆节") for n in (1, 2, 3)),
    ]
    return StatutoryYear(dict(_made_good(named)), (eve, eve + timedelta(days=7)))


def _made_good(named: list[tuple[date, str]]) -> Iterator[tuple[date, str]]:
    """Every statutory day, and for each one lost to a rest day or to another, the next free weekday."""
    statutory = {on for on, _name in named}
    taken: set[date] = set()
    lost: list[tuple[date, str]] = []
    for on, name in sorted(named):
        if on.isoweekday() > 5 or on in taken:
            lost.append((on, name))
        taken.add(on)
        yield on, name
    for on, name in lost:
        free = on
        while free.isoweekday() > 5 or free in statutory or free in taken:
            free += timedelta(days=1)
        taken.add(free)
        yield free, f"{name}补假"
