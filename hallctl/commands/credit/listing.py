"""``hallctl credit list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.credit import ledger, register
from hallctl.show import Reply

app = verb()


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
    today = desk.now.date()
    if out is not None:
        path = workbook(out, f"credit-register-{today}.xlsx")
        found, digest = register.write_register(desk.hall, today, path)
        note = Note("credit.written", values={"path": str(path), "sha256": digest})
        return Reply(found, [note], columns=columns)
    found = register.register(desk.hall, today) if everything else ledger.pending(desk.hall)
    return Reply(found, columns=columns)
