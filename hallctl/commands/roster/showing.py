"""``hallctl roster show``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.roster.said import COLUMNS
from hallctl.messages import _, labelled, spoken
from hallctl.office import roster
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show one person with every assignment."))
def show_person(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
) -> Reply:
    """One person."""
    found = roster.show(desk.hall, staff)
    facts = found._asdict()
    lines = [labelled(key, facts[key]) for key in (*COLUMNS, "phone") if facts[key]]
    for one in found.assignments:
        span = f"{one.started_on} … {one.ended_on or ''}".rstrip()
        lines.append(f"  {span}  {spoken('role', one.role)}  {one.window_no or ''}".rstrip())
    return Reply(found, text=lines)
