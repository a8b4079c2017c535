"""What a figure, a decision and a rule are, and how the day of a fact selects what is in force (Art. 34 to 37)."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from hallctl.errors import Refused, Usage

Rule = TypeVar("Rule", bound=Callable[..., Any])

RULES: dict[str, str] = {}
"""Every rule by name, with the number of its article."""


def article(number: str) -> Callable[[Rule], Rule]:
    """Say which article a rule is about; its first docstring line says what the article asks."""

    def register(rule: Rule) -> Rule:
        RULES[rule.__name__] = number
        return rule

    return register


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
    words: tuple[str, ...] = ()
    """The only names that a json value may hold: the keys of whole numbers, or the members of a list."""


def parse_value(figure: Figure, text: str) -> object:
    """The value that was written for a setting.

    Raises Usage for a value of the wrong kind, Refused for a number above what the
    article allows: a college may be stricter, never laxer.
    """
    try:
        value = _PARSERS[figure.kind](text.strip(), figure)
    except ValueError:
        expected = list(figure.choices) or [figure.kind]
        raise Usage("policy.bad_value", name=figure.name, value=text, expected=expected) from None
    if figure.words:
        _require_words(figure, value, text)
    if figure.cap is not None and isinstance(value, int) and value > figure.cap:
        raise Refused(
            "policy.above_cap",
            article=figure.article,
            name=figure.name,
            value=value,
            cap=figure.cap,
        )
    return value


def _require_words(figure: Figure, value: object, text: str) -> None:
    """Refuse a json value of another shape than the shipped one, or with names that no rule reads."""
    if value is None and figure.value is None:
        return
    shape = list if isinstance(figure.value, list) else dict
    if not isinstance(value, shape):
        raise Usage("policy.bad_value", name=figure.name, value=text, expected=[shape.__name__])
    if unknown := [str(one) for one in value if one not in figure.words]:
        raise Usage("policy.unknown_word", name=figure.name, words=unknown, known=figure.words)
    numbers = list(value.values()) if isinstance(value, dict) else []
    if wrong := [one for one in numbers if type(one) is not int or one < 0]:
        raise Usage("policy.bad_value", name=figure.name, value=wrong[0], expected=["int"])


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


class Decision(NamedTuple):
    """The college's decision that a setting has a value from a day on (Art. 34, 37)."""

    name: str
    value: object
    from_on: date
    decided_by: str
    decided_on: date
    note: str = ""


def hall_acts_from(day: date, effective_from: date) -> None:
    """The regulation applies from the day it was published; no rule judges an earlier fact.

    In force by: its first day. Raises Refused.
    """
    if day < effective_from:
        raise Refused(
            "regulation.not_yet_in_force", article="36", day=day, effective_from=effective_from
        )


class LawOfDay:
    """The figures in force on one day; reading one is ``law["limits.promised"]``."""

    def __init__(self, day: date, values: Mapping[str, object]) -> None:
        self.day = day
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def read(self, *names: str) -> dict[str, object]:
        """Several settings with their values, for the ground of a ruling."""
        return {name: self[name] for name in names}


class Law:
    """The shipped figures with the college's dated decisions over them."""

    def __init__(
        self, shipped: Mapping[str, object], decisions: Iterable[Decision], effective_from: date
    ) -> None:
        self.effective_from = effective_from
        self._shipped = shipped
        # sorted() is stable: of two decisions for one day, the one recorded later counts
        self._decisions = sorted(decisions, key=lambda one: one.from_on)
        self._days = [one.from_on for one in self._decisions]

    def on(self, day: date) -> LawOfDay:
        """The figures in force on the day of a fact; a day before the regulation is refused (Art. 36)."""
        hall_acts_from(day, self.effective_from)
        before = self._decisions[: bisect_right(self._days, day)]
        return LawOfDay(day, {**self._shipped, **{one.name: one.value for one in before}})
