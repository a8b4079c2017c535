"""``hallctl duty fix``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, To
from hallctl.commands.lazy import verb
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.rostering import fixing
from hallctl.show import Reply

app = verb()


@command(
    app, "fix", _("Give somebody the same shift every week, or list such shifts."), writes=True
)
def fix(
    desk: Desk,
    staff: Annotated[
        str | None, typer.Argument(help=_("The number, or the name where unique."))
    ] = None,
    window: Annotated[str | None, typer.Option(help=_("The window, by number or name."))] = None,
    weekday: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=7, help=_("1 for Monday to 7."))
    ] = None,
    shift: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("A named shift, such as 上午."))
    ] = None,
    from_on: From = None,
    to_on: To = None,
) -> Reply:
    """A fixed duty, which `duty build` keeps; with --to it ends."""
    if staff is None:
        columns = ("name", "staff_no", "window", "weekday", "shift", "from_on", "to_on")
        return Reply(fixing.fixed(desk.hall, desk.day(from_on)), columns=columns)
    if not (window and weekday and shift):
        raise Usage("duty.fix_what")
    span = (desk.day(from_on), desk.maybe_day(to_on))
    found = fixing.fix(desk.hall, staff, window, (weekday, shift), span)
    code = "duty.fixed_already" if found.already else "duty.fixed"
    return Reply(found, [Note(code, "14", found._asdict())])
