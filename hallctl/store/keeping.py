"""Whole-file care: a consistent copy, and proof that the copy can be read."""

import os
import sqlite3
from pathlib import Path

from hallctl.store.hall_file import open_file, put_in_place


def copy_to(db: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy with mode 0600 under a name that must not exist yet.

    The copy is made beside its place, synced and opened for a check before it gets its name;
    raises FileExistsError when the name is taken.
    """
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        os.close(os.open(waiting, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        db.execute("VACUUM INTO ?", (str(waiting),))  # accepts an empty file, keeps its mode
        with waiting.open("rb+") as file:
            os.fsync(file.fileno())
        copy = open_file(waiting, older=True)
        said = copy.execute("PRAGMA integrity_check").fetchone()[0]
        copy.close()
        if said != "ok":
            raise sqlite3.DatabaseError(said)
        put_in_place(waiting, target)
    finally:
        waiting.unlink(missing_ok=True)
