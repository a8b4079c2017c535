"""``hallctl case slip``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.case.printing import about_slip, slips_folder
from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.slips import printing
from hallctl.show import Reply

app = verb()


@command(
    app,
    "slip",
    _("Write a slip of a case, ready to print, with its counterfoil; every print is logged."),
    writes=True,
    lists=True,
)
def slip(
    desk: Desk,
    case_no: CaseNo,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help=_(
                "notice, receipt, extension, refusal, completion, outofscope, report or referral;"
                " what the newest act calls for when left out."
            ),
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=_("The Excel file to write, or the folder of the slips.")),
    ] = None,
    current: Annotated[
        bool,
        typer.Option("--current", help=_("A new slip with what is known now, instead of a copy.")),
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help=_("List what was printed for this case."))
    ] = False,
) -> Reply:  # fmt: skip
    """Print a slip; a second print repeats the words of the first."""
    if listed:
        columns = ("slip_no", "kind", "copy", "printed_at", "printed_by", "file", "entry_no")
        return Reply(printing.list_prints(desk.hall, case_no), columns=columns)
    place = out or slips_folder(desk)
    found = printing.print_slip(desk.hall, case_no, kind, place, current=current)
    return Reply(found, [about_slip(found)])
