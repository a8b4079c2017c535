"""The words that verbs of credit points share."""

from typing import Annotated

import typer

from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.credit.ledger import Entry

EntryNo = Annotated[
    str, typer.Argument(metavar="ENTRY", help=_("Such as V2026-0003, or 3 for this year's."))
]


def about(act: str, found: Entry) -> list[Note]:
    """The one line about an act."""
    code = "credit.already" if found.already else f"credit.{act}"
    return [Note(code, "32", found._asdict())]
