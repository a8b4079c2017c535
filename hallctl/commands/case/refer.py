"""``hallctl case refer``."""

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
from hallctl.office.cases.sheet import CaseSheet
from hallctl.show import Reply

app = verb()


@command(app, "refer", _("Record, report and refer what has no clear department."),
         writes=True, many=True)  # fmt: skip
def refer(
    desk: Desk,
    case_no: MaybeCaseNo = None,
    matter: Matter = None,
    item: Item = None,
    applicant_no: ApplicantNo = "",
    reply_by: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The promised reply; by the setting."))
    ] = None,
    reported_to: Annotated[
        str | None, typer.Option(metavar="LEADER", help=_("The college leader who was told."))
    ] = None,
    department: Annotated[
        str | None, typer.Option(help=_("To whom it was referred, after the report."))
    ] = None,
    note: Annotated[str | None, typer.Option(help=_("What else was said."))] = None,
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
    """Five dated steps; never finished before the result is fed back (Art. 28)."""
    asked = scope.Matter(
        applicant_no, matter, item, applicant, phone, window, handler, first_contact, ref,
        desk.instant(at),
    )  # fmt: skip
    told = scope.Referral(desk.maybe_day(reply_by), reported_to, department, note)
    found = scope.refer(desk.hall, case_no, asked, told)
    values = {**found._asdict(), "department": department, "reported_to": reported_to}
    done = Reply(found, [Note(_code(found, reported_to), "28", values)])
    return with_slip(desk, done, found, print, slips)


def _code(found: CaseSheet, reported_to: str | None) -> str:
    if found.already:
        return "case.already"
    if found.state == "referred":
        return "case.referred"
    return "case.reported" if reported_to else "case.recorded"
