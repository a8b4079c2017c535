"""``hallctl case rate``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo, Ref, rated
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.messages import _
from hallctl.office.cases import ratings
from hallctl.show import Reply

app = verb()


@command(
    app, "rate", _("Record how the applicant rated a case; never by the window's own staff."), writes=True, many=True
)  # fmt: skip
def rate(
    desk: Desk,
    case_no: CaseNo,
    level: Annotated[
        int, typer.Argument(metavar="5..1", help=_("5 very satisfied … 1 very dissatisfied."))
    ],
    by: Annotated[
        str | None, typer.Option(metavar="NO", help=_("The applicant's number, or anonymous."))
    ] = None,
    comment: Annotated[str | None, typer.Option(help=_("In the applicant's words."))] = None,
    channel: Annotated[str | None, typer.Option(help=_("window, phone or link."))] = None,
    recorder: Annotated[
        str | None, typer.Option(metavar="NO", help=_("Who took it down; whoever acts."))
    ] = None,
    ref: Ref = None,
    at: At = None,
) -> Reply:
    """One rating (Art. 33); a bad one opens a rectification."""
    told = ratings.Told(level, by, channel, comment, recorder, ref, desk.instant(at))
    found = ratings.rate_case(desk.hall, case_no, told)
    return Reply(found, [rated(found)])
