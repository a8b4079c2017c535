"""``hallctl attendance close``, ``reopen``, ``closed`` and ``due``: the month that is reported (Art. 23)."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _, word
from hallctl.office import months
from hallctl.show import Reply

close_app = verb()
reopen_app = verb()
closed_app = verb()
due_app = verb()

Month = Annotated[str, typer.Argument(metavar="MONTH", help=_("2026-11, last or this."))]


@command(
    close_app, "close", _("Close a month: keep what is reported of it (Art. 23)."), writes=True
)
def close(
    desk: Desk,
    month: Month,
    accept_open: Annotated[
        bool, typer.Option("--accept-open", help=_("Missing sign-ins that nobody corrected count as absent."))
    ] = False,
) -> Reply:  # fmt: skip
    """From then on its facts change only after a reopening."""
    found = months.close(desk.hall, _name(desk, month), accept_open=accept_open)
    code = "attendance.close_already" if found.already else "attendance.closed_month"
    return Reply(found, [Note(code, "23", {**found._asdict(), "short": found.digest[:12]})])


@command(
    reopen_app, "reopen", _("Open a closed month again, with a reason (Art. 23)."), writes=True
)
def reopen(
    desk: Desk,
    month: Month,
    reason: Annotated[str, typer.Option(help=_("Why; the next report shows it."))],
) -> Reply:
    """The next report carries what changed."""
    found = months.reopen(desk.hall, _name(desk, month), reason)
    code = "attendance.reopen_already" if found.already else "attendance.reopened_month"
    return Reply(found, [Note(code, "23", found._asdict())])


@command(closed_app, "closed", _("List closed months with their digests."), lists=True)
def closed(desk: Desk) -> Reply:
    """Every closing there was."""
    columns = (
        "month",
        "state",
        "shifts",
        "accepted_open",
        "reported_at",
        "reported_by",
        "digest",
        "reason",
    )
    return Reply(months.closed(desk.hall), columns=columns)


@command(due_app, "due", _("Check that every month was reported by its day; exit 8 when not."))
def due(desk: Desk) -> Reply:
    """Quiet when nothing is overdue."""
    found = months.unreported(desk.hall)
    late = [one for one in found if one.overdue]
    lines = [word("attendance.report_overdue", one._asdict()) for one in late]
    return Reply(found, text=lines, exit_status=8 if late else 0)


def _name(desk: Desk, month: str) -> str:
    from hallctl.commands import periods

    return periods.month(month, desk.now.date()).name
