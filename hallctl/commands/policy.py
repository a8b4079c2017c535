"""``hallctl policy``."""

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl import messages
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.errors import Note
from hallctl.messages import _, cite, labelled
from hallctl.office import articles, settings
from hallctl.office.settings import Article
from hallctl.show import Reply

app = noun(_("The regulation's figures and the college's decisions over them (Art. 34, 37)."))

On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=_("As in force on this day; today."))
]


@command(app, "list", _("List every setting with the value in force."), lists=True)
def list_settings(desk: Desk, on: On = None) -> Reply:
    """All settings in the order of the articles."""
    found = settings.settings(desk.hall, desk.day(on))
    rows = [
        {**one._asdict(), "value": _text(one.value), "default": _text(one.default)} for one in found
    ]
    data = found if desk.form == "json" else rows
    return Reply(data, columns=("article", "name", "value", "default", "from_on", "decided_by"))


@command(app, "show", _("Show an article, or a setting with its reading and history."))
def show_article(
    desk: Desk,
    article: Annotated[str, typer.Argument(help=_("An article such as 27, or a setting's name."))],
    on: On = None,
) -> Reply:
    """One article with its gist and settings."""
    found = settings.show(desk.hall, article, desk.day(on), messages.language)
    return Reply(found, text=list(_lines(found)))


@command(app, "set", _("Record the college's decision about a setting."), writes=True)
def set_value(
    desk: Desk,
    name: Annotated[str, typer.Argument(help=_("The setting, as policy list names it."))],
    value: Annotated[str, typer.Argument(help=_("Its value from that day on."))],
    from_on: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help=_("The first day it counts; today.")),
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("Why, and by which paper."))] = None,
) -> Reply:
    """Decide a setting from a day on; earlier facts keep the figures of their day."""
    found = settings.set_value(desk.hall, name, value, desk.day(from_on), note)
    code = "policy.already" if found.already else "policy.decided"
    values = {"name": name, "value": _text(found.value), "from_on": found.from_on}
    return Reply(found, [Note(code, found.article, values)])


@command(app, "history", _("List the decisions, of one setting or of all."), lists=True)
def history(
    desk: Desk,
    name: Annotated[str | None, typer.Argument(help=_("The setting; all when left out."))] = None,
) -> Reply:
    """Every decision in the order it was recorded."""
    columns = ("name", "value", "from_on", "decided_by", "decided_on", "note", "entry_no")
    return Reply(settings.history(desk.hall, name), columns=columns)


@command(
    app,
    "coverage",
    _("Map the 37 articles to rules, steps, commands and tests, or to who decides."),
    lists=True,
)
def coverage(desk: Desk) -> Reply:
    """Every article with what holds it; needs no hall file."""
    found = articles.coverage(messages.language)
    rows = [{**one._asdict(), "settings": len(one.settings)} for one in found]
    data = found if desk.form == "json" else rows
    columns = ("article", "title", "held_by", "rules", "steps", "commands", "tests", "decider")
    return Reply(data, columns=columns)


def _lines(found: Article) -> Iterator[str]:
    yield f"{cite(found.article)}  {found.title}"
    yield found.gist
    if found.rules:
        yield labelled("rules", found.rules)
    if found.commands:
        named = [f"hallctl {one}" for one in found.commands]
        yield _("Commands: {commands}").format(commands=_(", ").join(named))
    for one in found.settings:
        yield ""
        yield f"{one.name} = {_text(one.value)}"
        yield _("  reading: {reading}").format(reading=_(one.reading))
        if one.from_on:
            text = _("  decided by {by} on {on}, from {start}; shipped: {default}")
            yield text.format(
                by=one.decided_by, on=one.decided_on, start=one.from_on, default=_text(one.default)
            )


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
