"""Care of the hall file: the chain of entries, undo, checks, backups."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Conflict, NotFound
from hallctl.office.hall import Hall
from hallctl.store import cases, checking, entries, keeping, undo
from hallctl.store.checking import Finding
from hallctl.store.entries import EntryRow
from hallctl.store.hall_file import open_file, telling
from hallctl.store.migrate import migrate, pending


class Entry(NamedTuple):
    """One line of the audit log."""

    entry_no: int
    at: datetime
    actor_no: str
    command: str
    summary: str
    voids: int | None
    voided_by: int | None


def log(hall: Hall, limit: int | None) -> list[Entry]:
    """The newest ``limit`` entries, newest last."""
    with telling(hall.path):
        return [_entry(row) for row in entries.entries(hall.db, limit)]


class Verified(NamedTuple):
    """What a check of the chain found; ``head_digest`` belongs on paper, against a cut tail."""

    entries: int
    head_entry_no: int | None
    head_digest: str | None
    findings: Sequence[Finding]


def verify(hall: Hall) -> Verified:
    """Recompute the chain and the digest of every row that every entry wrote."""
    with telling(hall.path):
        findings = [*checking.check_chain(hall.db), *checking.check_rows(hall.db)]
        return _verified(hall, findings)


def check(hall: Hall) -> Verified:
    """SQLite's own checks, foreign keys, the chain, every row, and the lists derived from them."""
    with telling(hall.path):
        findings = [
            *checking.check_sqlite(hall.db),
            *checking.check_chain(hall.db),
            *checking.check_rows(hall.db),
            *checking.check_cases(hall.db),
        ]
        return _verified(hall, findings)


class Backup(NamedTuple):
    """A finished copy of the hall file."""

    path: str
    entry_no: int
    digest: str


def backup(hall: Hall, target: Path | None) -> Backup:
    """Copy the hall file; the name says up to which entry it goes.

    ``target`` is a folder, made if need be, or the name of a new file that ends in .db; raises Conflict
    when the file exists.
    """
    with telling(hall.path):
        head = entries.head(hall.db)
    if head is None:
        raise NotFound("audit.empty")
    name = f"{hall.path.stem}-{hall.now:%Y%m%d-%H%M%S}-{head.entry_no}-{head.digest[:12]}.db"
    path = target or hall.path.parent / "backup"
    if path.is_dir() or path.suffix != ".db":
        path = path / name
    with telling(path):
        if not hall.dry_run:
            path.parent.mkdir(parents=True, exist_ok=True)
            keeping.copy_to(hall.db, path)
    return Backup(str(path), head.entry_no, head.digest)


class Migrated(NamedTuple):
    """A hall file brought to the schema of this program, and the copy made before."""

    path: str
    applied: Sequence[int]
    """Numbers of the migrations."""
    backup: str | None
    already: bool | None = None


def migrate_file(hall: Hall) -> Migrated:
    """Bring an older hall file to this program's schema in one transaction, after a backup.

    Raises HallFileTrouble when the file cannot be used or is newer than this program.
    """
    with telling(hall.path), closing(open_file(hall.path, older=True)) as db:
        if not pending(db):
            return Migrated(str(hall.path), (), None, already=True)
        stem = f"{hall.path.stem}-{hall.now:%Y%m%d-%H%M%S}-before"
        names = (f"{stem}{n or ''}.db" for n in count())
        folder = hall.path.parent / "backup"
        copy = next(path for name in names if not (path := folder / name).exists())
        if not hall.dry_run:
            copy.parent.mkdir(parents=True, exist_ok=True)
            keeping.copy_to(db, copy)
        applied = migrate(db, keep=not hall.dry_run)
    return Migrated(str(hall.path), applied, str(copy))


class Undone(NamedTuple):
    """One transaction voided, and what that changed, in rows per table."""

    entry_no: int
    command: str
    at: datetime
    rows: Mapping[str, int]


def undo_entry(hall: Hall, entry_no: int | None) -> Undone:
    """Void one transaction by counter-entries; without a number, the newest that can be undone.

    Raises NotFound for an unknown entry, Conflict when it was undone, is an undo, is ``init``, or
    when later acts rest on it (they are listed).
    """
    with hall.writing("undo") as work:
        row = entries.entry(hall.db, entry_no) if entry_no else entries.newest_undoable(hall.db)
        if row is None:
            raise NotFound("undo.unknown" if entry_no else "undo.nothing", entry_no=entry_no)
        _require_undoable(row)
        later = undo.resting_on(hall.db, row.entry_no)
        if later:
            listed = [entry for no in later if (entry := entries.entry(hall.db, no))]
            raise Conflict(
                "undo.rested_on",
                entry_no=row.entry_no,
                later=[f"{one.entry_no} {one.command}" for one in listed],
                newest=later[-1],
            )
        touched = cases.touched_by(hall.db, row.entry_no)
        counts = undo.void_entry(work, row.entry_no)
        cases.rebuild_now(hall.db, touched)
        work.tell(counts, entry=row.entry_no)
        work.voids = row.entry_no
    return Undone(row.entry_no, row.command, datetime.fromisoformat(row.at), counts)


def _require_undoable(row: EntryRow) -> None:
    if row.voids is not None:
        raise Conflict("undo.is_an_undo", entry_no=row.entry_no, voids=row.voids)
    if row.voided_by is not None:
        raise Conflict("undo.already", entry_no=row.entry_no, by=row.voided_by)
    if row.command in entries.NEVER_UNDONE:
        code = "undo.is_init" if row.command == "init" else "undo.is_final"
        raise Conflict(code, entry_no=row.entry_no, command=row.command)


def _verified(hall: Hall, findings: Sequence[Finding]) -> Verified:
    head = entries.head(hall.db)
    count = head.entry_no if head else 0
    return Verified(count, head and head.entry_no, head and head.digest, findings)


def _entry(row: EntryRow) -> Entry:
    return Entry(
        row.entry_no, datetime.fromisoformat(row.at), row.actor_no, row.command,
        " ".join(_summary(row)), row.voids, row.voided_by,
    )  # fmt: skip


def _summary(row: EntryRow) -> Iterator[str]:
    for key, value in [*row.did.items(), *row.args.items()]:
        if key != "sha256":
            shown = ",".join(map(str, value)) if isinstance(value, list) else value
            yield f"{key}={shown}"
