"""``hallctl duty versions``."""

from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.messages import _
from hallctl.office.rostering import publishing
from hallctl.show import Reply

app = verb()
VERSIONS = ("version", "published_at", "actor_no", "from_on", "to_on", "shifts", "changes")
CHANGES = ("on", "window", "start", "end", "change", "name", "to_name", "changed_at")


@command(
    app, "versions", _("List the published rosters, or what has changed since one."), lists=True
)
def versions(
    desk: Desk,
    version: Annotated[
        int | None, typer.Argument(metavar="VERSION", help=_("Show what is different since then."))
    ] = None,
) -> Reply:
    """Every publication with how much has changed since; with its number, what."""
    if version is None:
        return Reply(publishing.versions(desk.hall), columns=VERSIONS)
    return Reply(publishing.changes(desk.hall, version), columns=CHANGES)
