"""A backup takes the hall file's place: looked through first, and what it replaces is kept."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from hallctl.errors import HallError, HallFileTrouble, NotFound
from hallctl.office.hall import Hall
from hallctl.store import checking, keeping, restoring
from hallctl.store.checking import Finding
from hallctl.store.hall_file import SCHEMA, open_file, telling


class Restored(NamedTuple):
    """What a backup changes: entries of the file that it does not have, and the other way round."""

    path: str
    backup: str
    lost: int | None
    """Entries that are not in the backup; None when the old file cannot be read."""
    lost_from_at: datetime | None
    lost_to_at: datetime | None
    gained: int | None
    """Entries that only the backup has."""
    aside: str | None
    """Where the old file lies now."""
    already: bool | None = None


def restore(hall: Hall, backup: Path) -> Restored:
    """Look a backup through, move the hall file aside, and put a copy of the backup in its place.

    Raises NotFound without a backup, HallFileTrouble for one that is damaged or of another schema, and
    for a hall file that others are using; then nothing was changed.
    """
    if not backup.exists():
        raise NotFound("restore.no_backup", path=str(backup))
    if hall.path.exists() and backup.samefile(hall.path):
        raise HallFileTrouble("restore.itself", path=str(backup))
    with telling(backup), closing(_opened(backup)) as source:
        if found := _findings(source):
            raise HallFileTrouble(
                "restore.damaged", path=str(backup), count=len(found), first=found[0].where
            )
        with _current(hall) as current:
            return _exchanged(hall, backup, source, current)


def _exchanged(
    hall: Hall, backup: Path, source: Connection, current: Connection | None
) -> Restored:
    lost = restoring.beyond(current, source) if current else None
    gained = restoring.beyond(source, current).entries if current else None
    aside = _free_name(hall) if hall.path.exists() else None
    found = Restored(
        str(hall.path), str(backup),
        lost and lost.entries, _instant(lost and lost.first_at), _instant(lost and lost.last_at),
        gained, str(aside) if aside else None,
    )  # fmt: skip
    if current and not found.lost and not gained and not _findings(current):
        return found._replace(aside=None, already=True)
    made = hall.path.with_name(f".{hall.path.name}.{os.getpid()}")
    try:
        hall.path.parent.mkdir(parents=True, exist_ok=True)
        keeping.copy_to(source, made)
        _told(hall, made, lost, aside)
        if not hall.dry_run:
            restoring.exchange(made, hall.path, aside or made)
    finally:
        made.unlink(missing_ok=True)
    return found


def _told(hall: Hall, made: Path, lost: restoring.Beyond | None, aside: Path | None) -> None:
    """Record in the copy, before it gets its name, what it replaces; the officer of the backup's day."""
    copy = Hall(made, hall.now, hall.actor_said, dry_run=hall.dry_run)
    try:
        copy.require_officer("5")
        with copy.writing("db restore") as work:
            work.add(
                "restoration", lost=lost.entries if lost else 0,
                lost_digest=lost and lost.head_digest, aside=aside and aside.name,
            )  # fmt: skip
            work.tell({"lost": lost.entries if lost else None})
        hall.notes += copy.notes
    finally:
        copy.close()


@contextmanager
def _current(hall: Hall) -> Iterator[Connection | None]:
    """The hall file, locked against everybody; None when there is none, or when it is damaged."""
    db = None
    try:
        if hall.path.exists():
            db = open_file(hall.path, hall.patience, older=True)
            with telling(hall.path):
                db.execute("BEGIN EXCLUSIVE")
                db.execute("SELECT count(*) FROM entry WHERE digest > ''").fetchone()
    except HallError as error:
        if db is not None:
            db.close()
        if error.code == "hall_file.busy":
            raise HallFileTrouble("restore.busy", path=str(hall.path)) from error
        db = None
    try:
        yield db
    finally:
        if db is not None:
            db.execute("ROLLBACK")
            db.close()


def _opened(backup: Path) -> Connection:
    try:
        return open_file(backup)
    except HallFileTrouble as error:
        if error.code == "hall_file.older":
            raise HallFileTrouble(
                "restore.older", path=str(backup), found=error.values["found"], known=SCHEMA
            ) from error
        raise


def _findings(db: Connection) -> Sequence[Finding]:
    return [
        *checking.check_sqlite(db), *checking.check_chain(db), *checking.check_rows(db),
        *checking.check_cases(db),
    ]  # fmt: skip


def _free_name(hall: Hall) -> Path:
    stem = f"{hall.path.stem}-{hall.now:%Y%m%d-%H%M%S}-replaced"
    names = (hall.path.with_name(f"{stem}{n or ''}.db") for n in count())
    return next(path for path in names if not path.exists())


def _instant(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
