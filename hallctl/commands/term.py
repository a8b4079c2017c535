"""``hallctl term``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import setup
from hallctl.office.rostering import periods as class_periods
from hallctl.show import Reply

app = noun(_("Terms and their weeks."))
periods = noun(_("Class periods: when each begins and ends."))
app.add_typer(periods, name="periods")


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


@command(periods, "import", _("Record when the class periods begin and end."), writes=True)
def import_periods(desk: Desk, file: File, mapping: Map = None, skip_bad: SkipBad = False) -> Reply:
    """Import class periods with the days they count for: summer and winter may differ."""
    found = class_periods.import_periods(desk.hall, file, pairs(mapping), skip_bad=skip_bad)
    return imported(found, "term.periods_imported")


@command(periods, "list", _("List the class periods."), lists=True)
def list_periods(desk: Desk) -> Reply:
    """All class periods by their first day."""
    found = class_periods.periods(desk.hall)
    return Reply(found, columns=("period", "start", "end", "from_on", "to_on"))
