"""``hallctl duty import``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To
from hallctl.commands.lazy import verb
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.errors import Usage
from hallctl.messages import _
from hallctl.office import duty
from hallctl.show import Reply

app = verb()


@command(app, "import", _("Publish a duty roster from a list or a weekly grid."), writes=True)
def import_duty(
    desk: Desk,
    file: File,
    from_on: From = None,
    to_on: To = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help=_("Withdraw what the file no longer has in its range of days.")
        ),
    ] = False,
    mapping: Map = None,
    skip_bad: SkipBad = False,
) -> Reply:
    """Import duties; a weekly grid is repeated from --from to --to on working days."""
    span = None
    if from_on or to_on:
        if not (from_on and to_on):
            raise Usage("duty.grid_needs_span")
        span = (desk.day(from_on), desk.day(to_on))
    found = duty.import_duty(
        desk.hall, file, pairs(mapping), span, replace=replace, skip_bad=skip_bad
    )
    return imported(found, "duty.imported")
