"""``hallctl item retire`` and ``restore``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.item.options import Code
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.items import retiring
from hallctl.office.items.retiring import Retired
from hallctl.show import Reply

retire_app = verb()
restore_app = verb()
Reason = Annotated[str, typer.Option(help=_("Why, and by whose decision."))]


@command(
    retire_app, "retire", _("Do not offer an item from a day on; open cases go on."), writes=True
)
def retire(desk: Desk, code: Code, reason: Reason, on: On = None) -> Reply:
    """From that day on no case of it is opened; lists, sheets and the guide leave it out."""
    return _told(retiring.retire(desk.hall, code, desk.day(on), reason))


@command(restore_app, "restore", _("Offer a retired item again."), writes=True)
def restore(desk: Desk, code: Code, reason: Reason, on: On = None) -> Reply:
    """From that day on cases of it are opened as before."""
    return _told(retiring.restore(desk.hall, code, desk.day(on), reason))


def _told(found: Retired) -> Reply:
    code = "item.restored" if found.offered else "item.retired_from"
    return Reply(
        found, [Note(f"{code}_already" if found.already else code, values=found._asdict())]
    )
