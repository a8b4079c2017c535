"""``hallctl roster dismiss``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import Staff, freed_lines
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.roster import posts
from hallctl.show import Reply

app = verb()


@command(app, "dismiss", _("The officer dismisses a student worker (Art. 30, 32)."), writes=True)
def dismiss(
    desk: Desk,
    staff: Staff,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("The last day of service; today."))
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            help=_("Why the person is not up to the work (不能胜任), where no dismissal is due.")
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("What else should be known."))] = None,
) -> Reply:
    """Carry out a dismissal that is due, or one for a stated reason."""
    found = posts.dismiss(desk.hall, staff, desk.day(on), reason, note)
    code = "roster.dismissed_already" if found.already else "roster.dismissed"
    values = {**found._asdict(), "freed": len(found.freed)}
    return Reply(found, [Note(code, found.article, values)], text=list(freed_lines(found.freed)))
