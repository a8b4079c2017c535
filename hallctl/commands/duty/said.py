"""The options that verbs of the duty roster share."""

from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.errors import Note
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


def swapped(found: "Swap") -> Reply:
    """A swap and where it stands, in a line."""
    if found.already:
        code = "duty.swap_already" if found.state == "approved" else "duty.request_already"
    else:
        code = "duty.swapped" if found.state == "approved" else f"duty.swap_{found.state}"
    return Reply(found, [Note(code, "14", found._asdict())])
