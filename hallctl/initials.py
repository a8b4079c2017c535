"""The pinyin initials of Chinese words: 转专业 is zzy..

The common characters of GB2312 stand in the order of their pronunciation, so where one stands tells its
first letter; one with several readings stands under the most usual, rarer characters have none.
"""

from bisect import bisect_right

_FIRST = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
"""Where the characters of each letter begin."""
_LETTERS = "abcdefghjklmnopqrstwxyz"
_LAST = 0xD7F9


def initials(text: str) -> str:
    """The first letters of a text in small letters, Latin letters and digits as they are."""
    return "".join(_letter(one) for one in text)


def _letter(one: str) -> str:
    if one.isascii():
        return one.lower() if one.isalnum() else ""
    try:
        place = int.from_bytes(one.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    return _LETTERS[bisect_right(_FIRST, place) - 1] if _FIRST[0] <= place <= _LAST else ""
