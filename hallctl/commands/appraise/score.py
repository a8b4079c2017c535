"""``hallctl appraise score``."""

from typing import Annotated

import typer

from hallctl.commands.appraise.week import span_of
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import scores
from hallctl.show import Reply

app = verb()


@command(app, "score", _("Give somebody a score for a week."), writes=True)
def score(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    points: Annotated[int, typer.Argument(metavar="SCORE", help=_("A whole number from 0 up."))],
    remark: Annotated[str, typer.Option(help=_("A word about the week."))] = "",
    week: Annotated[str, typer.Option(help=_("2026-W47, last or this."))] = "last",
    by: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("Who gives it, where somebody else types; the actor.")),
    ] = None,
) -> Reply:
    """A leader scores the students of the window, the officer scores leaders."""
    found = scores.score(desk.hall, span_of(desk, week), staff, points, remark, by)
    code = "appraise.already_scored" if found.already else "appraise.scored"
    return Reply(found, [Note(code, "29", found._asdict())])
