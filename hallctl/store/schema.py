"""What the tables say about themselves; sqlite-utils reads it, over the same connection."""

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database
from sqlite_utils.db import Table


def tables(db: sqlite3.Connection) -> Iterator[Table]:
    """Every table, in the order it was created."""
    book = Database(db)
    rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    return (book.table(row[0]) for row in rows.fetchall())


def fact_tables(db: sqlite3.Connection) -> list[str]:
    """The tables whose rows can be voided: the facts."""
    return [table.name for table in tables(db) if "voided_by" in table.columns_dict]


def known_tables(db: sqlite3.Connection) -> list[str]:
    """The tables whose rows name the entry that wrote them: facts and the numbers they hang on."""
    return [
        table.name
        for table in tables(db)
        if "entry_no" in table.columns_dict and table.name not in {"entry", "entry_detail"}
    ]


def key_column(db: sqlite3.Connection, table: str) -> str:
    """The single primary key column of a table."""
    key: str = Database(db).table(table).pks[0]
    return key


def plain_columns(db: sqlite3.Connection, table: str) -> list[str]:
    """The columns that never change once written."""
    return [name for name in Database(db).table(table).columns_dict if name != "voided_by"]


def columns_pointing_at(db: sqlite3.Connection, table: str, target: str) -> list[str]:
    """The columns of a table that are foreign keys to another."""
    keys = Database(db).table(table).foreign_keys
    return [str(key.column) for key in keys if key.other_table == target]
