"""Putting a backup in the hall file's place: what it lacks is counted, and one step exchanges them."""

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

from hallctl.store.hall_file import put_in_place


class Beyond(NamedTuple):
    """The entries of a hall file that another one does not have."""

    entries: int
    first_at: str | None
    last_at: str | None
    head_digest: str | None


_BEYOND = """
SELECT count(*), min(at), max(at), (SELECT digest FROM entry ORDER BY entry_no DESC LIMIT 1)
FROM entry WHERE entry_no > ? AND command <> 'db restore'
"""


def beyond(db: sqlite3.Connection, other: sqlite3.Connection) -> Beyond:
    """What a file holds after the last entry that it shares with another; restorings do not count."""
    shared = 0
    theirs = {row[0]: row[1] for row in other.execute("SELECT entry_no, digest FROM entry")}
    for number, digest in db.execute("SELECT entry_no, digest FROM entry ORDER BY entry_no"):
        if theirs.get(number) != digest:
            break
        shared = number
    return Beyond(*db.execute(_BEYOND, (shared,)).fetchone())


def exchange(made: Path, path: Path, aside: Path) -> None:
    """Give a finished file another's name in one step; what stood there stays under ``aside``.

    A journal that a crashed program left belongs to the old file and goes with it: SQLite would play
    it back into the new one.
    """
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    journal = path.with_name(path.name + "-journal")
    if path.exists():
        put_in_place(path, aside)
        if journal.exists():
            journal.rename(aside.with_name(aside.name + "-journal"))
    if path.exists():
        made.replace(path)
        _sync_folder(path.parent)
    else:  # a file system without hard links: the old file was moved
        put_in_place(made, path)
        made.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(opened)
        os.close(opened)
