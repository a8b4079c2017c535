"""``hallctl case decide``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import deciding
from hallctl.show import Reply

app = verb()


@command(
    app,
    "decide",
    _("Record one department's verdict in a joint case (Art. 8)."),
    writes=True,
    many=True,
)
def decide(
    desk: Desk,
    case_no: CaseNo,
    department: Annotated[str, typer.Argument(help=_("The department whose part was decided."))],
    result: Annotated[str, typer.Option(help=_("granted or refused."))] = "granted",
    by: Annotated[str | None, typer.Option(metavar="NAME", help=_("Who decided there."))] = None,
    note: Annotated[str | None, typer.Option(help=_("The reason."))] = None,
    at: At = None,
) -> Reply:
    """One department's part; a later step waits for the earlier ones."""
    told = deciding.Verdict(department, result, by, note, desk.instant(at))
    found = deciding.decide(desk.hall, case_no, told)
    code = "case.decided_before" if found.already else "case.decided"
    if found.waiting and not found.already:
        code = "case.decided_waiting"
    return Reply(found, [Note(code, "8", found._asdict())])
