"""What a setting is, and how its value is written; which settings there are stands in policy.py."""

import json
import re
from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """One setting: its article, the kind of its value, what it ships with, and the reading taken.

    ``kind`` is int, bool, choice, time, ints, text or json; ``cap`` is the most an int may be. A choice
    offers the readings that the rules know; another reading is a change of code, with a decision.
    """

    name: str
    article: str
    reading: str
    kind: str
    value: object
    choices: tuple[str, ...] = ()
    cap: int | None = None


def written(text: str, figure: Figure) -> object:
    """The value that a text means for a setting; raises ValueError for one of another kind."""
    return _PARSERS[figure.kind](text, figure)


def _whole(text: str, _figure: Figure) -> int:
    value = int(text)
    if value < 0:
        raise ValueError(text)
    return value


def _truth(text: str, _figure: Figure) -> bool:
    if text.lower() not in {"true", "yes", "1", "false", "no", "0"}:
        raise ValueError(text)
    return text.lower() in {"true", "yes", "1"}


def _choice(text: str, figure: Figure) -> str:
    if text not in figure.choices:
        raise ValueError(text)
    return text


def _time(text: str, _figure: Figure) -> str:
    if text != "none" and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise ValueError(text)
    return text


def _numbers(text: str, figure: Figure) -> list[int]:
    return [_whole(part, figure) for part in re.split(r"[,，、\s]+", text)]


_PARSERS: dict[str, Callable[[str, Figure], object]] = {
    "int": _whole,
    "bool": _truth,
    "choice": _choice,
    "time": _time,
    "ints": _numbers,
    "text": lambda text, _figure: text,
    "json": lambda text, _figure: json.loads(text),
}
