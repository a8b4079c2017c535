"""The lines that verbs of a case say alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.cases.sheet import CaseSheet

if TYPE_CHECKING:
    from hallctl.office.cases.rating_sheet import RatingSheet

CaseNo = Annotated[
    str, typer.Argument(metavar="NO", help=_("Such as 2026-000017, or 17 for this year's."))
]


ItemWords = _("The item's code, a unique part of its name, or its pinyin initials.")
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


MaybeCaseNo = Annotated[
    str | None,
    typer.Argument(metavar="[NO]", help=_("A case on record; a new one when left out.")),
]
Matter = Annotated[
    str | None, typer.Option(metavar="TEXT", help=_("What it is about, in a few words."))
]
Item = Annotated[str | None, typer.Option(help=ItemWords)]
ApplicantNo = Annotated[str, typer.Option(metavar="NO", help=_("The applicant's number."))]
Applicant = Annotated[str | None, typer.Option(metavar="NAME", help=_("The applicant's name."))]
Phone = Annotated[str | None, typer.Option(help=_("The applicant's phone."))]
FirstContact = Annotated[
    str | None,
    typer.Option(metavar="NO", help=_("Who was asked first; the handler when left out.")),
]
Material = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help=_("A paper that was brought; may be repeated.")),
]
Missing = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME[=REASON]",
        help=_("A paper that is missing or not right; the others were brought."),
    ),
]
Reason = Annotated[str, typer.Option(help=_("Why; it is printed."))]
Approver = Annotated[str, typer.Option(metavar="NAME", help=_("Who approved it."))]
Told = Annotated[
    str | None, typer.Option(metavar="ISO", help=_("When the applicant was told; as --at."))
]


def reasons(said: Sequence[str] | None) -> list[tuple[str, str | None]]:
    """``NAME`` or ``NAME=REASON`` words as papers with what is wrong with them."""
    pairs = (one.partition("=") for one in said or ())
    return [(name, reason or None) for name, _equals, reason in pairs]


def about(case: CaseSheet) -> Note:
    """The one line about a case that was opened or supplied."""
    values = case._asdict()
    if case.already:
        return Note("case.already", values=values)
    if case.closed_at:
        return Note("case.done", values=values)
    if case.state == "received":
        return Note("case.received", "25", values)
    if case.missing and case.accepted_at is None:
        return Note("case.noticed", "25", values)
    code = "case.accepted_until" if case.due_status == "firm" else "case.accepted_between"
    return Note(code, "27", values)


def rated(found: "RatingSheet") -> Note:
    """The one line about a rating."""
    values = found._asdict()
    if found.already:
        return Note("rating.already", "33", values)
    if found.satisfied:
        return Note("rating.recorded", "33", values)
    code = "rating.fix_by" if found.fix_due_status == "firm" else "rating.fix_between"
    return Note(code, "33", values)
