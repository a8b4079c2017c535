"""``hallctl term``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import setup
from hallctl.show import Reply

app = noun(_("Terms and their weeks."))


@command(app, "add", _("Record a term."), writes=True)
def add(
    desk: Desk,
    term: Annotated[str, typer.Argument(help=_("Such as 2026-2027-1."))],
    week1: Annotated[str, typer.Option(metavar="MONDAY", help=_("The Monday of teaching week 1."))],
    weeks: Annotated[int, typer.Option(help=_("How many weeks the term has."))],
) -> Reply:
    """Record a term; the same again is fine."""
    found = setup.add_term(desk.hall, term, desk.day(week1), weeks)
    code = "term.already" if found.already else "term.added"
    return Reply(found, [Note(code, values=found._asdict())])


@command(app, "list", _("List the terms."), lists=True)
def list_terms(desk: Desk) -> Reply:
    """All terms by their first Monday."""
    return Reply(setup.terms(desk.hall), columns=("term", "week1_on", "weeks", "last_on"))
