"""``hallctl db``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from hallctl import config
from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import noun
from hallctl.commands.said import checked
from hallctl.errors import Note
from hallctl.messages import _
from hallctl.office import erasing, keeping, restoring
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


@command(
    app, "restore", _("Put a backup in the hall file's place; what was there is kept."), writes=True
)
def restore(
    desk: Desk, file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup."))]
) -> Reply:
    """Looked through first; one step, or the file stays as it was."""
    found = restoring.restore(desk.hall, file)
    return Reply(found, _said_of(found, dry_run=desk.dry_run))


def _said_of(found: restoring.Restored, *, dry_run: bool) -> list[Note]:
    """What was exchanged, what is lost by it, and what to do next."""
    values = found._asdict()
    if found.already:
        return [Note("restore.already", values=values)]
    if found.aside is None:
        return [Note("restore.fresh", values=values)]
    done = Note("restore.done", values=values)
    if found.lost is None:
        return [done, Note("restore.unreadable", values=values)]
    if not found.lost:
        return [done, Note("restore.nothing_lost", values=values)]
    return [done, Note("restore.lost" if dry_run else "restore.lost_after", values=values)]


@command(app, "erase", _("Remove personal data of people who are gone, for ever."), writes=True)
def erase(
    desk: Desk,
    number: Annotated[
        list[str] | None, typer.Argument(metavar="NO", help=_("Numbers of staff or applicants."))
    ] = None,
    before: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=_("Everybody whose last day was before this one.")),
    ] = None,
    reason: Annotated[
        str, typer.Option(help=_("Why; kept for ever, without naming anybody."))
    ] = "",
) -> Reply:
    """What the regulation asks to keep stays under a pseudonym; nothing brings the rest back."""
    found = erasing.erase(desk.hall, number or (), desk.maybe_day(before), reason)
    values = {"count": len(found.pseudonyms), "rows": found.rows, "entries": found.entries,
              "pseudonyms": _few(found.pseudonyms)}  # fmt: skip
    code = "erase.trial" if desk.dry_run else "erase.done"
    if found.pseudonyms:
        desk.hall.note("erase.elsewhere", folder=str(desk.path.absolute().parent))
    if found.signed:
        desk.hall.note("erase.signed", number=found.signed)
    if found.shared:
        desk.hall.note("erase.shared", number=found.shared)
    if found.skipped:
        desk.hall.note("erase.skipped", numbers=_few(found.skipped))
    return Reply(found, [Note(code if found.pseudonyms else "erase.nobody_gone", values=values)])


def _few(words: Sequence[str]) -> Sequence[str]:
    """Some words as they are; of many the first and the last."""
    return words if len(words) <= 10 else [*words[:3], "…", words[-1]]
