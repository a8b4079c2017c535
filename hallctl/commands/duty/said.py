"""The options that verbs of the duty roster share."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.commands.desk import Desk
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.show import Reply

if TYPE_CHECKING:
    from hallctl.office.swaps import Swap

From = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))]
Reason = Annotated[str, typer.Option(help=_("Why, as it stands in the request."))]
Window = Annotated[str | None, typer.Option(help=_("Only this window, by number or name."))]
RequestNo = Annotated[
    str, typer.Argument(metavar="REQUEST", help=_("The number of the request: hallctl duty requests."))
]  # fmt: skip
LeaveNo = Annotated[
    int, typer.Argument(metavar="LEAVE", help=_("The number of the leave: hallctl duty leaves."))
]

Week = Annotated[
    str | None, typer.Option(metavar="WEEK", help=_("A whole week: 2026-W49, last, this or next."))
]


def days_of(
    desk: Desk, from_on: str | None, to_on: str | None, week: str | None, *, today: bool = False
) -> tuple[date, date]:
    """The days that were asked for, both included: a week, or a first and a last day.

    With ``today`` that is what nothing means; else it is a fault to say nothing.
    """
    if week is not None and (from_on or to_on):
        raise Usage("duty.week_or_days")
    if week is not None:
        from hallctl.commands import periods

        return periods.week(week, desk.now.date())[1:]
    if not from_on and not today:
        raise Usage("duty.which_days")
    first = desk.day(from_on)
    last = desk.maybe_day(to_on) or first
    if last < first:
        raise Usage("duty.bad_range", from_on=first, to_on=last)
    return first, last


def swapped(found: "Swap") -> Reply:
    """A swap and where it stands, in a line."""
    if found.already:
        code = "duty.swap_already" if found.state == "approved" else "duty.request_already"
    else:
        code = "duty.swapped" if found.state == "approved" else f"duty.swap_{found.state}"
    return Reply(found, [Note(code, "14", found._asdict())])
