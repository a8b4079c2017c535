"""``hallctl case tell``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import (
    Applicant,
    ApplicantNo,
    FirstContact,
    Handler,
    Item,
    Matter,
    MaybeCaseNo,
    Phone,
    Ref,
    Window,
)  # fmt: skip
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import scope
from hallctl.show import Reply

app = verb()


@command(app, "tell", _("Tell where to go with what belongs elsewhere."), writes=True, many=True)
def tell(
    desk: Desk,
    case_no: MaybeCaseNo = None,
    department: Annotated[str, typer.Option(help=_("Who handles it."))] = "",
    procedure: Annotated[str | None, typer.Option(help=_("How it is done there."))] = None,
    place: Annotated[str | None, typer.Option(help=_("Where that is."))] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("Who answered; the handler."))
    ] = None,
    matter: Matter = None,
    item: Item = None,
    applicant_no: ApplicantNo = "",
    applicant: Applicant = None,
    phone: Phone = None,
    window: Window = None,
    handler: Handler = None,
    first_contact: FirstContact = None,
    ref: Ref = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """The procedure and the place, at once, recorded (Art. 28)."""
    asked = scope.Matter(
        applicant_no, matter, item, applicant, phone, window, handler, first_contact, ref,
        desk.instant(at),
    )  # fmt: skip
    told = scope.Directions(department, procedure, place, by)
    found = scope.tell(desk.hall, case_no, asked, told)
    code = "case.already" if found.already else "case.told"
    done = Reply(found, [Note(code, "28", {**found._asdict(), "department": department})])
    return with_slip(desk, done, found, print, slips)
