"""``hallctl case transfer``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import transferring
from hallctl.show import Reply

app = verb()


@command(
    app, "transfer", _("Hand a case on; who was asked first stays responsible."), writes=True, many=True
)  # fmt: skip
def transfer(
    desk: Desk,
    case_no: CaseNo,
    to: Annotated[str, typer.Option(metavar="NO", help=_("Who handles it from now on."))],
    reason: Annotated[str, typer.Option(help=_("Why it is handed on."))],
    at: At = None,
) -> Reply:
    """Another handler, the same first contact (Art. 24)."""
    found = transferring.transfer(desk.hall, case_no, to, reason, desk.instant(at))
    code = "case.transferred_already" if found.already else "case.transferred"
    return Reply(found, [Note(code, "24", found._asdict())])
