"""``hallctl case correct``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import Applicant, CaseNo, Phone
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import correcting
from hallctl.show import Reply

app = verb()


@command(app, "correct", _("Correct who applied; the first record stays."), writes=True, many=True)
def correct(
    desk: Desk,
    case_no: CaseNo,
    applicant_no: Annotated[
        str | None, typer.Option(metavar="NO", help=_("The applicant's number."))
    ] = None,
    applicant: Applicant = None,
    phone: Phone = None,
    note: Annotated[str | None, typer.Option(help=_("Why; it has to be said."))] = None,
    at: At = None,
) -> Reply:
    """A new row beside the old one; wrong dates are undone and recorded anew."""
    told = correcting.Corrected(applicant_no, applicant, phone)
    found = correcting.correct(desk.hall, case_no, told, note, desk.instant(at))
    code = "case.corrected_before" if found.already else "case.corrected"
    return Reply(found, [Note(code, values=found._asdict())])
