"""``hallctl complaint query``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, labelled
from hallctl.office.complaints import looking
from hallctl.show import Reply

app = verb()


@command(app, "query", _("How far an anonymous complaint is, for whoever holds its code."))
def query(
    desk: Desk,
    code: Annotated[str, typer.Argument(help=_("The query code that was given once."))],
) -> Reply:
    """Its state, its days, and the reply once there is one."""
    found = looking.ask(desk.hall, code)
    text = [labelled(key, value) for key, value in found._asdict().items() if value is not None]
    return Reply(found, text=text)
