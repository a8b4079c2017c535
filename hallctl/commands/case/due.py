"""``hallctl case due``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.cases import due as due_office
from hallctl.show import Reply

app = verb()


@command(
    app, "due", _("List what is due soon or overdue; exit 8 when something is overdue."), lists=True
)
def due(
    desk: Desk,
    within: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=0, help=_("Working days from today; the setting due_soon_days.")
        ),
    ] = None,
) -> Reply:
    """Open cases by how many working days are left (Art. 27)."""
    found = due_office.due_cases(desk.hall, within)
    columns = ("case_no", "what", "due_on", "due_status", "workdays_left", "overdue", "item",
               "window_no", "holder")  # fmt: skip
    overdue = any(one.overdue for one in found)
    return Reply(found, columns=columns, exit_status=8 if overdue else 0)
