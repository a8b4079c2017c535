"""``hallctl init``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import setup
from hallctl.show import Reply

app = verb()


@command(app, "init", _("Create the hall file, with what only the college knows."), writes=True)
def init(
    desk: Desk,
    effective_from: Annotated[
        str,
        typer.Option(metavar="DATE", help=_("The day the regulation came into force (Art. 36).")),
    ],
    college: Annotated[str | None, typer.Option(help=_("The college's name, for reports."))] = None,
    hall: Annotated[str | None, typer.Option(help=_("The hall's name, for reports."))] = None,
    phone: Annotated[str | None, typer.Option(help=_("The complaint phone (Art. 33)."))] = None,
    email: Annotated[str | None, typer.Option(help=_("The complaint e-mail (Art. 33)."))] = None,
    noon: Annotated[
        str | None,
        typer.Option(
            help=_(
                "At noon the hall works straight on, in turns, or is closed: straight, turns, closed."
            )
        ),
    ] = None,
) -> Reply:
    """Make the hall file; the same facts again are fine."""
    told = setup.Founding(desk.day(effective_from), college, hall, phone, email, noon)
    found = setup.found_hall(desk.hall, told)
    code = "init.already" if found.already else "init.done"
    return Reply(found, [Note(code, values=found._asdict())])
