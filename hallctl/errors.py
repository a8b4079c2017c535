"""Every way an act can fail: a code, an article, an exit status and values; the wording is elsewhere.

Codes are dotted English names such as ``case.unknown_item``; ``hallctl.messages`` holds one sentence
for each of them in each language, always with what to run next.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class RowError(NamedTuple):
    """One bad row of an input file: where it is, what stands there, and why it cannot be used."""

    code: str
    sheet: str | None = None
    row: int | None = None
    """1-based, as the spreadsheet program counts, title rows included."""
    column: str | None = None
    """The header text of the column as it stands in the file."""
    value: str | None = None
    values: Mapping[str, object] = {}
    """Further values that the wording needs."""


class Note(NamedTuple):
    """A warning that travels with a result: nothing failed, but somebody should know."""

    code: str
    article: str | None = None
    values: Mapping[str, object] = {}


class HallError(Exception):
    """Base of all expected failures.

    ``code`` finds the wording, ``article`` is the bare number of the regulation's article that
    refuses (or None), ``values`` fill the wording, ``rows`` are the bad rows of a file.
    """

    exit_status = 1

    def __init__(
        self,
        code: str,
        *,
        article: str | None = None,
        rows: Sequence[RowError] = (),
        **values: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.article = article
        self.rows = tuple(rows)
        self.values = values


class Usage(HallError):
    """The words of the command cannot be understood."""

    exit_status = 2


class Refused(HallError):
    """An article of the regulation, or a setting made under it, says no."""

    exit_status = 3


class NotFound(HallError):
    """Something was named that the hall file does not know."""

    exit_status = 4


class Conflict(HallError):
    """The act contradicts what is already recorded."""

    exit_status = 5


class BadInput(HallError):
    """A file or a calendar cannot be used; nothing was written."""

    exit_status = 6


class HallFileTrouble(HallError):
    """The hall file is missing, busy, damaged, not writable, or of another version."""

    exit_status = 7
