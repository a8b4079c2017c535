"""``hallctl case accept``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo, Material, Missing, about, reasons
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import papers
from hallctl.show import Reply

app = verb()


@command(
    app, "accept", _("Look through the papers of a received case: accept it, or one notice."),
    writes=True, many=True,
)  # fmt: skip
def accept(
    desk: Desk,
    case_no: CaseNo,
    material: Material = None,
    all_materials: Annotated[
        bool, typer.Option("--all-materials", help=_("Everything the item asks for was brought."))
    ] = False,
    missing: Missing = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """What was handed in unchecked is accepted, or told what is missing (Art. 25, 26)."""
    told = papers.Checked(tuple(material or ()), all_materials, reasons(missing), desk.instant(at))
    found = papers.check(desk.hall, case_no, told)
    done = Reply(found, [about(found)])
    return with_slip(desk, done, found, print, slips)
