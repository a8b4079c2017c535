"""``hallctl complaint list``."""

from datetime import date
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.complaints import looking
from hallctl.show import Reply

app = verb()

COLUMNS = ("complaint_no", "received_at", "state", "channel", "about", "kind", "complained_of", "window",
           "case_no", "accept_by", "reply_by", "overdue", "finding")  # fmt: skip


@command(
    app, "list", _("List the unanswered complaints, or a month's; with --overdue exit 8 if any."),
    lists=True,
)  # fmt: skip
def list_complaints(
    desk: Desk,
    month: Annotated[
        str | None, typer.Option(metavar="MONTH", help=_("Those received in it: 2026-11, last, this."))
    ] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("Those received from it on."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day; today."))
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help=_("Only those whose next step is late."))
    ] = False,
    out: Out = None,
) -> Reply:  # fmt: skip
    """By the day they came; nobody who complained is named. --out: the register (投诉台账), this month's."""
    received = _received(desk, month, from_on, to_on)
    if out is None:
        found = looking.list_complaints(desk.hall, received, overdue=overdue)
        return Reply(found, columns=COLUMNS, exit_status=8 if overdue and found else 0)
    if overdue:
        raise Usage("complaint.whole_register")
    from hallctl.office.complaints import register

    first, last = received or _month(desk, "this")
    path = workbook(out, f"complaints-{first}-{last}.xlsx")
    found, digest = register.write_register(desk.hall, first, last, path)
    note = Note("register.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [note], columns=COLUMNS)


def _received(
    desk: Desk, month: str | None, from_on: str | None, to_on: str | None
) -> tuple[date, date] | None:
    """The days that were asked for, None for whatever waits."""
    if month is not None and (from_on or to_on):
        raise Usage("register.period")
    if month is not None:
        return _month(desk, month)
    if from_on is None and to_on is None:
        return None
    last = desk.day(to_on)
    first = desk.day(from_on) if from_on else last.replace(day=1)
    if last < first:
        raise Usage("register.backwards", from_on=first, to_on=last)
    return first, last


def _month(desk: Desk, said: str) -> tuple[date, date]:
    from hallctl.commands import periods

    period = periods.month(said, desk.now.date())
    return period.from_on, period.to_on
