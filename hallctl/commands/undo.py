"""``hallctl undo``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import keeping
from hallctl.show import Reply

app = verb()


@command(
    app, "undo", _("Void one transaction by counter-entries; nothing is deleted."), writes=True
)
def undo(
    desk: Desk,
    entry: Annotated[
        int | None,
        typer.Argument(min=1, help=_("The entry; the newest that is not an undo when left out.")),
    ] = None,
) -> Reply:
    """Void one transaction, a whole import included."""
    found = keeping.undo_entry(desk.hall, entry)
    return Reply(found, [Note("undo.done", values=found._asdict())])
