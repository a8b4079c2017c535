"""``hallctl credit decide-dismissal``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.credit import deciding
from hallctl.show import Reply

app = verb()


@command(
    app,
    "decide-dismissal",
    _("Decide, with reasons, against a dismissal that is due."),
    writes=True,
)
def decide_dismissal(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    reason: Annotated[str, typer.Option(help=_("Why the person stays."))],
    keep: Annotated[bool, typer.Option("--keep", help=_("The person stays."))] = False,
) -> Reply:  # fmt: skip
    """Until it is decided it stays on the board; below this balance it comes back (Art. 32)."""
    if not keep:
        raise Usage("credit.say_keep")
    found = deciding.keep(desk.hall, staff, reason)
    code = "credit.kept_already" if found.already else "credit.kept"
    return Reply(found, [Note(code, "32", found._asdict())])
