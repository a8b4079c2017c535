"""``hallctl log add``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.log.said import lines, matter_lines
from hallctl.commands.options import At
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.logs import writing
from hallctl.show import Reply

app = verb()

Number = int | None
Text = str | None


@command(app, "add", _("Record the work log of a hand-over."), writes=True)
def add(
    desk: Desk,
    window: Annotated[str, typer.Option(help=_("The window, by number or name."))],
    from_no: Annotated[
        Text, typer.Option("--from", metavar="NO", help=_("Who hands over; whose turn it is."))
    ] = None,
    to_no: Annotated[
        Text,
        typer.Option("--to", metavar="NO", help=_("Who takes over; who is next on the roster.")),
    ] = None,
    served: Annotated[Number, typer.Option(metavar="N", help=_("How many people came."))] = None,
    enquiries: Annotated[Number, typer.Option(metavar="N", help=_("How many only asked."))] = None,
    taken: Annotated[
        Number, typer.Option(metavar="N", help=_("Cases taken; as the hall file counts them."))
    ] = None,
    done: Annotated[
        Number, typer.Option(metavar="N", help=_("Cases finished; as the hall file counts them."))
    ] = None,
    still_open: Annotated[
        Number,
        typer.Option("--open", metavar="N", help=_("Cases open; as the hall file counts them.")),
    ] = None,
    matters: Annotated[Text, typer.Option(help=_("What was important."))] = None,
    hand_over: Annotated[
        list[str] | None,
        typer.Option(
            "--hand-over",
            metavar="NO;PROGRESS;NEXT;LIMIT",
            help=_("An open matter; of a case its number is enough. May be repeated."),
        ),
    ] = None,
    all_open: Annotated[
        bool, typer.Option("--all-open", help=_("Hand over every open case of the window."))
    ] = False,
    items: Annotated[Text, typer.Option(help=_("Items and keys that change hands."))] = None,
    incidents: Annotated[Text, typer.Option(help=_("What went wrong."))] = None,
    corrects: Annotated[
        Text, typer.Option(metavar="NO", help=_("The recorded log that should have said this."))
    ] = None,
    offer: Annotated[
        bool,
        typer.Option("--offer", help=_("Show what the hall file would fill in; write nothing.")),
    ] = False,
    at: At = None,
) -> Reply:
    """One log per window and hand-over, filled from the roster and the cases."""
    told = writing.Told(
        desk.instant(at), from_no, to_no, served, enquiries, taken, done, still_open, matters,
        tuple(hand_over or ()), all_open, items, incidents, corrects,
    )  # fmt: skip
    if offer:
        found = writing.offer(desk.hall, window, told)
        return Reply(found, text=list(lines(found)))
    found = writing.add(desk.hall, window, told)
    code = "log.added" if found.to_no else "log.added_last"
    if found.already:
        code = "log.already"
    return Reply(found, [Note(code, "19", found._asdict())], text=list(matter_lines(found)))
