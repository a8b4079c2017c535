"""``hallctl roster replace``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.commands.roster.said import freed_lines
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.roster import posts
from hallctl.show import Reply

app = verb()


@command(app, "replace", _("Record who was selected anew for a post (Art. 30)."), writes=True)
def replace(
    desk: Desk,
    old: Annotated[str, typer.Argument(help=_("Whose post it was."))],
    new: Annotated[str, typer.Argument(help=_("Who takes it; on the roster already."))],
    reason: Annotated[str, typer.Option(help=_("Why somebody else was selected."))],
    on: On = None,
) -> Reply:
    """Somebody else takes a post, vacant or not, from a day on."""
    found = posts.replace(desk.hall, old, new, desk.day(on), reason)
    code = "roster.replaced_already" if found.already else "roster.replaced"
    values = {**found._asdict(), "freed": len(found.freed)}
    return Reply(found, [Note(code, "30", values)], text=list(freed_lines(found.freed)))
