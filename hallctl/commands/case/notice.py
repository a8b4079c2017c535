"""``hallctl case notice``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import CaseNo, Missing, reasons
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import papers
from hallctl.show import Reply

app = verb()


@command(app, "notice", _("Record a second list of papers: a breach of the one notice."),
         writes=True, many=True)  # fmt: skip
def notice(
    desk: Desk,
    case_no: CaseNo,
    missing: Missing = None,
    breach: Annotated[
        str | None,
        typer.Option(metavar="REASON", help=_("Why it was not on the first list (Art. 25).")),
    ] = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """The one notice is complete; what comes after it counts against the one-notice rate."""
    found = papers.second_notice(desk.hall, case_no, reasons(missing), breach, desk.instant(at))
    code = "case.notice_already" if found.already else "case.notice_breach"
    done = Reply(found, [Note(code, "25", found._asdict())])
    return with_slip(desk, done, found, print, slips)
