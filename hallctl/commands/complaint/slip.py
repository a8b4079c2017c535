"""``hallctl complaint slip``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.case.printing import about_slip, slips_folder
from hallctl.commands.complaint.said import ComplaintNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.complaints import slip as office
from hallctl.show import Reply

app = verb()


@command(
    app, "slip", _("Write the reply slip with its counterfoil; every print is logged."), writes=True
)
def slip(
    desk: Desk,
    complaint_no: ComplaintNo,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=_("The Excel file to write, or the folder of the slips.")),
    ] = None,
    current: Annotated[
        bool,
        typer.Option("--current", help=_("A new slip with what is known now, instead of a copy.")),
    ] = False,
) -> Reply:  # fmt: skip
    """The name of whoever complained is not on it; a second print repeats the first."""
    place = out or slips_folder(desk)
    found = office.print_reply(desk.hall, complaint_no, place, current=current)
    return Reply(found, [about_slip(found)])
