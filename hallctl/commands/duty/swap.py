"""``hallctl duty swap``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import Reason
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import absences
from hallctl.show import Reply

app = verb()


@command(
    app,
    "swap",
    _("Record an approved swap: a colleague takes over one shift (Art. 14)."),
    writes=True,
)
def swap(
    desk: Desk,
    giver: Annotated[str, typer.Argument(help=_("Who gives the shift away."))],
    taker: Annotated[str, typer.Argument(help=_("Who takes it over and is judged for it."))],
    shift: Annotated[
        str, typer.Option("--shift", metavar="ISO", help=_("An instant within the shift."))
    ],
    reason: Reason,
) -> Reply:
    """Record a swap that both agreed to and the hall's head approved."""
    found = absences.swap(desk.hall, giver, taker, desk.instant(shift), reason)
    code = "duty.swap_already" if found.already else "duty.swapped"
    return Reply(found, [Note(code, "14", found._asdict())])
