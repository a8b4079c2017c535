"""What verbs of the staff roster share."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from hallctl.messages import _
from hallctl.office.roster.posts import Freed

COLUMNS = ("staff_no", "name", "role", "window", "faculty", "class_name", "started_on", "ended_on")
"""What is shown of a person."""

Staff = Annotated[str, typer.Argument(help=_("The number, or the name where unique."))]


def freed_lines(freed: Sequence[Freed]) -> Iterator[str]:
    """The shifts that nobody holds any more."""
    for one in freed:
        yield f"{one.on}  {one.window_no}  {one.start}-{one.end}"
