"""How ``hallctl why figure:CODE`` says from which facts a figure was counted."""

from collections.abc import Mapping
from typing import NamedTuple

from hallctl.commands import periods
from hallctl.commands.desk import Desk
from hallctl.commands.trace_page import definition, formula, lines, phrase
from hallctl.errors import NotFound, Usage
from hallctl.messages import _, cite, label
from hallctl.office.tracing import figure as tracing
from hallctl.office.tracing.records import Fact, Trace
from hallctl.show import Reply


class Asked(NamedTuple):
    """The period that was asked for, and whether every fact is to be shown."""

    month: str | None = None
    week: str | None = None
    term: str | None = None
    from_on: str | None = None
    to_on: str | None = None
    everything: bool = False


def trace_figure(desk: Desk, said: str, asked: Asked) -> Reply:
    """One figure and its facts; without a code, every figure that can be traced."""
    listed = tracing.figures()
    if not said:
        data = [{**one._asdict(), "label": label(one.figure, "figure")} for one in listed]
        text = _("{text} ({article})")
        named = [f"{one.figure}  {label(one.figure, 'figure')}" for one in listed]
        articles = [cite(one.article) for one in listed]
        told = [
            text.format(text=name, article=no) for name, no in zip(named, articles, strict=True)
        ]
        return Reply(data, text=told)
    period = _period(desk, asked)
    found = tracing.trace(desk.hall, _code(said), period.from_on, period.to_on)
    return Reply(_data(found, period.name), text=list(lines(found, asked.everything)))


def _code(said: str) -> str:
    """A figure by its code or by its name; raises NotFound with those that look alike."""
    names = {label(one.figure, "figure"): one.figure for one in tracing.figures()}
    code = names.get(said, said)
    if code not in names.values():
        alike = [*tracing.near(said), *(one for name, one in names.items() if said in name)]
        near = list(dict.fromkeys(alike))[:5] or ["—"]
        raise NotFound("figure.unknown", said=said, near=near)
    return code


def _period(desk: Desk, asked: Asked) -> periods.Period:
    """The period in words: a month (the last one when nothing was said), a week, a term, or days."""
    ways = (asked.month, asked.week, asked.term, asked.from_on)
    if sum(one is not None for one in ways) > 1 or (asked.to_on and not asked.from_on):
        raise Usage("figure.one_period")
    today = desk.now.date()
    if asked.week:
        return periods.week(asked.week, today)
    if asked.term:
        return periods.Period(asked.term, *tracing.days_of_term(desk.hall, asked.term))
    if asked.from_on:
        first, last = desk.day(asked.from_on), desk.day(asked.to_on)
        return periods.Period(f"{first}..{last}", first, last)
    return periods.month(asked.month or "last", today)


def _data(found: Trace, period: str) -> dict[str, object]:
    sides = {"above": found.above, "below": found.below}
    return {
        "ref": f"figure:{found.code}",
        "value": found.value,
        "article": found.article,
        "period": period,
        "from_on": found.from_on,
        "to_on": found.to_on,
        "draft": found.draft,
        "definition": definition(found),
        "because": formula(found),
        **{
            name: {**side._asdict(), "means": phrase(found, side.population)}
            for name, side in sides.items()
            if side
        },
        "settings": {one.name: one.value for one in found.settings},
        "settings_changed": [
            one for one in found.settings if one.from_on > found.from_on
        ],
        "reported": found.reported,
        "facts": [
            {
                "ref": one.ref, "counts": one.counts, "because": phrase(found, one.because),
                "reason": one.because, **_adds(found, one), **one.told,
            }
            for one in found.facts
        ],
    }  # fmt: skip


def _adds(found: Trace, one: Fact) -> Mapping[str, int]:
    """What a fact adds on the sides on which it counts."""
    told = {}
    if one.counts in {"above", "both"}:
        told["adds_above"] = one.adds
    if found.below and one.counts in {"below", "both"}:
        told["adds_below"] = one.of
    return told
