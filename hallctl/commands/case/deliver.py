"""``hallctl case deliver``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import delivering
from hallctl.show import Reply

app = verb()


@command(
    app,
    "deliver",
    _("Record that the result of a completed case was collected."),
    writes=True,
    many=True,
)
def deliver(
    desk: Desk,
    case_no: CaseNo,
    to: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("Who collected it; the applicant."))
    ] = None,
    proxy: Annotated[
        bool, typer.Option("--proxy", help=_("Somebody else for the applicant: name them, --to."))
    ] = False,
    at: At = None,
) -> Reply:
    """The day of collection (Art. 24)."""
    found = delivering.deliver(desk.hall, case_no, to, proxy, desk.instant(at))
    code = "delivery.already" if found.already else "delivery.recorded"
    return Reply(found, [Note(code, "24", found._asdict())])
