"""The page on which ``hallctl why figure:CODE`` explains a figure."""

import json
from collections.abc import Iterator, Mapping, Sequence

from hallctl.messages import _, cite, label, paired, spoken, word
from hallctl.office.tracing.records import Fact, Reported, Trace

SHORT = 8
"""The most lines of one group, unless all are asked for."""
FEW = 3
"""The most references of one reason, unless all are asked for."""
GROUPS = ("both", "above", "below")
SHOWN = {
    "shift": ("on", "shift", "window", "name", "status", "marks", "leave_kind"),
    "case": ("accepted_on", "received_on", "due_on", "closed_on", "result", "state", "lateness"),
    "rating": ("survey", "serial", "rated_on", "fix_due_on", "fixed_on"),
    "complaint": ("received_on", "reply_due_on", "replied_on", "finding", "lateness"),
    "tally": ("on", "window", "tally_kind", "total"),
    "person": ("name", "days_at"),
}
"""What a line tells of a fact, by family; more is in the JSON."""


def phrase(found: Trace, name: str) -> str:
    """The words for a population, or for what keeps a fact out of it."""
    return word(f"figure.{found.family}.{name}")


def lines(found: Trace, everything: bool) -> Iterator[str]:
    """The value, how it came about, and the facts; long groups shortened unless all are asked for."""
    text = _("{text} ({article})")
    answer = f"{label(found.code, 'figure')} = {_shown(found, found.value)}"
    yield text.format(text=answer, article=cite(found.article))
    yield word("figure.days_draft" if found.draft else "figure.days", found._asdict())
    yield formula(found)
    if found.reported:
        yield from _reported(found, found.reported)
    for group in GROUPS:
        yield from _group(found, group, everything)
    yield from _left_out(found, everything)
    yield from _settings(found)
    for group in (*GROUPS[::-1], "out"):
        if refs := [one.ref for one in found.facts if one.counts == group and one.ref]:
            yield word("figure.listed", {"ref": refs[0]})
            return


def _settings(found: Trace) -> Iterator[str]:
    if found.settings:
        yield word("figure.settings")
    for one in found.settings:
        value = one.value if isinstance(one.value, str) else json.dumps(one.value)
        text = f"{one.name} = {value}"
        if one.from_on > found.from_on:
            text = word("figure.setting_since", {"text": text, "from_on": one.from_on})
        yield f"  {text}"


def _shown(found: Trace, value: float | int | None) -> str:
    if value is None:
        return "—"
    return f"{value:.1f} %" if found.code.endswith("_rate") else str(value)


NUMBERS = {"count": "counted", "sum": "summed", "share": "divided", "sums": "divided_sums",
           "mean": "divided_mean"}  # fmt: skip


def formula(found: Trace) -> str:
    """How the figure came about, with its numbers."""
    return word(f"figure.{NUMBERS[_kind(found)]}", _terms(found))


def definition(found: Trace) -> str:
    """What the figure is, whatever its numbers."""
    return word(f"figure.{_kind(found)}_of", _terms(found))


def _kind(found: Trace) -> str:
    if found.below is None:
        return "count" if found.above.adds == "once" else "sum"
    if found.below.adds != "once":
        return "sums"
    return "share" if found.above.adds == "once" else "mean"


def _terms(found: Trace) -> dict[str, object]:
    told: dict[str, object] = {"value": _shown(found, found.value)}
    for name, total, side in (("above", "total", found.above), ("below", "whole", found.below)):
        if side:
            told |= {name: phrase(found, side.population), total: side.total}
            told[f"{name}_adds"] = "" if side.adds == "once" else phrase(found, side.adds)
    return told


def _reported(found: Trace, kept: Reported) -> Iterator[str]:
    values = {**kept._asdict(), "value": _shown(found, kept.value), "shifts": len(kept.changed)}
    yield word("figure.reopened" if kept.reopened_at else "figure.closed", values)
    if not kept.changed:
        yield word("figure.unchanged")
        return
    yield word("figure.changed", values)
    for one in kept.changed[:SHORT]:
        was = spoken("marks", [name for name in (one.status_was, *one.marks_was) if name])
        now = spoken("marks", [name for name in (one.status_now, *one.marks_now) if name])
        told = {**one._asdict(), "was": was or "—", "now": now or "—"}
        yield "  " + word("figure.changed_shift", told)
    if len(kept.changed) > SHORT:
        yield "  " + word("figure.more", {"number": len(kept.changed) - SHORT})


def _group(found: Trace, counts: str, everything: bool) -> Iterator[str]:
    """The facts on one side of the line, a line each."""
    own = [one for one in found.facts if one.counts == counts]
    if not own:
        return
    title = "counts" if found.below is None else counts
    yield word(f"figure.{title}", {"number": len(own)})
    shown = own if everything else own[:SHORT]
    for one in shown:
        values: dict[str, object] = {
            "ref": one.ref, "told": _told(found, one), "because": phrase(found, one.because),
        }  # fmt: skip
        plain = found.below is None or counts == "both"
        yield "  " + word("figure.fact" if plain else "figure.fact_because", values)
    if len(own) > len(shown):
        yield "  " + word("figure.more", {"number": len(own) - len(shown)})


def _left_out(found: Trace, everything: bool) -> Iterator[str]:
    """The facts that count nowhere, by reason."""
    own = [one for one in found.facts if one.counts == "out"]
    if not own:
        return
    yield word("figure.out", {"number": len(own)})
    for because in dict.fromkeys(one.because for one in own):
        alike = [one for one in own if one.because == because]
        if everything:
            yield "  " + paired(phrase(found, because), str(len(alike)))
            yield from (f"    {one.ref}  {_told(found, one)}" for one in alike)
            continue
        refs = _refs(found, alike)
        values = {"because": phrase(found, because), "number": len(alike), "refs": refs}
        yield "  " + word("figure.because", values)


def _refs(found: Trace, facts: Sequence[Fact]) -> str:
    refs = [one.ref or _told(found, one) for one in facts[:FEW]]
    return _(", ").join(refs) + (" …" if len(facts) > FEW else "")


def _told(found: Trace, one: Fact) -> str:
    """What is told of a fact: dates and numbers with what they are, the rest as it is."""
    keys = [*SHOWN[found.family], *_summed(found)]
    parts = []
    for key in keys:
        value = one.told.get(key)
        if value is None or value == ():
            continue
        text = spoken(key.replace("tally_kind", "kind"), value)
        if isinstance(value, Mapping):
            text = _days_at(value, one.told["of_days"])
        named = key.endswith("_on") or isinstance(value, int)
        parts.append(f"{label(key, 'figure')} {text}" if named else text)
    return _(", ").join(parts)


def _summed(found: Trace) -> tuple[str, ...]:
    """The numbers that a sum or a mean adds up."""
    if found.above.adds == "once" or found.family not in {"shift", "case"}:
        return ()
    return ("minutes_served",) if found.family == "shift" else ("workdays_used", "promise_days")


def _days_at(days: Mapping[str, object], of_days: object) -> str:
    """At each window the days served, of those of the period."""
    return _(", ").join(f"{window_no} {number}/{of_days}" for window_no, number in days.items())
