"""The words of class timetables: weekdays, class periods, and explicit lists of teaching weeks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

WEEKDAYS = {f"{prefix}{name}": n for prefix in ("周", "星期", "礼拜")
            for n, name in enumerate("一二三四五六日", 1)} | {"周天": 7, "星期天": 7, "礼拜天": 7}  # fmt: skip
NUMERALS = "零一二三四五六七八九十"
MOST_WEEKS = 60

_RANGE = r"\d{1,2}(?:\s*[-~—–－至到]\s*\d{1,2})?"
_LIST = rf"{_RANGE}(?:\s*[,、]\s*第?{_RANGE})*"
_PART = re.compile(
    rf"(?<![\dA-Za-z])第?\s*(?P<list>{_LIST})\s*"
    r"(?:周?\s*\(\s*(?P<bracket>[单双])\s*周?\s*\)\s*周?|(?P<before>[单双])\s*周|\(\s*周\s*\)|周)"
    r"|(?P<alone>(?<![\d单双])[单双]周|每周|全周)"
)
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_PERIODS = re.compile(
    rf"第?\s*({_NUMBER}(?:\s*[-~—–－,、至到]\s*{_NUMBER})*)\s*(大?)\s*(?:小?节课?)"
)
_WEEKDAY = re.compile("|".join(sorted(WEEKDAYS, key=len, reverse=True)))


class Weeks(NamedTuple):
    """Teaching weeks named in a text, and where they stand in it; none when they cannot be meant."""

    weeks: tuple[int, ...]
    start: int
    end: int


def plain(text: str) -> str:
    """A text with full-width digits, commas and brackets made plain."""
    return unicodedata.normalize("NFKC", text).replace("【", "[").replace("】", "]")


def find_weeks(text: str, last: int) -> list[Weeks]:
    """Every list of weeks in a plain text: ``1-4,6-17周``, ``5-17周(单)``, ``2-16双周``, ``第3,5,7周``.

    Odd or even counts for all ranges that share one 周. Lists with nothing but a comma between them
    are one. ``last`` is the term's last week, for words such as 单周 without a range.
    """
    found: list[Weeks] = []
    for match in _PART.finditer(text):
        weeks = _weeks_of(match, last)
        one = Weeks(tuple(sorted(weeks)), match.start(), match.end())
        before = found[-1] if found else None
        if before and before.weeks and weeks and _joined(text[before.end : match.start()]):
            together = tuple(sorted({*before.weeks, *weeks}))
            found[-1] = Weeks(together, before.start, match.end())
        else:
            found.append(one)
    return found


def find_periods(text: str) -> tuple[int, int] | None:
    """The first and last class period named in a plain text: ``3-4节``, ``第一、二节``, ``第2大节``."""
    match = _PERIODS.search(text)
    if not match:
        return None
    numbers = [n for part in re.findall(_NUMBER, match[1]) for n in _numbers(part)]
    first, last = min(numbers), max(numbers)
    return (2 * first - 1, 2 * last) if match[2] else (first, last)


def find_weekday(text: str) -> int | None:
    """The weekday a plain text names, 1 for Monday to 7."""
    match = _WEEKDAY.search(text)
    return WEEKDAYS[match[0]] if match else None


def without_times(text: str) -> str:
    """A text without its weekday, periods and weeks: the course, or the room."""
    for pattern in (_PART, _PERIODS, _WEEKDAY):
        text = pattern.sub(" ", text)
    return re.sub(r"\s+", " ", re.sub(r"[()\[\]◆★☆○]", " ", text)).strip(" ,、:/-")


def compact(weeks: tuple[int, ...]) -> str:
    """Weeks as people write them: 1-4,6-17."""
    return ",".join(
        str(first) if first == last else f"{first}-{last}" for first, last in _runs(weeks)
    )


def _runs(weeks: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    first = before = None
    for week in weeks:
        if first is None or before is None:
            first = week
        elif week != before + 1:
            yield first, before
            first = week
        before = week
    if first is not None and before is not None:
        yield first, before


def _weeks_of(match: re.Match[str], last: int) -> set[int]:
    alone = match["alone"]
    if alone:
        every = range(1, last + 1)
        return {week for week in every if _parity(week, alone[0] if alone[0] in "单双" else "")}
    parity = match["bracket"] or match["before"] or ""
    found: set[int] = set()
    for part in re.findall(_RANGE, match["list"]):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        first, until = ends[0], ends[-1]
        if not 1 <= first <= until <= MOST_WEEKS:
            return set()
        found |= {week for week in range(first, until + 1) if _parity(week, parity)}
    return found


def _parity(week: int, word: str) -> bool:
    return not word or week % 2 == (word == "单")


def _joined(between: str) -> bool:
    return not between.strip(" ,、") and "\n" not in between


def _numbers(word: str) -> list[int]:
    """3; 三; 十二; or the two numbers of 一二 in 一二节."""
    if word.isdigit():
        return [int(word)]
    if "十" in word:
        tens, _ten, ones = word.partition("十")
        return [10 * (NUMERALS.index(tens) if tens else 1) + (NUMERALS.index(ones) if ones else 0)]
    return [NUMERALS.index(one) for one in word]
