"""``hallctl credit reject``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.credit import proposing
from hallctl.show import Reply

app = verb()


@command(app, "reject", _("The officer rejects a proposed violation."), writes=True)
def reject(
    desk: Desk, entry: EntryNo, note: Annotated[str, typer.Option(help=_("Why it does not stand."))]
) -> Reply:
    """Reject a proposal; it stays on record without points."""
    found = proposing.reject(desk.hall, entry, note)
    return Reply(found, about("rejected", found))
