"""Days and clock times as attendance programs write them."""

import re
from datetime import date, datetime, time, timedelta

from hallctl.model import SHANGHAI
from hallctl.sheets.cells import parse_date
from hallctl.sheets.read import Value, text_of

MISSING = frozenset(
    {"", "-", "--", "—", "——", "/", "无", "未打卡", "缺卡", "休息", "请假", "未签到", "未签退"}
)
"""What stands in a time cell when there was no punch."""

_CLOCK = re.compile(r"(次日|当日|第二天)?\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?")
_SHORT_DAY = re.compile(r"(\d{2})-(\d{1,2})-(\d{1,2})")
_WEEKDAY = re.compile(r"\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*$")


def day_of(value: Value) -> date | None:
    """A day such as 2026-11-24, 26-11-24 星期二 or 2026/11/24 星期二; None when it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _WEEKDAY.sub("", text_of(value))
    short = _SHORT_DAY.fullmatch(text)
    if short:
        text = f"20{text}"
    return parse_date(text)


def clock_of(value: Value, on: date) -> datetime | None:
    """A clock time of a day, 次日 the day after; None when it is none."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI, microsecond=0)
    if isinstance(value, time):
        return datetime.combine(on, value.replace(microsecond=0), SHANGHAI)
    if isinstance(value, float) and 0 <= value < 1:
        return datetime.combine(on, time(), SHANGHAI) + timedelta(seconds=round(value * 86400))
    found = _CLOCK.fullmatch(text_of(value))
    if not found:
        return None
    try:
        at = time(int(found[2]), int(found[3]), int(found[4] or 0))
    except ValueError:
        return None
    later = timedelta(days=1 if found[1] in {"次日", "第二天"} else 0)
    return datetime.combine(on + later, at, SHANGHAI)
