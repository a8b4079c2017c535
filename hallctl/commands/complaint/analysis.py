"""``hallctl complaint analysis``."""

from typing import Annotated

import typer

from hallctl.commands import periods
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, name_of
from hallctl.office.complaints import looking
from hallctl.show import Reply

app = verb()


@command(
    app,
    "analysis",
    _("A month's complaints by channel, kind, window, and what was found."),
    lists=True,
)
def analysis(
    desk: Desk,
    month: Annotated[str, typer.Option(metavar="MONTH", help=_("2026-11, last or this."))] = "last",
) -> Reply:  # fmt: skip
    """How many of each sort, what was found, how many were answered in time (Art. 33)."""
    period = periods.month(month, desk.now.date())
    found = looking.analyse(desk.hall, period.from_on, period.to_on)
    if desk.form == "table":
        found = [one._replace(value=name_of(one.value, one.what)) for one in found]
    columns = ("what", "value", "received", "yes", "partly", "no", "pending", "on_time", "late",
               "on_time_rate")  # fmt: skip
    return Reply(found, columns=columns)
