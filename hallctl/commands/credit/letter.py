"""``hallctl credit letter``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.credit import letters
from hallctl.show import Reply

app = verb()


@command(
    app,
    "letter",
    _("Record a letter about a leader to the department, instead of points."),
    writes=True,
)
def letter(
    desk: Desk,
    staff: Annotated[str, typer.Option(metavar="NO", help=_("The leader."))],
    kind: Annotated[str, typer.Option(help=_("attitude, overdue, or what else it was."))],
    on: Annotated[str, typer.Option(metavar="DATE", help=_("The day it happened."))],
    note: Annotated[str, typer.Option(help=_("What happened, and how it is known."))],
    case: Annotated[str | None, typer.Option(metavar="NO", help=_("The case it is about."))] = None,
    complaint: Annotated[
        str | None, typer.Option(metavar="NO", help=_("The complaint it follows from."))
    ] = None,
) -> Reply:  # fmt: skip
    """Points apply to student workers; a leader's department is told (Art. 7, 32)."""
    told = letters.Said(kind, desk.day(on), note, case, complaint)
    found = letters.write(desk.hall, staff, told)
    code = "credit.letter_already" if found.already else "credit.letter_written"
    return Reply(found, [Note(code, "32", found._asdict())])
