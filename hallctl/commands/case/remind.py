"""``hallctl case remind``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import papers
from hallctl.show import Reply

app = verb()


@command(app, "remind", _("Record that applicants were reminded of missing papers."), writes=True)
def remind(
    desk: Desk,
    case_no: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NO]...", help=_("Cases; all whose notice lapsed when left out.")),
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("How they were reminded."))] = None,
    at: At = None,
) -> Reply:
    """A lapsed case is closed only after its applicant was reminded (Art. 25)."""
    found = papers.remind(desk.hall, case_no or (), desk.instant(at), note)
    code = "case.reminded" if found.cases else "case.none_lapsed"
    code = "case.reminded_already" if found.already else code
    return Reply(found, [Note(code, "25", {**found._asdict(), "number": len(found.cases)})])
