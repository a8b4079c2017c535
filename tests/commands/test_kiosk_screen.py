"""The parts of the kiosk: typed characters, widths, the layout of any size, what is drawn again."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.commands.signing import layout, widths
from hallctl.commands.signing.greeting import Greeting, idle
from hallctl.commands.signing.terminal import COLOURS, PLAIN, Row, Screen
from hallctl.commands.signing.typed import LONGEST, Line, Typing
from hallctl.model import SHANGHAI
from hallctl.office.kiosk import AtPost, Coming, View

AT = datetime(2026, 12, 1, 8, 41, 5, tzinfo=SHANGHAI)
TEXT = st.text(alphabet=st.sampled_from("a0-甄一鸣 。é\u0301"), max_size=60)


@pytest.mark.parametrize(("keys", "lines"), [
    ("0240601001\r", ["0240601001"]),
    ("0240601001\r\n", ["0240601001"]),
    ("0240601001\t", ["0240601001"]),
    ("\n\r\n", []),
    ("024\x08\x7f2\n", ["02"]),
    ("garbage\x15T1\n", ["T1"]),
    ("\x00\x07\x04T1\x1b[A\x1b[1;5C\x1bOP\n", []),
    ("T\x0012\x02\n", ["T12"]),
    ("half\x1bT1\n", ["T1"]),
    ("０２４０\n", ["0240"]),
    (";0240601001?\n%T1?\n", ["0240601001", "T1"]),
])  # fmt: skip
def test_characters_become_lines(keys: str, lines: list[str]) -> None:
    """Enter and Tab end a line; control characters and arrow keys are swallowed; Esc starts anew."""
    wanted = lines if "\x1b[A" not in keys else [""]
    found = [line.text for line in Typing().feed(keys)]
    assert found == [one for one in wanted if one]
    piecewise = Typing()
    assert [line.text for key in keys for line in piecewise.feed(key)] == found


def test_a_line_may_be_too_long() -> None:
    """More than a number can be is said to be too long, and the next line is whole again."""
    typing = Typing()
    assert typing.feed("9" * (LONGEST + 1) + "\nT1\n") == [
        Line("9" * LONGEST, too_long=True), Line("T1"),
    ]  # fmt: skip
    typing.feed("half")
    assert typing.rest() == [Line("half")]
    typing.feed("half")
    typing.clear()
    assert typing.rest() == []


@settings(deadline=None)
@given(TEXT, st.integers(0, 60))
def test_texts_take_exactly_their_columns(text: str, columns: int) -> None:
    """Chinese characters take two columns, accents none; cut texts still fill what they should."""
    assert widths.width(widths.cut(text, columns)) <= columns
    assert widths.width(widths.padded(text, columns)) == columns
    assert widths.width(widths.centred(text, columns)) == columns
    assert widths.width(widths.between(text, text[:5], columns)) == columns


@settings(deadline=None)
@given(st.lists(TEXT, max_size=30), st.integers(0, 100), st.integers(0, 9))
def test_flowed_items_are_all_there_or_counted(items: list[str], columns: int, lines: int) -> None:
    """Every item has its place, or is among those that are said to be left."""
    rows, left = widths.flowed(items, columns, lines)
    assert len(rows) <= lines
    assert all(widths.width(row) <= columns for row in rows)
    assert 0 <= left <= len(items)
    if columns >= 63 and lines >= len(items):
        assert left == 0


def shown(people: int, greeting: Greeting) -> layout.Shown:
    posts = [
        AtPost(
            "综合事务窗口", "甄一鸣", "08:30-12:00", AT if n % 2 else None, AT if n % 3 else None, n
        )
        for n in range(people)
    ]
    coming = [Coming("14:00-17:30", "党团服务窗口", ["甄一鸣", "贾二白"])] * people
    view = View("学生服务大厅", "云溪航空职业学院", posts, coming)
    return layout.Shown(AT, view, greeting, ["08:41:05 甄一鸣"] * people, "稍后写入", "0240", "in")


@settings(deadline=None)
@given(st.integers(1, 200), st.integers(1, 70), st.integers(0, 40))
def test_the_screen_fits_any_window(columns: int, lines: int, people: int) -> None:
    """No row is wider than the window, there are never more rows than lines."""
    for greeting in (
        idle(),
        Greeting("甄一鸣，早上好", ("08:25:05 签到  准时", "综合事务窗口"), "good"),
    ):
        rows = layout.frame(shown(people, greeting), columns, lines)
        assert len(rows) <= lines
        assert all(widths.width(row.text) <= columns for row in rows)


def test_the_screen_has_everything_that_matters() -> None:
    """Clock, name, what was done, where, who is here, who comes, what waits, what is typed."""
    rows = layout.frame(shown(3, Greeting("甄一鸣", ("08:25:05 签到", "综合事务窗口"))), 90, 30)
    text = "\n".join(row.text for row in rows)
    for part in (
        "2026-12-01",
        "08:41:05",
        "甄 一 鸣",
        "08:25:05 签到",
        "14:00-17:30",
        "稍后写入",
        "0240_",
    ):
        assert part in text
    assert len(rows) == 30


def test_only_changed_lines_are_drawn_again() -> None:
    """Nothing flickers: a frame like the one before writes nothing; a new size draws everything."""
    out: list[str] = []
    screen = Screen(out.append, COLOURS)
    screen.draw([Row("one", "bar"), Row("two")], (10, 5))
    screen.draw([Row("one", "bar"), Row("two")], (10, 5))
    assert len(out) == 1
    screen.draw([Row("one", "bar"), Row("three")], (10, 5))
    assert "one" not in out[1]
    assert "three" in out[1]
    screen.draw([Row("one", "bar")], (10, 5))
    assert out[2].count("\x1b[K") == 1
    screen.draw([Row("one", "bar")], (20, 5))
    assert "\x1b[2J" in out[3]
    assert "one" in out[3]


def test_without_colour_everything_is_still_said() -> None:
    """NO_COLOR leaves reverse video at most."""
    out: list[str] = []
    Screen(out.append, PLAIN).draw([Row("迟到 11 分钟", "late"), Row("x", "title")], (20, 5))
    assert "迟到 11 分钟" in out[0]
    assert "\x1b[1" not in out[0].replace("\x1b[1;1H", "")
    assert "4" not in out[0].split("迟到")[0].replace("\x1b[?2026h", "").replace("\x1b[2J", "")
