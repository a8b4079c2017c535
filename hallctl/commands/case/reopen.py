"""``hallctl case reopen``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import closing
from hallctl.show import Reply

app = verb()


@command(app, "reopen", _("Take a closing back: the case stands as it stood before."),
         writes=True, many=True)  # fmt: skip
def reopen(
    desk: Desk,
    case_no: CaseNo,
    note: Annotated[str | None, typer.Option(help=_("Why; it has to be said."))] = None,
    at: At = None,
) -> Reply:
    """The due date stays: what was late is late again when it closes."""
    found = closing.reopen(desk.hall, case_no, desk.instant(at), note)
    code = "case.reopened_before" if found.already else "case.reopened"
    return Reply(found, [Note(code, values=found._asdict())])
