"""``hallctl roster card``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import cards
from hallctl.show import Reply

app = verb()


@command(
    app,
    "card",
    _("Give somebody a card, take it back, or list their cards."),
    writes=True,
    lists=True,
)
def card(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    card_no: Annotated[
        str | None, typer.Argument(help=_("What the reader sends; none lists the cards."))
    ] = None,
    on: On = None,
    end: Annotated[
        bool, typer.Option("--end", help=_("From that day on the card is nobody's."))
    ] = False,
) -> Reply:
    """Say whose a card is, so that a reader may send its number instead of the person's."""
    if card_no is None:
        if end or on:
            raise Usage("card.which", staff_no=staff)
        found = cards.of_person(desk.hall, staff)
        return Reply(found, columns=("card_no", "staff_no", "name", "from_on", "until_on"))
    act = cards.take_back if end else cards.give
    one = act(desk.hall, staff, card_no, desk.day(on))
    code = f"card.{'taken_back' if end else 'given'}{'_already' if one.already else ''}"
    return Reply(one, [Note(code, values=one._asdict())])
