"""``hallctl report plan``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import plans
from hallctl.show import Reply

app = verb()


@command(
    app, "plan", _("Say what the hall means to do in a month, or list it."), writes=True, lists=True
)
def plan(
    desk: Desk,
    month: Annotated[
        str, typer.Argument(metavar="[MONTH]", help=_("2026-12, last or this."))
    ] = "this",
    add: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help=_("One more line; may be repeated."))
    ] = None,
    drop: Annotated[
        list[int] | None,
        typer.Option(metavar="NO", help=_("Take a line out, by its place in the list.")),
    ] = None,
) -> Reply:
    """The report of the month before prints it as the plan of the next month (Art. 10)."""
    from hallctl.commands import periods

    name = periods.month(month, desk.now.date()).name
    if not (add or drop):
        found = plans.planned(desk.hall, name)
        return Reply(found.plan, columns=("n", "text", "on"))
    changed = plans.change(desk.hall, name, add or [], drop or [])
    code = "report.plan_already" if changed.already else "report.planned"
    values = {"month": name, "count": len(changed.plan)}
    return Reply(changed, [Note(code, "10", values)], text=[])
