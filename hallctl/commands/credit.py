"""``hallctl credit``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _, name_of
from hallctl.office import credit
from hallctl.office.credit import Account
from hallctl.show import Reply

app = noun(_("Credit points: proposed, confirmed by the officer, shown (Art. 32)."))

EntryNo = Annotated[
    str, typer.Argument(metavar="ENTRY", help=_("Such as V2026-0003, or 3 for this year's."))
]


@command(
    app, "propose", _("Record that a violation was observed; nothing is deducted yet."), writes=True
)
def propose(
    desk: Desk,
    staff: Annotated[str, typer.Option(metavar="NO", help=_("Whose it is."))],
    kind: Annotated[
        str, typer.Option(help=_("attitude, overdue, or a kind the college switched on."))
    ],
    on: Annotated[str, typer.Option(metavar="DATE", help=_("The day it happened."))],
    note: Annotated[str, typer.Option(help=_("What happened, and how it is known."))],
    case: Annotated[str | None, typer.Option(metavar="NO", help=_("The case it is about."))] = None,
    ref: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=_("A key of your own: the same again changes nothing.")),
    ] = None,
) -> Reply:
    """Propose; the officer confirms or rejects."""
    found = credit.propose(desk.hall, staff, credit.Asked(kind, desk.day(on), note, case, ref))
    return Reply(found, [_said("proposed", found)])


@command(app, "confirm", _("The officer confirms a violation: the points are lost."), writes=True)
def confirm(desk: Desk, entry: EntryNo) -> Reply:
    """Confirm a proposal."""
    found = credit.confirm(desk.hall, entry)
    return Reply(found, [_said("confirmed", found)])


@command(app, "reject", _("The officer rejects a proposed violation."), writes=True)
def reject(
    desk: Desk, entry: EntryNo, note: Annotated[str, typer.Option(help=_("Why it does not stand."))]
) -> Reply:
    """Reject a proposal; it stays on record without points."""
    found = credit.reject(desk.hall, entry, note)
    return Reply(found, [_said("rejected", found)])


@command(app, "show", _("Show one person's points with every entry."))
def show(
    desk: Desk,
    staff: Annotated[str, typer.Argument(help=_("The number, or the name where unique."))],
    on: Annotated[
        str | None,
        typer.Option("--window", metavar="DATE", help=_("The academic year of this day; today.")),
    ] = None,
) -> Reply:
    """The balance and the ledger of an academic year."""
    found = credit.show(desk.hall, staff, desk.day(on))
    return Reply(found, text=list(_lines(found)))


@command(
    app,
    "list",
    _("List the proposals that wait for the officer, or the year's register."),
    lists=True,
)
def list_entries(
    desk: Desk,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Every entry of this academic year."))
    ] = False,
    out: Out = None,
) -> Reply:
    """What is not decided yet; with --all or --out the whole register of the academic year."""
    columns = ("entry_no", "on", "staff_no", "name", "kind", "state", "points", "balance", "note")
    if out is not None:
        path = workbook(out, f"credit-register-{desk.now.date()}.xlsx")
        found, digest = credit.write_register(desk.hall, desk.now.date(), path)
        note = Note("credit.written", values={"path": str(path), "sha256": digest})
        return Reply(found, [note], columns=columns)
    found = credit.register(desk.hall, desk.now.date()) if everything else credit.pending(desk.hall)
    return Reply(found, columns=columns)


def _said(act: str, found: credit.Entry) -> Note:
    code = "credit.already" if found.already else f"credit.{act}"
    return Note(code, "32", found._asdict())


def _lines(found: Account) -> Iterator[str]:
    text = _("{name} ({staff_no}): {balance} points, {standing} ({window}, Art. 32)")
    yield text.format(**{**found._asdict(), "standing": name_of(found.standing)})
    for one in found.entries:
        points = f"-{one.points} = {one.balance}" if one.points else name_of(one.state)
        yield f"  {one.entry_no}  {one.on}  {name_of(one.kind)}  {points}  {one.note}"
