"""How cells look, and how much room their text takes: black lines, grey fills, real character widths.

Everything survives black-and-white printing: meaning is never carried by a colour alone.
"""

import unicodedata
from itertools import pairwise

from openpyxl.styles import Border, Font, PatternFill, Side

FALLBACK = "宋体"
"""Stands in for a font that the college has set to nothing."""
GB2312 = 134
"""The character set of a font: a program without the font then takes another Chinese one."""

THIN = Side(style="thin", color="000000")
DASHED = Side(style="mediumDashed", color="000000")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
REST = PatternFill("solid", fgColor="D9D9D9")
HEAD = PatternFill("solid", fgColor="F2F2F2")
NONE = "—"
"""Stands where there is nothing to divide by."""

SIZE = 11
"""Points of the body text."""
EDGES, INDENT = 8.0, 13.0
"""Points that the edges of a cell take from its text, and each step of indent."""
SURE = 0.92
"""The share of a line that surely holds text: programs draw one font a little wider or narrower."""


def font(name: str, size: float = SIZE, *, bold: bool = False, underlined: bool = False) -> Font:
    """A font by its setting, with what another machine needs to find the nearest one."""
    return Font(
        name=name or FALLBACK, size=size, bold=bold or None,
        underline="single" if underlined else None, charset=GB2312,
    )  # fmt: skip


def width_of(text: str) -> int:
    """The width of a text in half-width characters: Chinese ones count two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def shown(value: object) -> str:
    """A value as its cell will show it, for measuring."""
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def lines_of(text: str, room: float) -> int:
    """How many lines a text takes where ``room`` half-width characters fit into one.

    Chinese breaks anywhere, a Latin word or a number goes to the next line whole.
    """
    return sum(_lines_of_one(part, max(room, 2)) for part in text.split("\n"))


def _lines_of_one(text: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in _words(text):
        width = width_of(word)
        if used + width > room and used:
            lines, used = lines + 1, 0.0
        while width > room:
            lines, width = lines + 1, width - int(room)
        used += width
    return lines


def _words(text: str) -> list[str]:
    """The pieces that a line may break between."""
    found = [text[:1]]
    for before, one in pairwise(text):
        if one.isascii() and before.isascii() and not before.isspace():
            found[-1] += one
        else:
            found.append(one)
    return found
