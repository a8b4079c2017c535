"""``hallctl appraise term``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import term as terms
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "place", "staff_no", "name", "window", "weeks", "due", "attended", "presence_rate", "late",
    "absent", "cases_closed", "violations", "incidents", "praise", "score",
)  # fmt: skip


@command(app, "term", _("Draw the published weeks of a term together."), lists=True)
def term(
    desk: Desk,
    name: Annotated[str, typer.Argument(metavar="TERM", help=_("Such as 2026-2027-1."))],
    out: Out = None,
) -> Reply:
    """Everybody's term, the best first; with --out also as a workbook."""
    if out is None:
        return Reply(terms.lines(desk.hall, terms.term_span(desk.hall, name)), columns=COLUMNS)
    path = workbook(out, f"term-{name}.xlsx")
    found, digest = terms.write_term(desk.hall, name, path)
    note = Note("appraise.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [note], columns=COLUMNS)
