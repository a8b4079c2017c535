"""``hallctl appraise stars``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office.appraisal import stars as office
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "place", "staff_no", "name", "window", "weeks", "score", "presence_rate", "faults", "praise",
    "satisfaction_rate", "settled_by", "standing", "excluded",
)  # fmt: skip


@command(app, "stars", _("Propose service stars, or name them."), lists=True, writes=True)
def stars(
    desk: Desk,
    term: Annotated[str, typer.Argument(metavar="TERM", help=_("Such as 2026-2027-1."))],
    decide: Annotated[
        list[str] | None,
        typer.Option("--decide", metavar="NO", help=_("A service star; once for each.")),
    ] = None,
    note: Annotated[str, typer.Option(help=_("Why these."))] = "",
    out: Out = None,
    public: Annotated[
        str | None,
        typer.Option("--public", metavar="DATE", help=_("The day the notice goes up; today.")),
    ] = None,
) -> Reply:
    """The candidates with what settled each place, and who is excluded and why; --out: the notice."""
    if decide and out is not None:
        raise Usage("appraise.stars_or_notice")
    if decide:
        named = office.decide(desk.hall, term, decide, note)
        code = "appraise.stars_already" if named.already else "appraise.stars_decided"
        return Reply(named, [Note(code, "29", named._asdict())])
    if out is None:
        return Reply(office.stars(desk.hall, term), columns=COLUMNS)
    path = workbook(out, f"stars-{term}.xlsx")
    found, digest = office.write_notice(desk.hall, term, desk.day(public), path)
    written = Note("appraise.written", values={"path": str(path), "sha256": digest})
    return Reply(found, [written], columns=COLUMNS)
