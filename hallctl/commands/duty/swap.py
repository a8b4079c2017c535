"""``hallctl duty swap``: asked for, agreed and approved in one command when all stand at the desk."""

from typing import Annotated

import typer

from hallctl.commands import shift_words
from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import Reason, swapped
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Usage
from hallctl.messages import _
from hallctl.office import swaps
from hallctl.show import Reply

app = verb()


@command(
    app,
    "swap",
    _("Let a colleague take over a shift; by the hall's head agreed and approved at once (Art. 14)."),
    writes=True,
)  # fmt: skip
def swap(
    desk: Desk,
    giver: Annotated[str, typer.Argument(help=_("Who gives the shift away."))],
    taker: Annotated[str, typer.Argument(help=_("Who takes it over and is judged for it."))],
    shift: Annotated[
        str,
        typer.Option("--shift", metavar="SHIFT", help=_("今天14:30, 明天上午, 2026-12-03T14:30, or its number.")),
    ],
    reason: Reason,
    from_clock: Annotated[
        str | None, typer.Option("--from", metavar="HH:MM", help=_("Only a part: from when."))
    ] = None,
    to_clock: Annotated[
        str | None, typer.Option("--to", metavar="HH:MM", help=_("Only a part: to when."))
    ] = None,
    agreed: Annotated[bool, typer.Option("--agreed", help=_("The colleague agrees."))] = False,
    approve: Annotated[
        bool, typer.Option("--approve", help=_("The hall's head approves; needs --agreed."))
    ] = False,
    request: Annotated[
        bool, typer.Option("--request", help=_("Record the request only; others agree and approve later."))
    ] = False,
    at: At = None,
) -> Reply:  # fmt: skip
    """Record a swap, or the request for one."""
    if (request and (agreed or approve)) or (approve and not agreed):
        raise Usage("duty.swap_flags")
    state = "approved" if approve else "agreed" if agreed else "requested" if request else None
    part = None
    if from_clock or to_clock:
        first, last = shift_words.minute(from_clock), shift_words.minute(to_clock)
        if first is None or last is None:
            raise Usage("duty.part_needs_both")
        part = (first, last)
    said = shift_words.shift(shift, desk.now)
    asked = swaps.Asked(giver, taker, said, reason, part, state, desk.instant(at))
    return swapped(swaps.swap(desk.hall, asked))
