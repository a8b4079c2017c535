"""``hallctl log ack``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.log.said import LogNo
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.logs import writing
from hallctl.show import Reply

app = verb()


@command(app, "ack", _("Take a log over."), writes=True)
def acknowledge(
    desk: Desk,
    log: LogNo,
    by: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("Who signed the paper, for the officer; who acts.")),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help=_("Why the officer stands in for who should."))
    ] = None,
    at: At = None,
) -> Reply:
    """The incoming person, or for the day's last log the leader."""
    found = writing.acknowledge(desk.hall, log, by, desk.instant(at), reason)
    code = "log.acknowledged_already" if found.already else "log.acknowledged"
    return Reply(found, [Note(code, "19", found._asdict())])
