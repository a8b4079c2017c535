"""``hallctl case supply``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo, Material, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import papers
from hallctl.show import Reply

app = verb()


@command(
    app,
    "supply",
    _("Tick off papers that were brought; the last one starts the clock."),
    writes=True,
    many=True,
)
def supply(
    desk: Desk,
    case_no: CaseNo,
    material: Material = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Everything the notice names."))
    ] = False,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Papers brought later (Art. 25)."""
    told = papers.Supply(tuple(material or ()), everything, desk.instant(at))
    found = papers.supply(desk.hall, case_no, told)
    return with_slip(desk, Reply(found, [about(found)]), found, print, slips)
