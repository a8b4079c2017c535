"""``hallctl why``."""

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.calendar import day_lines
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Usage
from hallctl.messages import _, cite, paired, spoken, word
from hallctl.office import why as reckoning
from hallctl.office.why import Reckoning
from hallctl.show import Reply

app = verb()


@command(app, "why", _("Show the reckoning behind a date, a shift, points or a balance."))
def why(
    desk: Desk,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help=_(
                "case:17, rating:17, complaint:3, shift:3, credit:V2026-0001, week:2026-W47:NO, star:TERM:NO,"
                " a person, or figure:on_time_rate; figure: alone lists them."
            ),
        ),
    ],
    month: Annotated[
        str | None, typer.Option(help=_("Of a figure: 2026-11, last or this; the last one."))
    ] = None,
    week: Annotated[
        str | None, typer.Option(help=_("Of a figure: 2026-W47, last or this."))
    ] = None,
    term: Annotated[str | None, typer.Option(help=_("Of a figure: 2026-2027-1."))] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("Of a figure: the first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day; today."))
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Of a figure: every fact, however many."))
    ] = False,
) -> Reply:
    """The facts, the settings read, the rule and its article."""
    kind, colon, code = ref.partition(":")
    if colon and kind == "figure":
        from hallctl.commands import tracing

        asked = tracing.Asked(month, week, term, from_on, to_on, everything)
        return tracing.trace_figure(desk, code, asked)
    if month or week or term or from_on or to_on or everything:
        raise Usage("figure.only_figures")
    found = reckoning.why(desk.hall, ref)
    data = {
        "ref": found.ref,
        "value": found.value,
        "article": found.article,
        "settings": found.settings,
        "because": word(found.because, found.values),
        "steps": [
            {"article": one.article, "because": word(one.because, one.values)}
            for one in found.steps
        ],
    }
    data["not_applied"] = [
        {"article": one.article, "because": word(one.because, one.values)} for one in found.aside
    ]
    if found.clock:
        data["clock"] = found.clock
    if found.days:
        data["days"] = [{"date": day.on, "kind": day.kind.value, "n": day.n} for day in found.days]
    return Reply(data, text=list(_lines(found)))


def _lines(found: Reckoning) -> Iterator[str]:
    text = _("{text} ({article})")
    answer = f"{found.ref} = {spoken('state', found.value) or '—'}"
    yield text.format(text=answer, article=cite(found.article))
    yield word(found.because, found.values)
    for one in found.steps:
        yield "  " + paired(cite(one.article), word(one.because, one.values))
    if found.clock:
        yield word("why.clock", found.clock)
    if found.aside:
        yield _("Rules that did not apply:")
    for one in found.aside:
        yield "  " + paired(cite(one.article), word(one.because, one.values))
    if found.settings:
        yield _("Settings in force that day:")
        for name, value in found.settings.items():
            yield f"  {name} = {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
    yield from day_lines(found.days)
