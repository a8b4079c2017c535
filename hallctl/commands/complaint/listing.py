"""``hallctl complaint list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.complaints import looking
from hallctl.show import Reply

app = verb()


@command(
    app, "list", _("List the unanswered complaints, or a month's; with --overdue exit 8 if any."),
    lists=True,
)  # fmt: skip
def list_complaints(
    desk: Desk,
    month: Annotated[
        str | None, typer.Option(metavar="MONTH", help=_("Those received in it: 2026-11, last, this."))
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help=_("Only those whose next step is late."))
    ] = False,
) -> Reply:  # fmt: skip
    """By the day they came; nobody who complained is named."""
    received = None
    if month is not None:
        from hallctl.commands import periods

        period = periods.month(month, desk.now.date())
        received = (period.from_on, period.to_on)
    found = looking.list_complaints(desk.hall, received, overdue=overdue)
    columns = ("complaint_no", "received_at", "state", "channel", "about", "kind", "complained_of", "window",
               "case_no", "accept_by", "reply_by", "overdue", "finding")  # fmt: skip
    return Reply(found, columns=columns, exit_status=8 if overdue and found else 0)
