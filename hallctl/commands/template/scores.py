"""``hallctl template scores``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.appraise.week import span_of
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import scores as scoring
from hallctl.show import Reply

app = verb()


@command(app, "scores", _("The sheet on which leaders score a week."))
def scores(
    desk: Desk,
    week: Annotated[str, typer.Option(help=_("2026-W47, last or this."))] = "last",
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    out: Out = None,
) -> Reply:
    """Fill in score and remark, then: hallctl appraise week WEEK --scores FILE."""
    span = span_of(desk, week)
    path = workbook(out or Path(), f"scores-{span.name}.xlsx")
    found = scoring.write_scores(desk.hall, span, window, path)
    return Reply(found, [Note("appraise.sheet_written", values=found._asdict())])
