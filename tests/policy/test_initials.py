"""Pinyin initials, as an officer types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.initials import initials


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("转专业申请", "zzysq"), ("在读证明", "zdzm"), ("成绩单打印", "cjddy"), ("学籍信息更正", "xjxxgz"), ("退费申请", "tfsq"),
        ("勤工助学岗位", "qgzxgw"), ("一卡通挂失", "yktgs"), ("缴费查询", "jfcx"), ("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz"),
        ("座", "z"), ("奥澳", "aa"), ("IC卡（A4）", "icka4"), ("", ""), ("龘、—", ""), ("亍", ""),
    ],
)  # fmt: skip
def test_first_letters(text: str, said: str) -> None:
    """The first and last character of every letter; marks and rare characters have none."""
    assert initials(text) == said


@given(st.text(), st.text())
def test_a_text_is_the_sum_of_its_parts(one: str, other: str) -> None:
    """Initials of two texts together are those of each; always small letters and digits."""
    assert initials(one + other) == initials(one) + initials(other)
    assert initials(one).isascii()
