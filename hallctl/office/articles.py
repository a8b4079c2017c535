"""What holds each of the 37 articles: rules, steps, commands, tests, or the person who decides (Art. 37)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hallctl import lifecycle, policy
from hallctl.office.settings import regulation


class Covered(NamedTuple):
    """One article and everything that holds it."""

    article: str
    title: str
    held_by: str
    """rule, person or organisational."""
    rules: Sequence[str]
    steps: Sequence[str]
    """Steps in the life of a case."""
    settings: Sequence[str]
    commands: Sequence[str]
    tests: Sequence[str]
    decider: str | None
    """Who decides what no program can."""


def coverage(language: str) -> list[Covered]:
    """All articles in order."""
    short = "en" if language == "en" else "zh"
    return [
        Covered(
            number,
            text[f"title_{short}"],
            text["status"],
            _about(policy.RULES, number),
            _about({name: step.article for name, step in lifecycle.STEPS.items()}, number),
            _about({name: one.article for name, one in policy.FIGURES.items()}, number),
            text.get("commands", ()),
            text.get("tests", ()),
            text.get("decider"),
        )
        for number, text in regulation().items()
    ]


def _about(articles: Mapping[str, str], number: str) -> list[str]:
    return [name for name, article in articles.items() if article == number]
