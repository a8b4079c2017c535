"""``hallctl case list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.cases import looking
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List cases, the newest last."), lists=True)
def list_cases(
    desk: Desk,
    state: Annotated[
        str | None, typer.Option(help=_("supplementing, accepted, completed, refused; or open."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    item: Annotated[str | None, typer.Option(help=_("Only this item."))] = None,
    applicant_no: Annotated[
        str | None, typer.Option(metavar="NO", help=_("Only this applicant."))
    ] = None,
    handler: Annotated[str | None, typer.Option(metavar="NO", help=_("Only this handler."))] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("Received on this day or later."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("Received on this day or earlier."))
    ] = None,
    first_contact: Annotated[
        str | None, typer.Option(metavar="NO", help=_("Only what this person was first asked for."))
    ] = None,
    undelivered: Annotated[
        bool,
        typer.Option("--undelivered", help=_("Only completed ones that wait to be collected.")),
    ] = False,
    limit: Annotated[
        int, typer.Option(min=1, max=1_000_000, help=_("How many of the newest."))
    ] = 50,
) -> Reply:
    """The newest cases that fit."""
    wanted = looking.Wanted(
        state, window, item, applicant_no, handler, desk.maybe_day(from_on), desk.maybe_day(to_on),
        first_contact, undelivered,
    )  # fmt: skip
    columns = ("case_no", "state", "item", "applicant", "window_no", "handler_no", "received_at",
               "due_on", "due_status", "closed_at", "lateness")  # fmt: skip
    return Reply(looking.list_cases(desk.hall, wanted, limit), columns=columns)
