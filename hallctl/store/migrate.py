"""Numbered SQL migrations, each applied whole or not at all, and the guards over all fact tables."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from hallctl.store import schema
from hallctl.store.hall_file import APPLICATION_ID

_GUARD = """
DROP TRIGGER IF EXISTS {table}_is_never_deleted;
DROP TRIGGER IF EXISTS {table}_is_never_replaced;
DROP TRIGGER IF EXISTS {table}_is_never_changed;
CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
CREATE TRIGGER {table}_is_never_replaced BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE OF {columns} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""


def migrations() -> list[tuple[int, str]]:
    """All migrations shipped, as (number, SQL), in order."""
    folder = files("hallctl.store") / "migrations"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:4]), entry.read_text(encoding="utf-8")) for entry in found)


def migrate(db: sqlite3.Connection, *, keep: bool = True) -> list[int]:
    """Apply every migration above the file's version in one transaction; returns their numbers.

    A migration may rebuild a table: foreign keys are off meanwhile and checked before the commit.
    With ``keep`` false everything is rolled back, to learn whether it would work.
    """
    db.execute("PRAGMA foreign_keys = OFF")  # no effect within a transaction
    db.execute("BEGIN IMMEDIATE")
    try:
        applied = _apply(db)
        db.execute("COMMIT" if keep else "ROLLBACK")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")
    return applied


def pending(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """The migrations above the file's version, as (number, SQL), in order."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    return [(number, sql) for number, sql in migrations() if number > version]


def _apply(db: sqlite3.Connection) -> list[int]:
    applied = pending(db)
    for _number, sql in applied:
        for statement in statements(sql):
            db.execute(statement)
    if applied:
        _guard_facts(db)
        if broken := db.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"foreign key of {broken[0]}:{broken[1]}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {applied[-1][0]}")
    return [number for number, _sql in applied]


def statements(sql: str) -> Iterator[str]:
    """Split a script into single statements (``executescript`` would commit on its own)."""
    waiting = ""
    for line in sql.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _guard_facts(db: sqlite3.Connection) -> None:
    """Give every table of facts, and the chain itself, its append-only triggers, columns added included."""
    for table in [*schema.known_tables(db), "entry"]:
        columns = ", ".join(schema.plain_columns(db, table))
        sql = _GUARD.format(table=table, key=schema.key_column(db, table), columns=columns)
        for statement in statements(sql):
            db.execute(statement)
