"""``hallctl item list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.item.options import AsOf, Window
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.items import looking
from hallctl.show import Reply

app = verb()


@command(app, "list", _("List the items."), lists=True)
def list_items(
    desk: Desk,
    window: Window = None,
    category: Annotated[str | None, typer.Option(help=_("Only this category."))] = None,
    retired: Annotated[
        bool, typer.Option("--retired", help=_("Also what is not offered any more."))
    ] = False,
    on: AsOf = None,
) -> Reply:
    """The items by code."""
    columns = ("item_code", "name", "window", "tier", "promise_days", "joint", "materials",
               "last_checked_on", *(["retired_on"] if retired else []))  # fmt: skip
    found = looking.items(
        desk.hall, desk.maybe_day(on), window=window, category=category, retired=retired
    )
    return Reply(found, columns=columns)
