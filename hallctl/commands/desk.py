"""The desk a command works at: root options, the opened hall, and the options every command shares."""

import inspect
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from hallctl import clock, config, show
from hallctl.commands import words
from hallctl.commands.lazy import ManyCommand, OneCommand
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.hall import Hall
from hallctl.show import Reply

FORMS = ("table", "json", "csv", "tsv", "ndjson")


class Desk:
    """What the root options said, and what one command is asked to do with it."""

    def __init__(self) -> None:
        self.db: str | None = None
        self.actor: str | None = None
        self.now_said: str | None = None
        self.quiet = False
        self.command = ""
        self.form = "table"
        self.dry_run = False
        self.many = False
        """Whether the acts come line by line from stdin."""
        self.first_failure = 0
        """The exit status of the first of many acts that failed."""
        self.patience: float | None = None
        """How many seconds to wait for another program that writes; None for the usual time."""
        self._kept: list[Note] = []

    @property
    def manner(self) -> show.Manner:
        """How the running command shows what it has to say."""
        return show.Manner(self.command, self.form, self.dry_run, self.quiet)

    @cached_property
    def now(self) -> datetime:
        """The instant every part of this command agrees on."""
        return clock.now(self.now_said)

    @cached_property
    def path(self) -> Path:
        """The hall file."""
        return config.hall_path(self.db).path()

    @cached_property
    def hall(self) -> Hall:
        """The hall; the file is opened at its first use."""
        hall = Hall(self.path, self.now, self.actor, dry_run=self.dry_run)
        if self.patience is not None:
            hall.patience = self.patience
        return hall

    def day(self, said: str | None) -> date:
        """A day as the officer wrote it, today when nothing was said."""
        return words.day(said, self.now.date()) if said else self.now.date()

    def maybe_day(self, said: str | None) -> date | None:
        """A day as the officer wrote it, None when nothing was said."""
        return words.day(said, self.now.date()) if said else None

    def instant(self, said: str | None) -> datetime:
        """An instant as the officer wrote it, now when nothing was said."""
        return words.instant(said, self.now) if said else self.now

    def maybe_instant(self, said: str | None) -> datetime | None:
        """An instant as the officer wrote it, None when nothing was said."""
        return words.instant(said, self.now) if said else None

    def tell(self, found: Reply) -> None:
        """Show part of what a command does while it goes on, with the warnings so far."""
        show.reply(found, [*self._kept, *self._notes()], self.manner)

    def _notes(self) -> list[Note]:
        return self.hall.notes if "hall" in self.__dict__ else []

    def renew(self) -> None:
        """Look at the clock and the hall file anew: a command that waits for input may run all day."""
        if self.form == "json":  # one object at the end tells everything
            self._kept += self._notes()
        self.close()
        self.__dict__.pop("hall", None)
        self.__dict__.pop("now", None)

    def look_again(self) -> None:
        """Look at the clock and the settings anew, on the same connection: for one of many acts."""
        self.__dict__.pop("now", None)
        self.hall.look_again(self.now)

    def close(self) -> None:
        """Close the hall file if the command opened it."""
        if "hall" in self.__dict__:
            self.hall.close()


def command(
    app: typer.Typer,
    name: str | None,
    help: str,
    *,
    writes: bool = False,
    lists: bool = False,
    many: bool = False,
) -> Callable[[Callable[..., Reply]], Callable[..., Reply]]:
    """Register a verb: a function of the desk and its own options that returns a Reply.

    ``writes`` adds --dry-run, ``lists`` adds --format, ``many`` adds --stdin and --atomic; every verb
    gets --json.
    """

    def register(act: Callable[..., Reply]) -> Callable[..., Reply]:
        def run(**said: Any) -> None:
            desk: Desk = said.pop("ctx").obj
            desk.form = _form(said.pop("as_json"), said.pop("form", "table"))
            desk.dry_run = said.pop("dry_run", False)
            lines, atomic = (said.pop("stdin"), said.pop("atomic")) if many else (False, False)
            if atomic and not lines:
                raise Usage("many.atomic_alone")
            if many:
                words.require_said(said)
            found = _many(desk, act, atomic) if lines else act(desk, **said)
            desk.tell(found)
            if found.exit_status:
                raise typer.Exit(found.exit_status)

        own = list(inspect.signature(act).parameters.values())[1:]
        run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [_CONTEXT, *(one.replace(kind=_KEYWORD) for one in own), *_shared(writes, lists, many)]
        )
        app.command(name, help=help, cls=ManyCommand if many else OneCommand)(run)
        return act

    return register


def _form(as_json: bool, form: str) -> str:
    if as_json:
        return "json"
    if form not in FORMS:
        raise Usage("usage.unknown_format", value=form, known=FORMS)
    return form


_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_CONTEXT = inspect.Parameter("ctx", _KEYWORD, annotation=typer.Context)


def _many(desk: Desk, act: Callable[..., Reply], atomic: bool) -> Reply:
    from hallctl.commands.many import run_lines

    desk.many = True
    return run_lines(desk, act, atomic=atomic)


def _shared(writes: bool, lists: bool, many: bool) -> list[inspect.Parameter]:
    options: list[tuple[str, Any, object]] = []
    if many:
        text = _("Many acts: a JSON object a line, keys as the options.")
        options.append(("stdin", Annotated[bool, typer.Option("--stdin", help=text)], False))
        text = _("With --stdin: all lines or none.")
        options.append(("atomic", Annotated[bool, typer.Option("--atomic", help=text)], False))
    if writes:
        text = _("Do everything, show it, and keep nothing.")
        options.append(("dry_run", Annotated[bool, typer.Option("--dry-run", help=text)], False))
    if lists:
        text = _("table, json, csv, tsv or ndjson.")
        options.append(("form", Annotated[str, typer.Option("--format", help=text)], "table"))
    text = _("One JSON object on stdout, on failure too.")
    options.append(("as_json", Annotated[bool, typer.Option("--json", help=text)], False))
    return [
        inspect.Parameter(name, _KEYWORD, annotation=annotation, default=default)
        for name, annotation, default in options
    ]
