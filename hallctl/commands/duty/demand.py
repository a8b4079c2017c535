"""``hallctl duty demand``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.commands.words import pairs
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.rostering import demand as office
from hallctl.show import Reply

app = verb()


@command(
    app, "demand", _("Say how many people a window wants in a shift, or list it."), writes=True
)
def demand(
    desk: Desk,
    window: Annotated[str | None, typer.Argument(help=_("The window, by number or name."))] = None,
    wanted: Annotated[
        list[str] | None, typer.Argument(metavar="SHIFT=N...", help=_("Such as 上午=2."))
    ] = None,
    on: On = None,
) -> Reply:
    """Without SHIFT=N what is recorded; one person where nothing is."""
    columns = ("window", "shift", "need", "from_on")
    if not wanted or window is None:
        return Reply(office.demand(desk.hall, window), columns=columns)
    found = office.set_demand(desk.hall, window, pairs(wanted), desk.day(on))
    said = [
        Note("duty.demand_already" if one.already else "duty.demand_set", "22", one._asdict())
        for one in found
    ]
    return Reply(found, said)
