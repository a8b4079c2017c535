"""``hallctl case done``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import Handler, ItemWords, Ref, Window, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import opening
from hallctl.show import Reply

app = verb()


@command(app, "done", _("Record work that was finished on the spot."), writes=True, many=True)
def done(
    desk: Desk,
    item: Annotated[str, typer.Argument(help=ItemWords)],
    applicant_no: Annotated[str, typer.Argument(metavar="NO", help=_("The applicant's number."))],
    applicant: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help=_("The applicant's name."))
    ] = None,
    handler: Handler = None,
    window: Window = None,
    ref: Ref = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Receive and finish in one act: the short form for the counter."""
    told = opening.Opening(
        item, applicant_no, applicant, all_materials=True, window=window, handler=handler, ref=ref,
        at=desk.instant(at), done=True,
    )  # fmt: skip
    found = opening.open_case(desk.hall, told, command="case done")
    return with_slip(desk, Reply(found, [about(found)]), found, print, slips)
