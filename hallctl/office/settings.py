"""The regulation's figures and the college's dated decisions over them (Art. 34, 37)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import hallctl.appraising
import hallctl.complaints
import hallctl.handover
import hallctl.ledger
import hallctl.posts
import hallctl.service  # noqa: F401 - the rules of them all enter the register when they are imported
from hallctl import policy
from hallctl.errors import NotFound
from hallctl.office.hall import Hall, act
from hallctl.store import halls
from hallctl.store.halls import DecisionRow
from hallctl.store.writing import Writing


class Setting(NamedTuple):
    """One setting as it is in force on a day."""

    name: str
    article: str
    value: object
    default: object
    reading: str
    from_on: date | None
    """Since when the college's decision counts; None for the shipped value."""
    decided_by: str | None
    decided_on: date | None
    note: str | None
    already: bool | None = None


def settings(hall: Hall, day: date) -> list[Setting]:
    """Every setting in the order of the articles."""
    return [_setting(hall, name, day) for name in policy.FIGURES]


class Article(NamedTuple):
    """One article with its gist, its settings and the rules that hold it."""

    article: str
    title: str
    gist: str
    status: str
    settings: Sequence[Setting]
    rules: Sequence[str]
    commands: Sequence[str]
    """Commands that carry it."""


def show(hall: Hall, said: str, day: date, language: str) -> Article:
    """An article by number, or the article of a setting by its name; raises NotFound."""
    figure = policy.FIGURES.get(said)
    number = figure.article if figure else said.removeprefix("第").removesuffix("条")
    text = regulation().get(number)
    if text is None:
        raise NotFound("policy.unknown", said=said)
    short = "en" if language == "en" else "zh"
    names = [name for name, one in policy.FIGURES.items() if one.article == number]
    return Article(
        number, text[f"title_{short}"], text[f"gist_{short}"], text["status"],
        [_setting(hall, name, day) for name in names if figure is None or name == said],
        [name for name, article in policy.RULES.items() if article == number],
        text.get("commands", ()),
    )  # fmt: skip


@act("policy set")
def set_value(
    hall: Hall, work: Writing, name: str, text: str, from_on: date, note: str | None
) -> Setting:
    """Record a decision; the officer's alone, from a day on, earlier facts keep their figures.

    Raises Usage for a value of the wrong kind, Refused above an article's cap, before the regulation,
    or when somebody else acts.
    """
    hall.require_in_force(from_on)
    value = policy.parse_value(name, text)
    hall.require_officer("37")
    law = hall.law.on(from_on)
    if law[name] == value and _decided(hall, name, from_on):
        return _setting(hall, name, from_on)._replace(already=True)
    if from_on < hall.today:
        hall.note("policy.in_the_past", "37", name=name, from_on=from_on)
    row = DecisionRow(name, value, from_on, hall.actor_no, hall.today, note or "", 0)
    halls.add_decision(work, row)
    work.tell({"setting": name}, value=value, from_on=from_on)
    figure = policy.FIGURES[name]
    return Setting(
        name, figure.article, value, figure.value, figure.reading, from_on, hall.actor_no,
        hall.today, note,
    )  # fmt: skip


class Change(NamedTuple):
    """One decision in the history of a setting."""

    name: str
    value: object
    from_on: date
    decided_by: str
    decided_on: date
    note: str | None
    entry_no: int


def history(hall: Hall, name: str | None) -> list[Change]:
    """All decisions in the order they were recorded, of one setting or of all."""
    if name is not None and name not in policy.FIGURES:
        raise NotFound("policy.unknown", said=name)
    return [
        Change(
            row.name,
            row.value,
            row.from_on,
            row.decided_by,
            row.decided_on,
            row.note or None,
            row.entry_no,
        )
        for row in halls.decisions(hall.db)
        if name in {None, row.name}
    ]


def regulation() -> Mapping[str, Mapping[str, Any]]:
    """The 37 articles by number: titles and gists in both languages, and who decides."""
    import tomllib
    from importlib.resources import files

    text = (files("hallctl") / "regulation.toml").read_text(encoding="utf-8")
    return {str(one["article"]): one for one in tomllib.loads(text)["article"]}


def _decided(hall: Hall, name: str, day: date) -> DecisionRow | None:
    rows = [row for row in halls.decisions(hall.db) if row.name == name and row.from_on <= day]
    return max(rows, key=lambda row: row.from_on) if rows else None


def _setting(hall: Hall, name: str, day: date) -> Setting:
    figure = policy.FIGURES[name]
    value = hall.law.on(day)[name]
    row = _decided(hall, name, day)
    if row is None:
        return Setting(
            name, figure.article, value, figure.value, figure.reading, None, None, None, None
        )
    return Setting(
        name, figure.article, value, figure.value, figure.reading, row.from_on, row.decided_by,
        row.decided_on, row.note or None,
    )  # fmt: skip
