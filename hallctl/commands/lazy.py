"""Groups whose commands are imported when they are used, so that a big tree starts like a small one."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from hallctl.messages import _


class Place(NamedTuple):
    """Where a command lives, and its line in the help of the group above."""

    module: str
    """Below ``hallctl.commands``."""
    help: str
    app: str = "app"
    """The Typer app in that module: of a noun(), a verb() or another lazy_app()."""


def lazy_app(table: Mapping[str, Place], help: str, **settings: Any) -> typer.Typer:
    """A Typer app over a table of command names.

    ``usual`` names the command that is meant when the first word is none: ``tally W01`` sets a tally.
    """

    class Lazy(_LazyGroup):
        places = table
        usual = settings.pop("usual", "")

    settings.setdefault("no_args_is_help", True)
    return typer.Typer(
        cls=Lazy, help=help, add_completion=False, rich_markup_mode=None,
        pretty_exceptions_enable=False, **settings,
    )  # fmt: skip


def noun(help: str) -> typer.Typer:
    """The Typer app of one noun with a few verbs in one file."""
    return typer.Typer(
        help=help, add_completion=False, rich_markup_mode=None, no_args_is_help=True,
        pretty_exceptions_enable=False, cls=_Group,
    )  # fmt: skip


def verb() -> typer.Typer:
    """The Typer app of one command without a noun."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class _OurWords:
    """What Typer says in English only, said in the chosen language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help and exit.")
        return option


class OneCommand(_OurWords, TyperCommand):
    """A command with its help in the chosen language."""


class ManyCommand(OneCommand):
    """A command that takes its acts from stdin when asked to; then the words need not name one."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Ask for nothing on the command line when the acts come line by line."""
        if "--stdin" in args:
            for param in self.params:
                param.required = False
        return super().parse_args(ctx, args)


class _Group(_OurWords, TyperGroup):
    """A group that answers an unknown word with the nearest known ones, in the chosen language."""

    usual = ""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.usual and self.get_command(ctx, args[0]) is None:
            return self.usual, self.get_command(ctx, self.usual), args
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx))
            text = _("There is no command “{name}”.").format(name=args[0])
            if near:
                text += _(" Did you mean: {names}?").format(names=_(", ").join(near))
            ctx.fail(text)
        return super().resolve_command(ctx, args)


class _LazyGroup(_Group):
    places: Mapping[str, Place]

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        place = self.places.get(cmd_name)
        if place is None:
            return None
        if cmd_name not in self.commands:
            app = getattr(import_module(f"hallctl.commands.{place.module}"), place.app)
            is_group = isinstance(app.info.cls, type)  # verb() leaves Typer's placeholder there
            found = typer.main.get_group(app) if is_group else typer.main.get_command(app)
            found.name = cmd_name
            self.commands[cmd_name] = found
        return self.commands[cmd_name]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands from the table, importing none of them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, place.help) for name, place in self.places.items()])
