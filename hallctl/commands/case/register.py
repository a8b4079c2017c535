"""``hallctl case register``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.cases import registers
from hallctl.show import Reply

app = verb()


@command(app, "register", _("Show a register of a period, or write its Excel form."), lists=True)
def register(
    desk: Desk,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=_("first-contact, out-of-scope, notices, overdue, extensions, fees or ratings."),
        ),
    ],
    month: Annotated[
        str | None, typer.Option(help=_("2026-11, last or this; this one when left out."))
    ] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day; today."))
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help=_("Applicants by name and number; the officer's alone."))
    ] = False,
    out: Out = None,
) -> Reply:
    """The hall's registers (Art. 24, 25, 27, 28, 33), applicants masked unless said otherwise."""
    from hallctl.commands import periods

    if from_on and month:
        raise Usage("register.period")
    if from_on:
        first, last = desk.day(from_on), desk.day(to_on)
    else:
        period = periods.month(month or "this", desk.now.date())
        first, last = period.from_on, period.to_on
    found = registers.register(desk.hall, kind, first, last, full=full)
    columns = registers.COLUMNS[kind]
    if out is None:
        return Reply(found.lines, columns=columns)
    path = workbook(out, f"register-{kind}-{first}-{last}.xlsx")
    digest = registers.write(desk.hall, found, path)
    note = Note("register.written", values={"path": str(path), "sha256": digest})
    return Reply(found.lines, [note], columns=columns)
