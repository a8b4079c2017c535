"""The root of the command tree, the root options, and how failures become exit statuses."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from hallctl import __version__, show
from hallctl.commands.desk import Desk
from hallctl.commands.lazy import Place, lazy_app
from hallctl.errors import HallError
from hallctl.messages import _, word

NOUNS = {
    "init": Place("init", _("Create the hall file, once.")),
    "status": Place("status", _("The officer's board: what matters now.")),
    "signin": Place("signing", _("Sign people in for duty."), "signin_app"),
    "signout": Place("signing", _("Sign people out of duty."), "signout_app"),
    "case": Place("case", _("Cases: opened, supplied, decided, closed, due.")),
    "tally": Place("tallying", _("Counts of visits and enquiries.")),
    "day": Place("day", _("Windows' day sheets, and the end of the day.")),
    "duty": Place("duty", _("The duty roster: who stands where, and when.")),
    "attendance": Place("attendance", _("Punches from devices, and what each shift is called.")),
    "roster": Place("roster", _("The staff roster: who serves where, from when.")),
    "log": Place("log", _("Work logs: one per window and hand-over.")),
    "meeting": Place("meeting", _("Meetings, trainings, discussions, summaries.")),
    "window": Place("window", _("Service windows.")),
    "item": Place("item", _("The catalogue of service items.")),
    "credit": Place("credit", _("Credit points: violations proposed, confirmed, shown.")),
    "complaint": Place("complaint", _("Complaints: received, investigated, answered.")),
    "rating": Place("rating", _("Ratings of the windows: surveys in, satisfaction out.")),
    "appraise": Place("appraise", _("Appraisal: weeks, terms, stars, merit, the year.")),
    "report": Place("report", _("Workbooks for the leadership.")),
    "template": Place("template", _("Ready-to-fill workbooks.")),
    "why": Place("why", _("The reckoning behind a date, a shift or a balance.")),
    "calendar": Place("calendar", _("Working days: national notice and local days.")),
    "term": Place("term", _("Terms and their weeks.")),
    "policy": Place("policy", _("The regulation's figures and the college's decisions.")),
    "undo": Place("undo", _("Void one transaction, a whole import included.")),
    "audit": Place("audit", _("The chain of entries: who did what, when.")),
    "db": Place("db", _("The hall file: where, whole, backed up.")),
}

app = lazy_app(
    NOUNS,
    _("Keeps a college's one-stop student service hall in one file."),
    no_args_is_help=False,
    invoke_without_command=True,
)


@app.callback()
def root(
    ctx: typer.Context,
    db: Annotated[
        str | None, typer.Option("--db", metavar="PATH", envvar="HALLCTL_DB", help=_("The hall file."))
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor", metavar="STAFF_NO", envvar="HALLCTL_ACTOR",
            help=_("Who acts; the active officer unless said otherwise."),
        ),
    ] = None,
    now: Annotated[
        str | None,
        typer.Option("--now", metavar="ISO", envvar="HALLCTL_NOW", help=_("Another clock, for trials.")),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help=_("No words about what went well."))] = False,
    version: Annotated[bool, typer.Option("--version", help=_("The version, and nothing else."))] = False,
) -> None:  # fmt: skip
    """Take the root options; without a command, show the board."""
    if version:
        print(f"hallctl {__version__}")
        raise typer.Exit
    desk: Desk = ctx.obj
    desk.db, desk.actor, desk.now_said, desk.quiet = db, actor, now, quiet
    if ctx.invoked_subcommand is None:
        ctx.invoke(ctx.command.get_command(ctx, "status").callback, ctx=ctx, as_json=False)  # type: ignore[attr-defined]


def run(argv: Sequence[str]) -> int:
    """Run one command line; returns the exit status and never raises an expected failure."""
    desk = Desk()
    desk.command = command_name(argv)
    desk.form = "json" if wants_json(argv) else "table"
    try:
        status = typer.main.get_command(app).main(
            args=list(argv), prog_name="hallctl", standalone_mode=False, obj=desk
        )
    except HallError as error:
        notes = desk.hall.notes if "hall" in desk.__dict__ else []
        return show.failure(error, notes, desk.manner)
    except TyperException as error:
        return _usage(error, desk)
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except SystemExit:  # Typer leaves this way when the reader of a pipe (head, less) has gone
        return 0
    finally:
        desk.close()
    return status if isinstance(status, int) else 0


def fail(error: HallError, argv: Sequence[str]) -> int:
    """Show a failure from before the command line was parsed."""
    form = "json" if wants_json(argv) else "table"
    return show.failure(error, [], show.Manner(command_name(argv), form))


def wants_json(argv: Sequence[str]) -> bool:
    """Whether the words ask for JSON, known even when they cannot be parsed."""
    pairs = pairwise(argv)
    return "--json" in argv or "--format=json" in argv or ("--format", "json") in pairs


def command_name(argv: Sequence[str]) -> str:
    """The noun and verb among the words, such as ``case open``, known even when parsing fails."""
    told = _without_root_options(argv)
    if not told:
        return "status"
    if told[0] == "tally" and told[1:2] != ["list"]:
        return "tally"
    if told[0] in SINGLE or len(told) == 1 or told[1].startswith("-"):
        return told[0]
    length = 3 if tuple(told[:2]) in NESTED else 2
    return " ".join(told[:length])


SINGLE = frozenset({"init", "status", "signin", "signout", "why", "undo"})
NESTED = frozenset({("roster", "timetable"), ("term", "periods")})
"""Nouns within a noun: their commands have three words."""


def _without_root_options(argv: Sequence[str]) -> list[str]:
    words = list(argv)
    while words and words[0].startswith("-"):
        takes_value = words[0] in {"--db", "--actor", "--now"}
        words = words[2 if takes_value else 1 :]
    return words


def _usage(error: Any, desk: Desk) -> int:
    """Word what Typer could not understand; its own sentences are English only."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message())
        return int(error.exit_code)
    hint = ""
    if context is not None:
        hint = _("Try: {command} --help").format(command=context.command_path)
    return show.usage(_reason(error), hint, desk.manner, int(error.exit_code))


def _reason(error: Any) -> str:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = error.possibilities or ()
        code = "usage.no_such_option_but" if near else "usage.no_such_option"
        return word(code, {"option": error.option_name, "near": sorted(near)})
    param = getattr(error, "param", None)
    if param is None:
        said = str(error.format_message())
        extra = said.startswith("Got unexpected extra argument")
        return word("usage.too_many_words") if extra else said  # they may be who complained
    name = param.opts[-1] if param.param_type_name == "option" else param.human_readable_name
    if kind == "MissingParameter":
        return word("usage.missing", {"param": name})
    return word("usage.bad_value", {"param": name, "said": error.message})
