"""``hallctl credit appeal``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.credit import contesting
from hallctl.show import Reply

app = verb()


@command(
    app, "appeal", _("Record an appeal against a deduction, or the verdict on it."), writes=True
)
def appeal(
    desk: Desk,
    entry: EntryNo,
    reason: Annotated[str, typer.Option(help=_("Why it is contested; with --verdict, why so."))],
    verdict: Annotated[
        str | None,
        typer.Option(help=_("The officer: upheld (the points are given back) or dismissed.")),
    ] = None,
    at: At = None,
) -> Reply:  # fmt: skip
    """Within credit.appeal_days working days of the confirmation (Art. 32)."""
    if verdict is None:
        found = contesting.appeal(desk.hall, entry, reason, desk.maybe_instant(at))
        return Reply(found, about("appealed", found))
    found = contesting.settle(desk.hall, entry, verdict, reason)
    return Reply(found, about(f"appeal_{verdict}", found))
