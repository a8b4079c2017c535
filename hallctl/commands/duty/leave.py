"""``hallctl duty leave``."""

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


@command(app, "leave", _("Record approved leave (Art. 14)."), writes=True)
def leave(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    kind: Annotated[str, typer.Option(help=_("personal, sick or official."))],
    from_at: Annotated[str, typer.Option("--from", metavar="ISO", help=_("When it begins."))],
    to_at: Annotated[str, typer.Option("--to", metavar="ISO", help=_("When it ends."))],
    reason: Reason,
) -> Reply:
    """Record leave that was approved."""
    found = absences.record_leave(
        desk.hall, staff, kind, desk.instant(from_at), desk.instant(to_at), reason
    )
    code = "duty.leave_already" if found.already else "duty.leave_recorded"
    return Reply(found, [Note(code, "14", found._asdict())])
