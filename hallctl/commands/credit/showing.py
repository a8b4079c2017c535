"""``hallctl credit show``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, cite, labelled, name_of
from hallctl.office.credit import ledger
from hallctl.office.credit.ledger import Account
from hallctl.show import Reply

app = verb()

BESIDE = ("case_no", "complaint_no", "evidence", "statement", "appeal_by", "appeal", "handed_to")
"""What is told under an entry, where there is any."""


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
    found = ledger.show(desk.hall, staff, desk.day(on))
    return Reply(found, text=list(_lines(found)))


def _lines(found: Account) -> Iterator[str]:
    text = _("{name} ({staff_no}): {balance} points, {standing} ({window}, Art. 32)")
    yield text.format(**{**found._asdict(), "standing": name_of(found.standing)})
    if found.kept_because:
        yield "  " + _("Not dismissed: {reason}").format(reason=found.kept_because)
    for one in found.entries:
        points = name_of(one.state)
        if one.points:
            points = _("no. {ordinal}: -{points} = {balance}").format(**one._asdict())
        line = f"  {one.entry_no}  {one.on}  {name_of(one.kind)}  {points}  {one.note}"
        yield f"{line}  {cite(one.article)}"
        said = one._asdict()
        yield from (f"    {labelled(key, said[key])}" for key in BESIDE if said[key])
