"""A figure of a report traced to the facts behind it (Art. 14, 23, 25, 27, 33)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, NamedTuple

from hallctl.errors import Usage
from hallctl.figures import FORMULAS, Tally
from hallctl.figures.formulas import Formula, Span
from hallctl.figures.formulas import span as period_of
from hallctl.figures.left_out import reason
from hallctl.office.hall import Hall
from hallctl.office.months import span_of
from hallctl.office.paperwork import over_on
from hallctl.office.reporting.since import changes_of
from hallctl.office.roster.looking import term_named
from hallctl.office.tracing.families import Family, family_of, never_accepted, with_names
from hallctl.office.tracing.records import Fact, Reported, Setting, Side, Trace
from hallctl.store import months


class Listed(NamedTuple):
    """One figure that can be traced."""

    figure: str
    article: str


def figures() -> list[Listed]:
    """Every figure that can be traced, as the reports list them."""
    return [Listed(code, formula.article) for code, formula in FORMULAS.items()]


def days_of_term(hall: Hall, term: str) -> tuple[date, date]:
    """The first and the last day of a term (both included); raises NotFound."""
    return term_named(hall, term)


def trace(hall: Hall, code: str, from_on: date, to_on: date) -> Trace:
    """One figure over some days (both included), with every fact that it counts or leaves out.

    Raises Usage for days in the wrong order, Refused for days before the regulation.
    """
    formula = FORMULAS[code]
    hall.require_in_force(to_on)
    span = period_of(max(from_on, hall.facts.effective_from), to_on, over_on(hall))
    if not span.from_on <= min(to_on, hall.today):
        raise Usage("figure.no_days", from_on=from_on, to_on=to_on)
    family = family_of(code)
    gathered = family.gather(hall, span)
    facts = [_fact(family, formula, one) for one in gathered]
    if family.name == "case":
        facts += never_accepted(hall, span)
    above, below = formula.sums(gathered)
    return Trace(
        code, family.name, formula.article, formula.value(gathered), span.from_on, to_on,
        to_on >= hall.today,
        _side(formula.part.__name__, formula.adds.__name__, above, facts, {"above", "both"}),
        formula.whole
        and _side(formula.whole.__name__, formula.of.__name__, below, facts, {"below", "both"}),
        list(_settings(hall, family.settings, span)), with_names(hall, facts, span),
        _reported(hall, code, from_on, to_on) if family.name == "shift" else None,
    )  # fmt: skip


def near(said: str) -> list[str]:
    """The figures whose codes look like what was said."""
    inside = [code for code in FORMULAS if said and (said in code or code in said)]
    return inside[:5] or get_close_matches(said, FORMULAS, n=5, cutoff=0.5)


def _fact(family: Family, formula: Formula[Any], one: object) -> Fact:
    ref, told = family.tell(one)
    counts, because = _standing(formula, one)
    adds, of = formula.adds(one), formula.of(one)
    return Fact(ref, counts, because, told, adds, of)


def _standing(formula: Formula[Any], one: object) -> tuple[str, str]:
    """On which side of the line a fact counts, and why there."""
    above = formula.part(one)
    if formula.whole is None:
        return ("above", formula.part.__name__) if above else ("out", reason(one, formula.part))
    below = formula.whole(one)
    if above and below:
        return "both", formula.part.__name__
    if above:
        return "above", reason(one, formula.whole)
    if below:
        return "below", reason(one, formula.part)
    return "out", reason(one, formula.whole)


def _side(
    population: str, adds: str, total: int, facts: Sequence[Fact], counting: set[str]
) -> Side:
    return Side(population, sum(one.counts in counting for one in facts), total, adds)


def _settings(hall: Hall, names: Sequence[str], span: Span) -> Iterator[Setting]:
    """The settings with the values they had over a period: one each, or one more for each change."""
    last: dict[str, object] = {}
    day = span.from_on
    while day <= span.to_on:
        for name, value in hall.law.on(day).read(*names).items():
            if name not in last or last[name] != value:
                last[name] = value
                yield Setting(name, value, day)
        day += timedelta(days=1)


def _reported(hall: Hall, code: str, from_on: date, to_on: date) -> Reported | None:
    """What the newest closing of a month keeps of a figure of attendance; None for other periods."""
    month = f"{from_on:%Y-%m}"
    closings = months.closings(hall.db, month)
    if not closings or (from_on, to_on) != span_of(month):
        return None
    newest = closings[-1]
    totals = Tally(**months.totals(hall.db, newest.close_no))
    kept: Mapping[str, float | int | None] = {
        **totals._asdict(),
        "attendance_rate": totals.attendance_rate,
        "presence_rate": totals.presence_rate,
    }
    changed = changes_of(hall, newest).shifts
    return Reported(newest.at, newest.reopened_at, kept[code], changed)
