"""Words that give way: numbers whole, the longest name first, what others are called left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.store.identity import Words

WORDS = Words({"240001": "X", "尹一": "X", "199-0000-0001": "X"}, kept=["尹一鸣", "2400011"])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("尹一（240001）", "X（X）"),
        ("尹一鸣和尹一", "尹一鸣和X"),
        ("尹", "尹"),
        ("我是尹一", "我是X"),
        ("2400011 1240001 a240001 240001b", "2400011 1240001 a240001 240001b"),
        ("OA-240001,240001", "OA-X,X"),
        ("电话199-0000-0001。", "电话X。"),
        ("1199-0000-0001", "1199-0000-0001"),
        ("24000", "24000"),
        ("", ""),
    ],
)
def test_words_are_replaced_where_they_stand_alone(text: str, after: str) -> None:
    """No part of a longer number goes, no part of a longer name that is known."""
    assert WORDS.replace(text) == after


@given(st.text(alphabet="尹一鸣240001-x ", max_size=30))
def test_nothing_is_left_to_replace(text: str) -> None:
    """Replacing twice is replacing once; without any word a text stays as it is."""
    once = WORDS.replace(text)
    assert WORDS.replace(once) == once
    assert Words({}).replace(text) == text
