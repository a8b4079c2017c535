"""``hallctl template signin``."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import sign_sheet
from hallctl.show import Reply

app = verb()


@command(app, "signin", _("A paper sign-in sheet for a day without power."))
def signin(
    desk: Desk,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("One day; today."))
    ] = None,
    week: Annotated[
        str | None, typer.Option("--week", help=_("A whole week: 2026-W47, last or this."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    out: Out = None,
) -> Reply:
    """Print who is on duty, with room for times and signatures; attendance import reads it back."""
    if on and week:
        raise Usage("template.day_or_week")
    first = last = desk.day(on)
    name = first.isoformat()
    if week:
        from hallctl.commands import periods

        period = periods.week(week, desk.now.date())
        first, last, name = period.from_on, period.from_on + timedelta(days=6), period.name
    path = workbook(out or Path(), f"signin-{name}.xlsx")
    found = sign_sheet.write(desk.hall, first, last, window, path)
    values = {"path": str(path), "rows": found.rows, "sha256": found.sha256}
    return Reply(found, [Note("template.written", values=values)])
