"""``hallctl case open``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import (
    Applicant,
    FirstContact,
    Handler,
    ItemWords,
    Material,
    Missing,
    Phone,
    Ref,
    Window,
    about,
    reasons,
)  # fmt: skip
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import opening
from hallctl.show import Reply

app = verb()


@command(
    app,
    "open",
    _("Receive a case: accepted when its papers are complete, else one notice."),
    writes=True,
    many=True,
)
def open_case(
    desk: Desk,
    item: Annotated[str, typer.Option(help=ItemWords)],
    applicant_no: Annotated[str, typer.Option(metavar="NO", help=_("The applicant's number."))],
    applicant: Applicant = None,
    phone: Phone = None,
    material: Material = None,
    all_materials: Annotated[
        bool, typer.Option("--all-materials", help=_("Everything the item asks for was brought."))
    ] = False,
    missing: Missing = None,
    window: Window = None,
    first_contact: FirstContact = None,
    handler: Handler = None,
    tier: Annotated[
        str | None,
        typer.Option(help=_("instant, promised, college or superior; the item's when left out.")),
    ] = None,
    promise_days: Annotated[
        int | None,
        typer.Option(metavar="N", help=_("Promised working days; the item's when left out.")),
    ] = None,
    done: Annotated[
        bool, typer.Option("--done", help=_("Finished on the spot, in the same act."))
    ] = False,
    unchecked: Annotated[
        bool, typer.Option("--unchecked", help=_("The papers are looked through later that day."))
    ] = False,
    ref: Ref = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """Receive a case at the counter (Art. 24 to 27)."""
    told = opening.Opening(
        item, applicant_no, applicant, phone, tuple(material or ()), all_materials,
        reasons(missing), window, first_contact, handler, tier, promise_days, ref,
        desk.instant(at), done, unchecked,
    )  # fmt: skip
    found = opening.open_case(desk.hall, told)
    return with_slip(desk, Reply(found, [about(found)]), found, print, slips)
