"""``hallctl audit``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.said import checked
from hallctl.messages import _
from hallctl.office import keeping
from hallctl.show import Reply

app = noun(_("The chain of entries: who did what, when."))


@command(app, "log", _("List the entries, newest last."), lists=True)
def log(
    desk: Desk,
    limit: Annotated[int, typer.Option(min=1, help=_("How many of the newest."))] = 50,
    everything: Annotated[bool, typer.Option("--all", help=_("All of them."))] = False,
) -> Reply:
    """The newest entries of the chain."""
    found = keeping.log(desk.hall, None if everything else limit)
    return Reply(
        found, columns=("entry_no", "at", "actor_no", "command", "summary", "voids", "voided_by")
    )


@command(app, "verify", _("Check the chain and every row against what was sealed."))
def verify(desk: Desk) -> Reply:
    """Quiet when all is as it was written; exit 8 with findings."""
    return checked(keeping.verify(desk.hall))
