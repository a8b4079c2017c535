"""``hallctl complaint finding``."""

from typing import Annotated

import typer

from hallctl.commands.complaint.said import ComplaintNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.complaints import dealing
from hallctl.show import Reply

app = verb()


@command(app, "finding", _("Record what an investigation found."), writes=True)
def finding(
    desk: Desk,
    complaint_no: ComplaintNo,
    finding: Annotated[str, typer.Option(help=_("yes, partly or no."))],
    note: Annotated[str, typer.Option(help=_("What was found, and how; naming nobody who complained."))],
    by: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("Who investigated; whoever acts. Never one complained of.")),
    ] = None,
    propose: Annotated[
        bool | None,
        typer.Option(
            "--propose/--no-propose",
            help=_("Propose a violation (Art. 32); when not said, for yes where one can be."),
        ),
    ] = None,
    staff: Annotated[
        str | None,
        typer.Option(metavar="NO", help=_("Whose violation, where several are meant.")),
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help=_("The violation's kind; by the complaint's kind."))
    ] = None,
    at: At = None,
) -> Reply:  # fmt: skip
    """A substantiated complaint becomes a proposal; the officer decides about that one apart."""
    told = dealing.Finding(finding, note, by, desk.maybe_instant(at), propose, staff, kind)
    found = dealing.find_out(desk.hall, complaint_no, told)
    return Reply(found, about("proposed" if found.violations else "found", found))
