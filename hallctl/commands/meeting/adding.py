"""``hallctl meeting add``."""

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import meetings
from hallctl.show import Reply

app = verb()

Names = list[str] | None


@command(app, "add", _("Record a meeting, training, discussion or summary."), writes=True)
def add(
    desk: Desk,
    topic: Annotated[str, typer.Option(help=_("What it was about."))],
    kind: Annotated[
        str, typer.Option(help=_("meeting, training, discussion or summary."))
    ] = "meeting",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The day it happened; today."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Of one window, by number or name; else of the hall."))
    ] = None,
    chair: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("Who chaired; the officer, or the window's leader.")),
    ] = None,
    attended: Annotated[
        Names, typer.Option(metavar="NO", help=_("Who came; the others invited were absent."))
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help=_("Everybody invited came."))] = False,
    absent: Annotated[
        Names, typer.Option("--except", metavar="NO", help=_("Everybody invited came but these."))
    ] = None,
    excused: Annotated[
        Names, typer.Option(metavar="NO", help=_("Who did not come and was excused."))
    ] = None,
    place: Annotated[str | None, typer.Option(help=_("Where it was."))] = None,
    note: Annotated[str | None, typer.Option(help=_("What was said and decided."))] = None,
    corrects: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("The recorded meeting that was really like this.")),
    ] = None,
) -> Reply:
    """A meeting with who was present, excused, absent."""
    told = meetings.Invitation(
        kind, desk.day(on), topic, window, chair, _names(attended), everybody, _names(absent),
        _names(excused), place, note, corrects,
    )  # fmt: skip
    found = meetings.add(desk.hall, told)
    code = "meeting.already" if found.already else "meeting.added"
    return Reply(found, [Note(code, found.article, found._asdict())])


def _names(said: Names) -> Sequence[str]:
    """Names of one option, given one by one or with commas between."""
    return [name for one in said or () for name in re.split(r"[,，、\s]+", one) if name]
