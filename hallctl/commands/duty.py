"""``hallctl duty``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import File, Map, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import pairs
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import absences, duty
from hallctl.show import Reply

app = noun(_("The duty roster: who stands where, and when (Art. 14, 22)."))

From = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("The last day, included."))]
Reason = Annotated[str, typer.Option(help=_("Why, as it stands in the request."))]


@command(app, "import", _("Publish a duty roster from a list or a weekly grid."), writes=True)
def import_duty(
    desk: Desk,
    file: File,
    from_on: From = None,
    to_on: To = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help=_("Withdraw what the file no longer has in its range of days.")
        ),
    ] = False,
    mapping: Map = None,
    skip_bad: SkipBad = False,
) -> Reply:
    """Import duties; a weekly grid is repeated from --from to --to on working days."""
    span = None
    if from_on or to_on:
        if not (from_on and to_on):
            raise Usage("duty.grid_needs_span")
        span = (desk.day(from_on), desk.day(to_on))
    found = duty.import_duty(
        desk.hall, file, pairs(mapping), span, replace=replace, skip_bad=skip_bad
    )
    return imported(found, "duty.imported")


@command(app, "list", _("List the shifts of some days."), lists=True)
def list_duty(
    desk: Desk,
    from_on: From = None,
    to_on: To = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    staff: Annotated[str | None, typer.Option(help=_("Only this person."))] = None,
) -> Reply:
    """Today's shifts, or those from one day to another."""
    first = desk.day(from_on)
    last = desk.maybe_day(to_on) or first
    found = duty.listed(desk.hall, first, last, window=window, staff=staff)
    columns = (
        "shift_no",
        "on",
        "window",
        "name",
        "staff_no",
        "start",
        "end",
        "given_to",
        "taken_from",
    )
    return Reply(found, columns=columns)


@command(app, "leave", _("Record approved leave (Art. 14)."), writes=True)
def leave(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    kind: Annotated[str, typer.Option(help=_("personal, sick or official."))],
    from_at: Annotated[str, typer.Option("--from", metavar="ISO", help=_("When it begins."))],
    to_at: Annotated[str, typer.Option("--to", metavar="ISO", help=_("When it ends."))],
    reason: Reason,
) -> Reply:
    """Record leave that was approved."""
    found = absences.record_leave(
        desk.hall, staff, kind, desk.instant(from_at), desk.instant(to_at), reason
    )
    code = "duty.leave_already" if found.already else "duty.leave_recorded"
    return Reply(found, [Note(code, "14", found._asdict())])


@command(
    app,
    "swap",
    _("Record an approved swap: a colleague takes over one shift (Art. 14)."),
    writes=True,
)
def swap(
    desk: Desk,
    giver: Annotated[str, typer.Argument(help=_("Who gives the shift away."))],
    taker: Annotated[str, typer.Argument(help=_("Who takes it over and is judged for it."))],
    shift: Annotated[
        str, typer.Option("--shift", metavar="ISO", help=_("An instant within the shift."))
    ],
    reason: Reason,
) -> Reply:
    """Record a swap that both agreed to and the hall's head approved."""
    found = absences.swap(desk.hall, giver, taker, desk.instant(shift), reason)
    code = "duty.swap_already" if found.already else "duty.swapped"
    return Reply(found, [Note(code, "14", found._asdict())])
