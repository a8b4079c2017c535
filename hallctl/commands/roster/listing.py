"""``hallctl roster list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import COLUMNS
from hallctl.messages import _
from hallctl.office.roster import looking
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List the staff."), lists=True)
def list_roster(
    desk: Desk,
    role: Annotated[str | None, typer.Option(help=_("officer, leader or student."))] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    left: Annotated[
        bool, typer.Option("--all", help=_("Also those who do not serve now."))
    ] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("As of this day; today."))
    ] = None,
) -> Reply:
    """The staff of a day by window and number."""
    found = looking.members(desk.hall, desk.day(on), role=role, window=window, left=left)
    return Reply(found, columns=COLUMNS)
