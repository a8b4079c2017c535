"""``hallctl case fee``."""

from typing import Annotated

import typer

from hallctl.commands.case.said import CaseNo
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases import fees
from hallctl.show import Reply

app = verb()


@command(
    app,
    "fee",
    _("Record a fee as paid, never by whoever handled the case; or take a payment back."),
    writes=True,
    many=True,
)
def fee(
    desk: Desk,
    case_no: CaseNo,
    voucher: Annotated[
        str, typer.Option(metavar="NO", help=_("The voucher's number; each is used once."))
    ],
    amount: Annotated[
        str | None, typer.Option(metavar="YUAN", help=_("Such as 12.50, exactly."))
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NO", help=_("Who collected it; whoever acts."))
    ] = None,
    reverse: Annotated[
        bool, typer.Option("--reverse", help=_("Take the payment with this voucher back."))
    ] = False,
    note: Annotated[str | None, typer.Option(help=_("Why a payment is taken back."))] = None,
    at: At = None,
) -> Reply:
    """One payment, or its reversal (Art. 24)."""
    told = fees.Payment(amount, voucher, by, desk.instant(at), reverse, note)
    found = fees.record_fee(desk.hall, case_no, told)
    code = "fee.already" if found.already else f"fee.{found.kind}"
    return Reply(found, [Note(code, "24", found._asdict())])
