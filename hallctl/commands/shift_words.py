"""A shift as people name it: 今天14:30, 明天上午, 2026-12-03T14:30, or its number."""

import re
from datetime import datetime

from hallctl.commands import words
from hallctl.errors import Usage
from hallctl.office.takeovers import ShiftSaid

_DAY = r"(?P<day>today|yesterday|tomorrow|今天|昨天|前天|明天|后天|\d{4}-\d{2}-\d{2}|\d{8})"
_SAID = re.compile(_DAY + r"[ T]?(?P<rest>.*)")


def shift(said: str, now: datetime) -> ShiftSaid:
    """The shift that is meant; a time of the clock alone is today's. Raises Usage."""
    if re.fullmatch(r"\d{1,7}", said):
        return ShiftSaid(shift_no=said)
    found = _SAID.fullmatch(said)
    if found is None:
        return ShiftSaid(at=_instant(said, said, now))
    day = words.day(found["day"], now.date())
    rest = found["rest"].strip()
    if not rest:
        return ShiftSaid(on=day)
    if rest[0].isdigit():
        return ShiftSaid(at=_instant(said, f"{day}T{rest:0>5}", now))
    return ShiftSaid(on=day, name=rest)


def minute(said: str | None) -> int | None:
    """A time of the clock such as 14:30 as minutes after midnight; raises Usage."""
    if said is None:
        return None
    found = re.fullmatch(r"(\d{1,2})[:：](\d{2})", said)
    if found is None or int(found[1]) > 24 or int(found[2]) > 59:
        raise Usage("usage.bad_clock", value=said)
    return int(found[1]) * 60 + int(found[2])


def _instant(said: str, plain: str, now: datetime) -> datetime:
    try:
        return words.instant(plain, now)
    except Usage:
        raise Usage("usage.bad_shift", value=said) from None
