"""Weeks, periods and weekdays as timetables write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.sheets.timetables import line_class
from hallctl.sheets.weeks import (
    compact,
    find_periods,
    find_weekday,
    find_weeks,
    plain,
    without_times,
)


def weeks(text: str) -> list[str]:
    return [compact(one.weeks) for one in find_weeks(plain(text), 18)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("1-4,6-17周", ["1-4,6-17"]),
    ("１－４，６－１７周", ["1-4,6-17"]),
    ("5-17周(单)", ["5,7,9,11,13,15,17"]),
    ("5-17周（单）", ["5,7,9,11,13,15,17"]),
    ("5-17(单周)", ["5,7,9,11,13,15,17"]),
    ("2-16双周", ["2,4,6,8,10,12,14,16"]),
    ("第3,5,7周", ["3,5,7"]),
    ("第3、5、7周", ["3,5,7"]),
    ("1-8,10-16周(双)", ["2,4,6,8,10,12,14,16"]),
    ("1-8周,10-16周(双)", ["1-8,10,12,14,16"]),
    ("1-16(周)[01-02节]", ["1-16"]),
    ("双周", ["2,4,6,8,10,12,14,16,18"]),
    ("每周", ["1-18"]),
    ("教A101 1-16周", ["1-16"]),
    ("教A101,1-16周", ["1-16"]),
    ("1-8周 高数\n9-16周 物理", ["1-8", "9-16"]),
    ("17-5周", [""]),
    ("0-3周", [""]),
    ("1-61周", [""]),
    ("高等数学", []),
    ("周二3-4节", []),
])  # fmt: skip
def test_weeks_are_explicit_lists(text: str, wanted: list[str]) -> None:
    """Ranges, lists, odd and even weeks become the weeks themselves; odd or even goes with its 周."""
    assert weeks(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("3-4节", (3, 4)), ("第3节", (3, 3)), ("第一、二节", (1, 2)), ("一二节", (1, 2)), ("第十一、十二节", (11, 12)),
    ("第2大节", (3, 4)), ("[01-02节]", (1, 2)), ("3,4,5节", (3, 5)), ("上午第1-2节", (1, 2)), ("1-16周", None),
])  # fmt: skip
def test_periods(text: str, wanted: tuple[int, int] | None) -> None:
    """Digits, Chinese numbers, and double periods."""
    assert find_periods(plain(text)) == wanted


def test_a_line_is_one_class() -> None:
    """Course, weekday, periods, weeks and room in any common order."""
    found = line_class(plain("高等数学 星期二 3-4节 1-8,10-16周(双) A101"), 18)
    assert found is not None
    assert found[:4] == (2, (2, 4, 6, 8, 10, 12, 14, 16), 3, 4)
    assert (found.course, found.room) == ("高等数学", "A101")
    assert line_class("周日 1-2节 1-16周 体育", 18)[::6] == (7, "体育")  # type: ignore[index]
    assert line_class("星期二 3-4节", 18) is None
    assert line_class("3-4节 1-8周", 18) is None
    assert line_class("星期二 3-4节 9-8周", 18) is None


def test_what_is_left_is_the_course() -> None:
    """Times go, the name stays."""
    assert without_times(plain("高数◆(1-2节)1-4,6-17周")) == "高数"
    assert find_weekday("礼拜天") == 7
    assert find_weekday("1-16周") is None


@given(st.sets(st.integers(1, 60), min_size=1))
def test_weeks_read_back_as_they_were_written(found: set[int]) -> None:
    """The short form of any set of weeks names exactly these weeks."""
    own = tuple(sorted(found))
    assert find_weeks(compact(own) + "周", 60) == [(own, 0, len(compact(own)) + 1)]


@given(st.text(alphabet="1234567890周单双()-,、第节 星期一二\nA", max_size=40))
def test_any_text_can_be_looked_at(text: str) -> None:
    """Nothing that stands in a cell stops the reading."""
    for one in find_weeks(plain(text), 18):
        assert all(1 <= week <= 60 for week in one.weeks)
    find_periods(plain(text))
