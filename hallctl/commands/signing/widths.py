"""How wide text is in a terminal, where Chinese characters take two columns."""

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(_columns(one) for one in text)


def cut(text: str, columns: int) -> str:
    """A text that takes at most some columns, with two dots where something is missing."""
    if width(text) <= columns:
        return text
    room = max(columns - 2, 0)
    kept = ""
    for one in text:
        if width(kept) + _columns(one) > room:
            break
        kept += one
    return kept + ".."[: max(columns, 0)]


def padded(text: str, columns: int) -> str:
    """A text cut or filled with spaces to exactly some columns."""
    text = cut(text, columns)
    return text + " " * (columns - width(text))


def centred(text: str, columns: int) -> str:
    """A text in the middle of some columns, filled on both sides."""
    text = cut(text, columns)
    return padded(" " * ((columns - width(text)) // 2) + text, columns)


def between(left: str, right: str, columns: int) -> str:
    """Two texts at the two ends of a line; the left one gives way."""
    right = cut(right, columns)
    return padded(left, columns - width(right)) + right


def flowed(items: Sequence[str], columns: int, lines: int) -> tuple[list[str], int]:
    """Items in as many equal columns as fit, read downwards; also how many did not fit."""
    if not items or lines <= 0 or columns <= 0:
        return [], len(items)
    widest = min(max(width(one) for one in items) + 3, columns)
    across = max(columns // widest, 1)
    down = min(-(-len(items) // across), lines)
    rows = [
        "".join(padded(items[n], widest) for n in range(row, len(items), down)[:across]).rstrip()
        for row in range(down)
    ]
    return rows, max(len(items) - down * across, 0)


def _columns(one: str) -> int:
    if unicodedata.combining(one) or unicodedata.category(one) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1
