"""``hallctl db``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl import config
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.said import checked
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import keeping
from hallctl.show import Reply

app = noun(_("The hall file: where it is, whether it is whole, its backups."))


@command(app, "where", _("Say where the hall file is, and who says so."))
def where(desk: Desk) -> Reply:
    """The path and its source; the file need not exist."""
    found = config.hall_path(desk.db)
    path = found.path().absolute()
    data = {"path": str(path), "source": found.source, "exists": path.is_file()}
    return Reply(data, text=[str(path)])


@command(app, "check", _("Check everything that can be checked; exit 8 with findings."))
def check(desk: Desk) -> Reply:
    """SQLite's checks, foreign keys, the chain, every row."""
    return checked(keeping.check(desk.hall))


@command(app, "backup", _("Copy the hall file, checked and synced."), writes=True)
def backup(
    desk: Desk,
    to: Annotated[
        Path | None,
        typer.Argument(
            help=_("A folder, or a new file ending in .db; the folder backup beside the hall file.")
        ),
    ] = None,
) -> Reply:
    """A consistent copy whose name says up to which entry it goes."""
    found = keeping.backup(desk.hall, to)
    return Reply(found, [Note("db.backed_up", values=found._asdict())])


@command(
    app, "migrate", _("Bring an older hall file to this hallctl, after a backup."), writes=True
)
def migrate(desk: Desk) -> Reply:
    """One transaction: whole, or the file stays as it was."""
    found = keeping.migrate_file(desk.hall)
    code = "db.migrated_before" if found.already else "db.migrated"
    return Reply(found, [Note(code, values=found._asdict())])
