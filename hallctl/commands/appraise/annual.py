"""``hallctl appraise annual``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import annual as office
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "staff_no", "name", "role", "window", "weeks", "score", "violations", "balance", "standing",
    "stars", "flags",
)  # fmt: skip


@command(app, "annual", _("The academic year of everybody, for the annual review."), lists=True)
def annual(
    desk: Desk,
    year: Annotated[int, typer.Argument(help=_("The year it begins: 2026 for 2026-2027."))],
    out: Out = None,
) -> Reply:
    """Weeks, credit and stars of the year, and what goes into the annual review."""
    if out is None:
        return Reply(office.annual(desk.hall, year), columns=COLUMNS)
    path = workbook(out, f"annual-{year}.xlsx")
    found, digest = office.write_annual(desk.hall, year, path)
    note = Note("appraise.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [note], columns=COLUMNS)
