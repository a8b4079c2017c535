"""``hallctl appraise``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import appraisal
from hallctl.show import Reply

app = noun(_("Weekly appraisal (Art. 29)."))


@command(app, "week", _("Draw a week together: attendance, cases, conduct."), lists=True)
def week(
    desk: Desk,
    said: Annotated[
        str, typer.Argument(metavar="[WEEK]", help=_("2026-W47, last or this."))
    ] = "last",
    out: Out = None,
) -> Reply:
    """Everybody's week; with --out also as a workbook."""
    from hallctl.commands import periods

    period = periods.week(said, desk.now.date())
    columns = ("staff_no", "name", "window", "due", "attended", "late", "early", "missing", "absent",
               "leave", "cases_closed", "cases_late", "violations", "score")  # fmt: skip
    if out is None:
        found = appraisal.week(desk.hall, period.from_on, period.to_on)
        return Reply(found, columns=columns)
    path = workbook(out, f"appraisal-{period.name}.xlsx")
    found, digest = appraisal.write_week(desk.hall, period.name, period.from_on, period.to_on, path)
    note = Note("appraise.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [note], columns=columns)
