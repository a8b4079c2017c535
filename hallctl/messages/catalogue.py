"""A compiled catalogue that is searched instead of decoded: a command says a few of its sentences.

The standard library decodes all sentences at the start of every command. A ``.mo`` file is a sorted
table of texts, so one sentence is found in a dozen steps; only what is found is decoded.
"""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from struct import Struct, error

_HEADER = Struct("5I")
"""Magic number, revision, how many texts, and where the tables of texts and translations begin."""

_PLACE = Struct("2I")
"""The length of a text and where it begins."""


class Catalogue:
    """The sentences of one language, in the order of their bytes."""

    def __init__(self, data: bytes) -> None:
        magic, _revision, self._count, self._texts, self._translations = _HEADER.unpack_from(data)
        if magic != GNUTranslations.LE_MAGIC:
            raise ValueError("no catalogue of this make")
        self._data = data
        self._found: dict[str, str] = {}

    def gettext(self, text: str) -> str:
        """The translation of a text; the text itself when it has none. A list says the same words often."""
        if text not in self._found:
            self._found[text] = self._search(text)
        return self._found[text]

    def _search(self, text: str) -> str:
        wanted = text.encode()
        first, end = 0, self._count
        while first < end:
            middle = (first + end) // 2
            found = self._text(self._texts, middle)
            if found == wanted:
                return self._text(self._translations, middle).decode()
            if found < wanted:
                first = middle + 1
            else:
                end = middle
        return text

    def _text(self, table: int, number: int) -> bytes:
        length, begin = _PLACE.unpack_from(self._data, table + _PLACE.size * number)
        return self._data[begin : begin + length]


def read(path: Path) -> Catalogue | NullTranslations:
    """The catalogue in a file; without one, or with one of another make, texts stay as they are."""
    try:
        return Catalogue(path.read_bytes())
    except (OSError, ValueError, error):
        return NullTranslations()
