"""The lines that verbs of a case say alike."""

from typing import Annotated

import typer

from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases.rating_sheet import RatingSheet
from hallctl.office.cases.sheet import CaseSheet

CaseNo = Annotated[
    str, typer.Argument(metavar="NO", help=_("Such as 2026-000017, or 17 for this year's."))
]


ItemWords = _("The item's code, or a unique part of its name.")
Handler = Annotated[
    str | None,
    typer.Option(
        metavar="NO", help=_("Who handles it; the student on duty, else the window's leader.")
    ),
]
Window = Annotated[str | None, typer.Option(help=_("The window; the item's own when left out."))]
Ref = Annotated[
    str | None,
    typer.Option(metavar="KEY", help=_("A key of your own: the same again changes nothing.")),
]


def about(case: CaseSheet) -> Note:
    """The one line about a case that was opened or supplied."""
    values = case._asdict()
    if case.already:
        return Note("case.already", values=values)
    if case.closed_at:
        return Note("case.done", values=values)
    if case.missing:
        return Note("case.noticed", "25", values)
    code = "case.accepted_until" if case.due_status == "firm" else "case.accepted_between"
    return Note(code, "27", values)


def rated(found: RatingSheet) -> Note:
    """The one line about a rating."""
    values = found._asdict()
    if found.already:
        return Note("rating.already", "33", values)
    if found.satisfied:
        return Note("rating.recorded", "33", values)
    code = "rating.fix_by" if found.fix_due_status == "firm" else "rating.fix_between"
    return Note(code, "33", values)
