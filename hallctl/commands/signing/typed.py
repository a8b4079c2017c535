"""Characters from a reader or a keyboard become lines; whatever they are, none of them stops the loop."""

import unicodedata
from typing import NamedTuple

LONGEST = 64
"""Characters of one line; more is no number of anybody."""

ENDS = "\r\n\t"
"""Readers are set to end a card with Enter or with Tab."""

_BACK = "\b\x7f"
_ESCAPE = "\x1b"
_ERASE = "\x15"


class Line(NamedTuple):
    """One finished line: plain text, and whether more was sent than a line may hold."""

    text: str
    too_long: bool = False


class Typing:
    """Collects a line; escape sequences and control characters are swallowed, Esc starts anew."""

    def __init__(self, ends: str = ENDS) -> None:
        self._ends = ends
        self.text = ""
        self._too_long = False
        self._escape = ""

    def feed(self, keys: str) -> list[Line]:
        """Take what came; returns the lines that it finished, empty ones left out."""
        found = []
        for key in keys:
            if self._within_escape(key):
                continue
            if key in self._ends:
                found.append(Line(plain(self.text), self._too_long))
                self.clear()
            elif key == _ESCAPE:
                self.clear()
                self._escape = key
            elif key in _BACK:
                self.text = self.text[:-1]
            elif key in _ERASE:
                self.clear()
            elif unicodedata.category(key)[0] != "C":
                self._take(key)
        return [line for line in found if line.text or line.too_long]

    def rest(self) -> list[Line]:
        """The line that was begun when the input ended."""
        return self.feed("\n")

    def clear(self) -> None:
        """Forget a line that was begun."""
        self.text, self._too_long, self._escape = "", False, ""

    def _take(self, key: str) -> None:
        if len(self.text) < LONGEST:
            self.text += key
        else:
            self._too_long = True

    def _within_escape(self, key: str) -> bool:
        """Whether a key belongs to a sequence such as that of an arrow key."""
        if not self._escape:
            return False
        if self._escape == _ESCAPE and key in "[O":
            self._escape += key
            return True
        inside = len(self._escape) > 1
        if inside and not (self._escape[1] == "[" and "\x20" <= key <= "\x3f"):
            self._escape = ""
            return True
        self._escape = self._escape if inside else ""
        return inside


def plain(text: str) -> str:
    """A line as a number is written: half-width, without spaces and a stripe reader's marks."""
    text = unicodedata.normalize("NFKC", text).strip()
    if text[:1] in {";", "%"} and text[-1:] == "?":
        text = text[1:-1]
    return text.strip()
