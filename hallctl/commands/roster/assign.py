"""``hallctl roster assign``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import Staff
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.roster import posts
from hallctl.show import Reply

app = verb()


@command(app, "assign", _("Let somebody serve at a window from a day on."), writes=True)
def assign(
    desk: Desk,
    staff: Staff,
    window: Annotated[
        str | None, typer.Option(help=_("The window, by number or name; none for the officer."))
    ] = None,
    role: Annotated[
        str | None, typer.Option(help=_("officer, leader or student; as before when left out."))
    ] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day; today."))
    ] = None,
) -> Reply:
    """A dated post; the one before ends the day before."""
    found = posts.assign(desk.hall, staff, window, role, desk.day(from_on))
    code = "roster.assigned_already" if found.already else "roster.assigned"
    return Reply(found, [Note(code, "6", found._asdict())])
