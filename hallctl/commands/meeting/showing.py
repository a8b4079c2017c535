"""``hallctl meeting show``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _, labelled, name_of, paired
from hallctl.office import meetings
from hallctl.office.meetings import Meeting
from hallctl.show import Reply

app = verb()


@command(app, "show", _("Show one meeting with its attendance list."))
def show(
    desk: Desk,
    meeting: Annotated[
        str, typer.Argument(metavar="NO", help=_("Such as M2026-003, or 3 for this year's."))
    ],
) -> Reply:
    """One meeting."""
    found = meetings.show(desk.hall, meeting)
    return Reply(found, text=list(_lines(found)))


def _lines(found: Meeting) -> Iterator[str]:
    facts = found._asdict()
    yield f"{found.meeting_no}  {found.on}  {name_of(found.kind)}  {found.topic}"
    for key in ("window", "chair", "place", "note"):
        if facts[key]:
            yield "  " + labelled(key, facts[key])
    for state in ("present", "excused", "absent"):
        names = [one.name for one in found.people if one.state == state]
        if names:
            title = f"{name_of(state, 'came')} ({len(names)})"
            yield "  " + paired(title, _(", ").join(names))
