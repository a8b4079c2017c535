"""``hallctl duty gaps``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To, Week, days_of
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.messages import _
from hallctl.office import coverage
from hallctl.show import Reply

app = verb()


@command(
    app,
    "gaps",
    _("Check that somebody is at every open window, to the minute; exit 8 with gaps."),
    lists=True,
)
def gaps(
    desk: Desk,
    on: On = None,
    week: Week = None,
    from_on: From = None,
    to_on: To = None,
    actual: Annotated[
        bool,
        typer.Option(
            "--actual", help=_("By the punches, up to now; the published roster without.")
        ),
    ] = False,
) -> Reply:
    """Today's gaps, or those of a day, a week, or some days."""
    first, last = days_of(desk, on or from_on, on or to_on, week, today=True)
    found = coverage.gaps(desk.hall, first, last, actual=actual)
    columns = ("on", "window", "start", "end", "minutes", "why", "names")
    return Reply(
        found,
        columns=columns if found or desk.form != "table" else (),
        exit_status=8 if found else 0,
    )
