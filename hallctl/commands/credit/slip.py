"""``hallctl credit slip``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.case.printing import about_slip, slips_folder
from hallctl.commands.credit.said import EntryNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.credit import slips
from hallctl.show import Reply

app = verb()


@command(
    app,
    "slip",
    _("Write a deduction notice, a dismissal notice, or a letter; every print is logged."),
    writes=True,
)
def slip(
    desk: Desk,
    entry: EntryNo,
    kind: Annotated[str, typer.Argument(help=_("deduction, dismissal, or letter (then ENTRY is L2026-0001)."))],
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=_("The Excel file to write, or the folder of the slips.")),
    ] = None,
    current: Annotated[
        bool,
        typer.Option("--current", help=_("A new slip with what is known now, instead of a copy.")),
    ] = False,
) -> Reply:  # fmt: skip
    """Facts, article, ordinal, balance, the person's statement, last day to appeal, signatures."""
    place = out or slips_folder(desk)
    found = slips.print_slip(desk.hall, entry, kind, place, current=current)
    return Reply(found, [about_slip(found)])
