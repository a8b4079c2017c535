"""``hallctl credit statement``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.credit import contesting
from hallctl.show import Reply

app = verb()


@command(app, "statement", _("Record what the person says about a violation."), writes=True)
def statement(
    desk: Desk, entry: EntryNo, text: Annotated[str, typer.Option(help=_("In the person's words."))]
) -> Reply:
    """It is printed on the notices; the newest one counts."""
    found = contesting.state(desk.hall, entry, text)
    return Reply(found, about("stated", found))
