"""``hallctl appraise week``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out, SkipBad
from hallctl.commands.said import imported
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.appraisal import publishing, scores
from hallctl.office.appraisal import week as weeks
from hallctl.office.appraisal.week import WeekSpan
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "staff_no", "name", "window", "due", "attended", "late", "early", "missing", "absent", "leave",
    "cases_closed", "cases_late", "violations", "incidents", "missing_logs", "praise", "leader_score", "score",
)  # fmt: skip


@command(
    app,
    "week",
    _("Draw a week together: attendance, cases, conduct."),
    lists=True,
    writes=True,
)
def week(
    desk: Desk,
    said: Annotated[
        str, typer.Argument(metavar="[WEEK]", help=_("2026-W47, last or this."))
    ] = "last",
    out: Out = None,
    filled: Annotated[
        Path | None,
        typer.Option("--scores", metavar="FILE", help=_("Take scores from a filled-in sheet.")),
    ] = None,
    skip_bad: SkipBad = False,
    publish: Annotated[
        bool, typer.Option("--publish", help=_("Close the week: later facts do not change it."))
    ] = False,
) -> Reply:
    """Everybody's week; with --out also as a workbook; --scores and --publish change it."""
    if sum([out is not None, filled is not None, publish]) > 1:
        raise Usage("appraise.one_at_a_time")
    span = span_of(desk, said)
    if filled is not None:
        found = scores.import_scores(desk.hall, span, filled, skip_bad=skip_bad)
        return imported(found, "appraise.scores_imported")
    if publish:
        closed = publishing.publish(desk.hall, span)
        code = "appraise.already_published" if closed.already else "appraise.published"
        return Reply(closed, [Note(code, "29", closed._asdict())])
    if out is None:
        return Reply(weeks.week(desk.hall, span), columns=COLUMNS)
    path = workbook(out, f"appraisal-{span.name}.xlsx")
    lines, digest = weeks.write_week(desk.hall, span, path)
    note = Note("appraise.written", values={"path": str(path), "sha256": digest})
    hint = [Note("appraise.to_be_scored", "29", {"week": span.name})]
    waits = any(one.leader_score is None for one in lines) and not weeks.is_published(
        desk.hall, span
    )
    return Reply(lines, [note, *(hint if waits else [])], columns=COLUMNS)


def span_of(desk: Desk, said: str) -> WeekSpan:
    """A week as the officer wrote it."""
    from hallctl.commands import periods

    return WeekSpan(*periods.week(said, desk.now.date()))
