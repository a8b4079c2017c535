"""``hallctl roster``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import Files, Map, On, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.messages import _, labelled, spoken, word
from hallctl.office import roster
from hallctl.show import Reply

app = noun(_("The staff roster: who serves where, from when (Art. 5, 6)."))
COLUMNS = ("staff_no", "name", "role", "window", "faculty", "class_name", "started_on", "ended_on")


@command(app, "import", _("Record the people of a spreadsheet."), writes=True)
def import_roster(
    desk: Desk, file: Files, on: On = None, mapping: Map = None, skip_bad: SkipBad = False
) -> Reply:
    """Import people; the same file twice changes nothing, people not in the file stay."""
    found = roster.import_roster(desk.hall, file, pairs(mapping), desk.day(on), skip_bad=skip_bad)
    return imported(found, "roster.imported")


@command(app, "list", _("List the staff."), lists=True)
def list_roster(
    desk: Desk,
    role: Annotated[str | None, typer.Option(help=_("officer, leader or student."))] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    left: Annotated[
        bool, typer.Option("--all", help=_("Also those who do not serve now."))
    ] = False,
) -> Reply:
    """The staff of today by window and number."""
    return Reply(roster.members(desk.hall, role=role, window=window, left=left), columns=COLUMNS)


@command(app, "show", _("Show one person with every assignment."))
def show_person(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
) -> Reply:
    """One person."""
    found = roster.show(desk.hall, staff)
    facts = found._asdict()
    lines = [labelled(key, facts[key]) for key in (*COLUMNS, "phone") if facts[key]]
    for one in found.assignments:
        span = f"{one.started_on} … {one.ended_on or ''}".rstrip()
        lines.append(f"  {span}  {spoken('role', one.role)}  {one.window_no or ''}".rstrip())
    return Reply(found, text=lines)


@command(app, "check", _("Check the staffing of the hall and its windows; exit 8 with findings."))
def check(desk: Desk) -> Reply:
    """Quiet when there is one officer and every window has its people."""
    found = roster.check(desk.hall)
    lines = [word(one.code, one._asdict()) for one in found]
    return Reply({"findings": found}, text=lines, exit_status=8 if found else 0)
