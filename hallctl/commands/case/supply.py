"""``hallctl case supply``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import opening
from hallctl.show import Reply

app = verb()


@command(
    app,
    "supply",
    _("Tick off papers that were brought; the last one starts the clock."),
    writes=True,
)
def supply(
    desk: Desk,
    case_no: CaseNo,
    material: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=_("A paper that was brought; may be repeated.")),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Everything the notice names."))
    ] = False,
    at: At = None,
    print_it: Print = False,
    slips: Slips = None,
) -> Reply:
    """Papers brought later (Art. 25)."""
    told = opening.Supply(tuple(material or ()), everything, desk.instant(at))
    found = opening.supply(desk.hall, case_no, told)
    return with_slip(desk, Reply(found, [about(found)]), found, print_it, slips)
