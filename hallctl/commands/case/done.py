"""``hallctl case done``."""

from typing import Annotated

import typer

from hallctl.commands.case.asking import answered, ask, can_ask
from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import Handler, ItemWords, Ref, Window, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import opening
from hallctl.office.cases.recalling import recall
from hallctl.show import Reply

app = verb()


@command(app, "done", _("Record work that was finished on the spot."), writes=True, many=True)
def done(
    desk: Desk,
    item: Annotated[str | None, typer.Argument(metavar="ITEM", help=ItemWords)] = None,
    applicant_no: Annotated[
        str | None, typer.Argument(metavar="NO", help=_("The applicant's number."))
    ] = None,
    applicant: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help=_("The name; known from earlier cases of the number.")
        ),
    ] = None,
    handler: Handler = None,
    window: Window = None,
    ref: Ref = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Receive and finish in one act; what is left out is asked on a terminal."""
    what = ask(desk, item, _("Item"), "ITEM")
    number = ask(desk, applicant_no, _("Number"), "NO")
    if applicant is None and can_ask(desk) and not recall(desk.hall, number).applicant:
        applicant = answered(_("Name (may be left out)")) or None
    told = opening.Opening(
        what, number, applicant, all_materials=True, window=window, handler=handler, ref=ref,
        at=desk.instant(at), done=True,
    )  # fmt: skip
    found = opening.open_case(desk.hall, told, command="case done")
    return with_slip(desk, Reply(found, [about(found)]), found, print, slips)
