"""``hallctl log missing``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Usage
from hallctl.messages import _, word
from hallctl.office.logs import looking
from hallctl.show import Reply

app = verb()


@command(app, "missing", _("Check that every hand-over has its log; exit 8 with findings."))
def missing(
    desk: Desk,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("One day; today."))
    ] = None,
    month: Annotated[str | None, typer.Option(help=_("2026-11, last or this."))] = None,
) -> Reply:
    """Quiet when every hand-over by the duty roster has an acknowledged log."""
    if on and month:
        raise Usage("log.day_or_month")
    first = last = desk.day(on)
    if month:
        from hallctl.commands import periods

        _name, first, last = periods.month(month, desk.now.date())
    found = looking.missing(desk.hall, first, last)
    text = [word(one.code, one._asdict()) for one in found]
    return Reply({"findings": found}, text=text, exit_status=8 if found else 0)
