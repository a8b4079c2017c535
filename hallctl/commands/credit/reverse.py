"""``hallctl credit reverse``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.credit import contesting
from hallctl.show import Reply

app = verb()


@command(
    app,
    "reverse",
    _("The officer takes a deduction back; later ones are counted anew."),
    writes=True,
)
def reverse(
    desk: Desk, entry: EntryNo, reason: Annotated[str, typer.Option(help=_("Why it is taken back."))]
) -> Reply:  # fmt: skip
    """An entry of its own: the deduction stays on record."""
    found = contesting.reverse(desk.hall, entry, reason)
    return Reply(found, about("reversed", found))
