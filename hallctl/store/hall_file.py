"""Opening, creating and naming the troubles of the one SQLite file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hallctl.errors import Conflict, HallError, HallFileTrouble

APPLICATION_ID = 0x48414C4C
"""The letters HALL; tells a hall file from any other SQLite file."""

SCHEMA = 27
"""The newest migration this program knows; a constant so that opening lists no folder."""

BUSY_SECONDS = 10.0

Rows = list[sqlite3.Row]


def open_file(
    path: Path, patience: float = BUSY_SECONDS, *, older: bool = False
) -> sqlite3.Connection:
    """Open an existing hall file, waiting ``patience`` seconds for others; never creates one.

    Raises HallFileTrouble for a missing, foreign, damaged or busy file or another schema version;
    with ``older`` an earlier schema is taken, to be migrated or copied as it is.
    """
    if not path.is_file():
        code = "hall_file.not_a_hall_file" if path.exists() else "hall_file.missing"
        raise HallFileTrouble(code, path=str(path))
    with telling(path):
        db = _connect(path, patience)
        try:
            _require_ours(db, path, older)
        except BaseException:
            db.close()
            raise
    return db


def _require_ours(db: sqlite3.Connection, path: Path, older: bool) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise HallFileTrouble("hall_file.not_a_hall_file", path=str(path))
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA or (version < SCHEMA and not older):
        code = "hall_file.newer" if version > SCHEMA else "hall_file.older"
        raise HallFileTrouble(code, path=str(path), found=version, known=SCHEMA)


def create_file(path: Path) -> sqlite3.Connection:
    """Create an empty file, readable by its owner only, and open it; the caller migrates it."""
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return _connect(path)


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, in one step and never over another file.

    Raises FileExistsError when the name is taken.
    """
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # file systems without hard links, such as exFAT
        made.rename(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)


def _connect(path: Path, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    # The three characters that mean something in a URI; urllib costs as much as the whole query.
    name = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    uri = f"file:{'' if name.startswith('/') else '/'}{name}?mode=rw"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    db.row_factory = sqlite3.Row
    try:
        # EXTRA also syncs the folder after the journal is removed: an acknowledged commit survives
        # a power cut. Recursive triggers let the append-only guards see INSERT OR REPLACE.
        db.execute("PRAGMA synchronous = EXTRA")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA recursive_triggers = ON")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def telling(path: Path | str) -> Iterator[None]:
    """Turn what SQLite and the file system say into a HallFileTrouble with its own code."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise trouble(error, path) from error


def trouble(error: Exception, path: Path | str) -> HallError:
    """Name one failure of SQLite or the file system."""
    if isinstance(error, sqlite3.IntegrityError):
        return Conflict("hall_file.constraint", path=str(path), said=str(error))
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        code = next((code for start, code in _SAID if name.startswith(start)), None)
        return HallFileTrouble(code or "hall_file.trouble", path=str(path), said=str(error))
    if isinstance(error, FileExistsError):
        return Conflict("hall_file.exists", path=str(path))
    return HallFileTrouble("hall_file.trouble", path=str(path), said=str(error))


_SAID = (
    ("SQLITE_BUSY", "hall_file.busy"),
    ("SQLITE_LOCKED", "hall_file.busy"),
    ("SQLITE_NOTADB", "hall_file.not_a_hall_file"),
    ("SQLITE_CORRUPT", "hall_file.damaged"),
    ("SQLITE_READONLY", "hall_file.read_only"),
    ("SQLITE_CANTOPEN", "hall_file.cannot_open"),
    ("SQLITE_FULL", "hall_file.disk_full"),
)
