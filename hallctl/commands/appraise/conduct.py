"""``hallctl appraise praise`` and ``hallctl appraise incident``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office.appraisal import conduct
from hallctl.office.appraisal.conduct import Seen
from hallctl.show import Reply

praise_app = verb()
incident_app = verb()

Staff = Annotated[str, typer.Argument(help=_("The number, or the name where unique."))]
What = Annotated[str, typer.Option("--note", help=_("What was seen, and how it is known."))]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=_("The day it happened; today."))
]


@command(praise_app, "praise", _("Record praise for somebody."), writes=True)
def praise(desk: Desk, staff: Staff, note: What, on: On = None) -> Reply:
    """Praise gives back what the discipline part lost."""
    return _reply(conduct.praise(desk.hall, staff, desk.day(on), note), "appraise.praised")


@command(incident_app, "incident", _("Record conduct that was seen (Art. 14 to 17)."), writes=True)
def incident(
    desk: Desk,
    staff: Staff,
    kind: Annotated[str, typer.Option(help=_("screen, order, outsider, badge or left_post."))],
    note: What,
    on: On = None,
) -> Reply:
    """An incident lowers the week's discipline part; points are another matter: credit propose."""
    found = conduct.incident(desk.hall, staff, kind, desk.day(on), note)
    return _reply(found, "appraise.incident_recorded")


def _reply(found: Seen, code: str) -> Reply:
    code = "appraise.already_seen" if found.already else code
    return Reply(found, [Note(code, found.article, found._asdict())])
