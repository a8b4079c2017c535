"""``hallctl rating list``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.ratings import looking
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "window_no", "window", "cases_rated", "survey_answers", "level_5", "level_4", "level_3", "level_2",
    "level_1", "satisfaction_rate", "bad_ratings", "survey_bad",
)  # fmt: skip
BAD = ("at", "source", "window", "level", "comment", "case_no", "fix_due_on", "fixed_at")


@command(app, "list", _("Satisfaction by window, or the bad ratings."), lists=True)
def list_ratings(
    desk: Desk,
    month: Annotated[
        str | None, typer.Option(help=_("2026-11, last or this; this one when left out."))
    ] = None,
    from_on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    to_on: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day; today."))
    ] = None,
    window: Annotated[
        str | None, typer.Option(help=_("Only this window, by number or name."))
    ] = None,
    bad: Annotated[
        bool, typer.Option("--bad", help=_("The bad ratings, each with what was said."))
    ] = False,
    out: Out = None,
) -> Reply:
    """Cases by their applicants and nameless survey answers, over some days (Art. 33)."""
    from hallctl.commands import periods

    if month and (from_on or to_on):
        raise Usage("register.period")
    if out is not None and (bad or window):
        raise Usage("rating.whole_table")
    if from_on or to_on:
        last = desk.day(to_on)
        first = desk.day(from_on) if from_on else last.replace(day=1)
    else:
        period = periods.month(month or "this", desk.now.date())
        first, last = period.from_on, period.to_on
    if out is not None:
        path = workbook(out, f"ratings-{first}-{last}.xlsx")
        lines, digest = looking.write(desk.hall, first, last, path)
        note = Note("rating.written", values={"path": str(path), "sha256": digest})
        return Reply(lines, [note], columns=COLUMNS)
    found = (looking.bad if bad else looking.by_window)(desk.hall, first, last, window)
    return Reply(found, columns=BAD if bad else COLUMNS)
