"""Taps that wait beside a hall file that cannot be written just now.

A small SQLite file of its own: several readers may add to it and write from it at once, and what it
acknowledged survives a power cut. It stays when it is empty: removing a file that another process has
open would lose what that one adds.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

PATIENCE_SECONDS = 2.0
_MADE = """CREATE TABLE IF NOT EXISTS tap (
  id INTEGER PRIMARY KEY AUTOINCREMENT, said TEXT NOT NULL, at TEXT NOT NULL, way TEXT
) STRICT"""


class Tap(NamedTuple):
    """One tap as the reader sent it: who, when, and in or out where that was said."""

    said: str
    at: datetime
    way: str | None = None
    kept_as: int | None = None
    """Its number in the file, None when it is only in memory."""


def beside(hall_file: Path) -> Path:
    """Where the taps of a hall file wait."""
    return hall_file.with_name(hall_file.name + ".waiting")


def keep(hall_file: Path, tap: Tap) -> Tap:
    """Keep a tap; raises OSError or sqlite3.Error when that is impossible too."""
    with _opened(beside(hall_file)) as db:
        db.execute(_MADE)
        cursor = db.execute(
            "INSERT INTO tap (said, at, way) VALUES (?, ?, ?)",
            (tap.said, tap.at.isoformat(), tap.way),
        )
        return tap._replace(kept_as=cursor.lastrowid)


def kept(hall_file: Path) -> list[Tap]:
    """Every tap that waits, in the order they came; none when there is no such file."""
    path = beside(hall_file)
    if not path.is_file() or not path.stat().st_size:
        return []
    with _opened(path) as db:
        db.execute(_MADE)
        rows = db.execute("SELECT said, at, way, id FROM tap ORDER BY id").fetchall()
    return [Tap(row[0], datetime.fromisoformat(row[1]), row[2], row[3]) for row in rows]


def settled(hall_file: Path, tap: Tap) -> None:
    """Forget a tap that stands in the hall file now, or was refused."""
    if tap.kept_as is not None:
        with _opened(beside(hall_file)) as db:
            db.execute("DELETE FROM tap WHERE id = ?", (tap.kept_as,))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    new = not path.exists()
    db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE_SECONDS)
    try:
        if new:
            path.chmod(0o600)
        db.execute("PRAGMA synchronous = EXTRA")
        yield db
    finally:
        db.close()
