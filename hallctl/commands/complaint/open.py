"""``hallctl complaint open``."""

from typing import Annotated

import typer

from hallctl.commands.complaint.said import Kind, about
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.complaints import opening
from hallctl.show import Reply

app = verb()


@command(
    app, "open", _("Receive a complaint; who complained is sealed, or there is a query code."),
    writes=True,
)  # fmt: skip
def open_complaint(
    desk: Desk,
    channel: Annotated[str, typer.Option(help=_("window, phone, email or letter."))],
    matter: Annotated[str, typer.Option(metavar="TEXT", help=_("What it says, naming nobody who complained."))] = "",
    staff: Annotated[str | None, typer.Option("--about", metavar="STAFF", help=_("Of whom it complains."))] = None,
    window: Annotated[str | None, typer.Option(help=_("Of which window."))] = None,
    case: Annotated[str | None, typer.Option(metavar="NO", help=_("Of how a case was handled."))] = None,
    officer: Annotated[
        bool, typer.Option("--officer", help=_("Of the officer: it goes to 学生工作部, only its number stays."))
    ] = False,
    kind: Kind = "other",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help=_("Nobody gave a name; a query code is shown, once."))
    ] = False,
    name: Annotated[str | None, typer.Option(help=_("Who complains; sealed."))] = None,
    contact: Annotated[str | None, typer.Option(help=_("Where to answer; sealed."))] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help=_("The day it happened."))] = None,
    at: At = None,
    ref: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=_("A key of your own: the same again changes nothing.")),
    ] = None,
) -> Reply:  # fmt: skip
    """Number it at once; accept it within its limit (Art. 33)."""
    said = opening.Said(
        channel, staff, window, case, officer, matter, kind, desk.maybe_day(on), desk.instant(at),
        ref, anonymous, name, contact,
    )  # fmt: skip
    found = opening.open_complaint(desk.hall, said)
    if found.already or found.state == "forwarded":
        return Reply(found, about("forwarded", found))
    notes = about("opened", found)
    if found.query_code:
        notes.append(Note("complaint.code", "33", found._asdict()))
    return Reply(found, notes)
