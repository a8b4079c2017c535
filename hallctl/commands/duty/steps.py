"""``hallctl duty agree``, ``approve``, ``decline``, ``withdraw`` and ``requests``: the way of a swap."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, Reason, RequestNo, To, swapped
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office import swaps
from hallctl.show import Reply

agree_app = verb()
approve_app = verb()
decline_app = verb()
withdraw_app = verb()
requests_app = verb()


@command(
    agree_app, "agree", _("Record that the colleague agrees to take the shift over."), writes=True
)
def agree(desk: Desk, request_no: RequestNo) -> Reply:
    """The taker agrees."""
    return swapped(swaps.agree(desk.hall, request_no))


@command(
    approve_app,
    "approve",
    _("Approve a swap; everything is looked at anew (Art. 14)."),
    writes=True,
)
def approve(
    desk: Desk,
    request_no: RequestNo,
    agreed: Annotated[
        bool, typer.Option("--agreed", help=_("The colleague agrees, here and now."))
    ] = False,
) -> Reply:
    """The hall's head approves."""
    return swapped(swaps.approve(desk.hall, request_no, agreed=agreed))


@command(
    decline_app,
    "decline",
    _("Say no to a request: the colleague, or the hall's head."),
    writes=True,
)
def decline(desk: Desk, request_no: RequestNo, reason: Reason) -> Reply:
    """The taker or the hall's head says no."""
    return swapped(swaps.decline(desk.hall, request_no, reason))


@command(
    withdraw_app, "withdraw", _("Take a request back, an approved one before the shift begins."), writes=True
)  # fmt: skip
def withdraw(desk: Desk, request_no: RequestNo, reason: Reason) -> Reply:
    """The giver needs it no longer."""
    return swapped(swaps.withdraw(desk.hall, request_no, reason))


@command(requests_app, "requests", _("List requests for swaps and where they stand."), lists=True)
def requests(
    desk: Desk,
    from_on: From = None,
    to_on: To = None,
    state: Annotated[
        str | None,
        typer.Option(help=_("open, requested, agreed, approved, declined or withdrawn.")),
    ] = None,
) -> Reply:
    """Requests about the shifts from today on, or of the days given."""
    from datetime import date

    first = desk.day(from_on)
    found = swaps.requests(desk.hall, first, desk.maybe_day(to_on) or date(9999, 12, 31), state)
    columns = (
        "request_no",
        "state",
        "on",
        "start",
        "end",
        "giver_no",
        "taker_no",
        "reason",
        "shift_no",
    )
    return Reply(found, columns=columns)
