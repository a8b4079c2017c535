"""The words that verbs of a complaint share."""

from typing import Annotated

import typer

from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.complaints.sheet import ComplaintSheet

ComplaintNo = Annotated[
    str, typer.Argument(metavar="NO", help=_("Such as T2026-0003, or 3 for this year's."))
]
Kind = Annotated[str, typer.Option(help=_("attitude, overdue, procedure or other."))]


def about(act: str, found: ComplaintSheet) -> list[Note]:
    """The one line about an act."""
    code = "complaint.already" if found.already else f"complaint.{act}"
    return [Note(code, "33", found._asdict())]
