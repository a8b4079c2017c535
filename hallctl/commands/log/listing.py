"""``hallctl log list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.logs import looking
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List the work logs of some days."), lists=True)
def list_logs(
    desk: Desk,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=_("One day."))] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day; today."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
) -> Reply:
    """Today's logs, or those of some days."""
    first = desk.day(on or from_on)
    last = desk.maybe_day(to_on) or (desk.day(on) if on else desk.now.date())
    columns = ("log_no", "on", "start", "end", "window", "outgoing", "incoming", "taken_cases",
               "done_cases", "open_cases", "acked_at")  # fmt: skip
    found = [
        {**one._asdict(), "taken_cases": one.taken, "done_cases": one.done, "open_cases": one.open}
        for one in looking.listed(desk.hall, first, last, window=window)
    ]
    return Reply(found, columns=columns)
