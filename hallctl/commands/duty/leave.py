"""``hallctl duty leave``, ``leaves``, ``shorten`` and ``cancel``: who is away with consent."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.duty.said import From, LeaveNo, Reason, To
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import absences
from hallctl.show import Reply

app = verb()
leaves_app = verb()
shorten_app = verb()
cancel_app = verb()


@command(app, "leave", _("Record approved leave (Art. 14)."), writes=True)
def leave(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    kind: Annotated[str, typer.Option(help=_("personal, sick or official."))],
    from_at: Annotated[str, typer.Option("--from", metavar="ISO", help=_("When it begins."))],
    to_at: Annotated[str, typer.Option("--to", metavar="ISO", help=_("When it ends."))],
    reason: Reason,
    substitute: Annotated[
        str | None,
        typer.Option("--substitute", metavar="STAFF_NO", help=_("Who takes the shifts over and is judged.")),
    ] = None,
) -> Reply:  # fmt: skip
    """Record leave that was approved, with who substitutes."""
    found = absences.record_leave(
        desk.hall, staff, kind, desk.instant(from_at), desk.instant(to_at), reason, substitute
    )
    if found.already:
        code = "duty.leave_already"
    else:
        code = "duty.leave_substituted" if found.substituted else "duty.leave_recorded"
    return Reply(found, [Note(code, "14", found._asdict())])


@command(leaves_app, "leaves", _("List leave with its numbers and substitutes."), lists=True)
def leaves(
    desk: Desk,
    from_on: From = None,
    to_on: To = None,
    staff: Annotated[str | None, typer.Option(help=_("Only this person."))] = None,
) -> Reply:
    """Leave that touches today, or the days given."""
    first = desk.day(from_on)
    found = absences.leaves(desk.hall, first, desk.maybe_day(to_on) or first, staff)
    columns = (
        "leave_no",
        "staff_no",
        "name",
        "leave_kind",
        "from_at",
        "to_at",
        "substitutes",
        "reason",
    )
    return Reply([{**one._asdict(), "leave_kind": one.kind} for one in found], columns=columns)


@command(
    shorten_app, "shorten", _("Let leave begin later or end sooner, as a new row."), writes=True
)
def shorten(
    desk: Desk,
    leave_no: LeaveNo,
    reason: Reason,
    from_at: Annotated[
        str | None, typer.Option("--from", metavar="ISO", help=_("When it begins after all."))
    ] = None,
    to_at: Annotated[
        str | None, typer.Option("--to", metavar="ISO", help=_("When it ends after all."))
    ] = None,
) -> Reply:
    """Somebody is back sooner."""
    first = desk.instant(from_at) if from_at else None
    last = desk.instant(to_at) if to_at else None
    found = absences.shorten(desk.hall, leave_no, first, last, reason)
    code = "duty.leave_already" if found.already else "duty.leave_recorded"
    return Reply(found, [Note(code, "14", found._asdict())])


@command(cancel_app, "cancel", _("Cancel leave; substitutes give the shifts back."), writes=True)
def cancel(desk: Desk, leave_no: LeaveNo, reason: Reason) -> Reply:
    """The leave is not taken."""
    found = absences.cancel(desk.hall, leave_no, reason)
    return Reply(found, [Note("duty.leave_cancelled", "14", found._asdict())])
