"""``hallctl credit handover``."""

from typing import Annotated

import typer

from hallctl.commands.credit.said import EntryNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.messages import _
from hallctl.office.credit import deciding
from hallctl.show import Reply

app = verb()


@command(
    app, "handover", _("Record that a breach of college rules went to a faculty."), writes=True
)
def handover(
    desk: Desk,
    entry: EntryNo,
    to: Annotated[str | None, typer.Option(metavar="FACULTY", help=_("The person's own when left out."))] = None,
    note: Annotated[str | None, typer.Option(help=_("Which rule, and what was handed over."))] = None,
    on: On = None,
) -> Reply:  # fmt: skip
    """What breaks college rules is dealt with by those rules, not here (Art. 32)."""
    found = deciding.hand_over(desk.hall, entry, to, desk.day(on), note)
    return Reply(found, about("handed_over", found))
