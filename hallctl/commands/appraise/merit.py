"""``hallctl appraise merit``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import Out
from hallctl.commands.words import workbook
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import merit as office
from hallctl.show import Reply

app = verb()

COLUMNS = (
    "faculty", "place", "staff_no", "name", "class_name", "weeks", "score", "presence_rate",
    "certified", "excluded",
)  # fmt: skip


@command(app, "merit", _("Certify good student workers to their faculties."), lists=True)
def merit(
    desk: Desk,
    term: Annotated[str, typer.Argument(metavar="TERM", help=_("Such as 2026-2027-1."))],
    faculty: Annotated[
        str | None, typer.Option(help=_("Only the letter to this faculty, without the notice."))
    ] = None,
    out: Out = None,
    public: Annotated[
        str | None,
        typer.Option("--public", metavar="DATE", help=_("The day the notice goes up; today.")),
    ] = None,
) -> Reply:
    """Who is certified and why not; with --out one letter per faculty and the public notice."""
    if out is None:
        found = office.merit(desk.hall, term)
        return Reply([one for one in found if faculty in {None, one.faculty}], columns=COLUMNS)
    path = workbook(out, f"merit-{term}.xlsx")
    found, digest = office.write_letters(desk.hall, term, faculty, desk.day(public), path)
    note = Note("appraise.written", values={"path": str(path), "sha256": digest})
    return Reply([one for one in found if faculty in {None, one.faculty}], [note], columns=COLUMNS)
