"""When a window's post changes hands, and who takes a log over (Art. 19)."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl import handover
from hallctl.errors import Refused
from hallctl.model import SHANGHAI, Part, Shift

DAY = date(2026, 12, 1)
MIDNIGHT = datetime(2026, 12, 1, tzinfo=SHANGHAI)


def shift(who: str, start: float, end: float, given_to: str | None = None) -> Shift:
    """One shift between two hours of the day."""
    return Shift(
        f"{who}{start}", who, "W01", DAY, MIDNIGHT + timedelta(hours=start),
        MIDNIGHT + timedelta(hours=end), given_to=given_to,
    )  # fmt: skip


def told(*shifts: Shift) -> list[tuple[int, int, str, str]]:
    """The turns in short: from, to, staff, incoming."""
    return [
        (one.starts_at.hour, one.ends_at.hour, "".join(one.staff), "".join(one.incoming))
        for one in handover.turns(shifts)
    ]


def test_one_hands_over_to_the_next() -> None:
    """Morning to afternoon, the day's last to nobody."""
    assert told(shift("a", 8, 12), shift("b", 14, 17)) == [(8, 12, "a", "b"), (14, 17, "b", "")]


def test_touching_shifts_are_a_hand_over() -> None:
    """At the very minute."""
    assert told(shift("b", 12, 17), shift("a", 8, 12)) == [(8, 12, "a", "b"), (12, 17, "b", "")]


def test_who_stays_on_hands_nothing_over() -> None:
    """Overlapping shifts, and one person before and after noon, are one turn."""
    assert told(shift("a", 8, 12), shift("b", 10, 17)) == [(8, 17, "ab", "")]
    assert told(shift("a", 8, 12), shift("a", 14, 17)) == [(8, 17, "a", "")]
    assert told(shift("a", 8, 12), shift("b", 8, 12), shift("b", 14, 17), shift("c", 14, 17)) == [
        (8, 17, "abc", "")
    ]


def test_a_swapped_shift_is_the_takers() -> None:
    """The giver is not there."""
    assert told(shift("a", 8, 12, given_to="b"), shift("b", 8, 12)) == [(8, 12, "b", "")]
    assert told() == []


def test_a_part_that_was_given_away_changes_hands() -> None:
    """The giver until ten, the taker from ten on: a hand-over at ten."""
    ten, noon = MIDNIGHT + timedelta(hours=10), MIDNIGHT + timedelta(hours=12)
    giver = shift("a", 8, 12)._replace(given=(Part(ten, noon, "b"),))
    assert told(giver, shift("b", 10, 12)) == [(8, 10, "a", "b"), (10, 12, "b", "")]
    assert [part.to_at for part in giver.kept] == [ten]
    middle = shift("a", 8, 17)._replace(given=(Part(ten, noon, "b"),))
    assert [(part.from_at.hour, part.to_at.hour) for part in middle.kept] == [(8, 10), (12, 17)]
    assert shift("a", 8, 12, given_to="b").kept == ()


SHIFTS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(8, 16), st.integers(1, 4)), max_size=6
)


@given(SHIFTS)
def test_every_shift_lies_in_one_turn(said: list[tuple[str, int, int]]) -> None:
    """Turns follow one another, and each shift lies in one of them, with its person."""
    shifts = [shift(who, start, start + length) for who, start, length in said]
    turns = handover.turns(shifts)
    for one, following in pairwise(turns):
        assert one.ends_at <= following.starts_at
        assert one.incoming
        assert set(one.incoming) <= set(following.staff)
        assert not set(one.incoming) & set(one.staff)
    assert not turns or turns[-1].incoming == ()
    for own in shifts:
        (home,) = [
            one for one in turns if one.starts_at <= own.starts_at and own.ends_at <= one.ends_at
        ]
        assert own.staff_no in home.staff


@pytest.mark.parametrize(("by", "to", "leaders", "reasoned", "code"), [
    ("b", "b", ["l"], False, None),
    ("l", None, ["l"], False, None),
    ("a", "b", ["l"], True, "log.own"),
    ("l", "b", ["l"], False, "log.not_yours"),
    ("c", None, ["l"], False, "log.not_yours"),
    ("o", None, ["l"], False, "log.officer_needs_reason"),
    ("o", "b", ["l"], False, "log.officer_needs_reason"),
    ("o", "b", ["l"], True, None),
    ("o", None, [], False, None),
    ("o", None, ["a"], False, None),
    ("c", None, ["a"], False, "log.not_yours"),
    ("c", "b", ["l"], True, "log.not_yours"),
])  # fmt: skip
def test_who_takes_over(
    by: str, to: str | None, leaders: list[str], reasoned: bool, code: str | None
) -> None:
    """The incoming person, for the last log the leader, never the writer; the officer stands in."""
    if code is None:
        handover.may_acknowledge(by, "a", to, leaders, "o", reasoned=reasoned)
        return
    with pytest.raises(Refused) as refused:
        handover.may_acknowledge(by, "a", to, leaders, "o", reasoned=reasoned)
    assert (refused.value.code, refused.value.article) == (code, "19")
