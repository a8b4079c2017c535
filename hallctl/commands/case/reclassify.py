"""``hallctl case reclassify``."""

from typing import Annotated

import typer

from hallctl.commands.case.printing import Print, Slips, with_slip
from hallctl.commands.case.said import Approver, CaseNo, Reason, Told
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import clock
from hallctl.show import Reply

app = verb()


@command(app, "reclassify", _("Move a case that was filed as the wrong kind, before it is due."),
         writes=True, many=True)  # fmt: skip
def reclassify(
    desk: Desk,
    case_no: CaseNo,
    tier: Annotated[str, typer.Option(help=_("promised, college or superior."))],
    reason: Reason,
    approver: Approver,
    promise_days: Annotated[
        int | None,
        typer.Option(metavar="N", help=_("Promised working days; the cap when left out.")),
    ] = None,
    told: Told = None,
    at: At = None,
    print: Print = False,
    slips: Slips = None,
) -> Reply:
    """It counts from its first acceptance, pauses kept (Art. 27)."""
    approved = clock.Asked(reason, approver, told_at=desk.maybe_instant(told), at=desk.instant(at))
    found = clock.reclassify(desk.hall, case_no, tier, promise_days, approved)
    code = "case.reclassified_before" if found.already else "case.reclassified"
    done = Reply(found, [Note(code, "27", found._asdict())])
    return with_slip(desk, done, found, print, slips)
