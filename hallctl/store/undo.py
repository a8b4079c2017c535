"""Undoing one transaction: void what it wrote, restore what it voided, refuse when others rest on it."""

import sqlite3

from hallctl.store.schema import columns_pointing_at, fact_tables, key_column
from hallctl.store.writing import Writing

LIVES = {
    "staff": ("staff_no", ("staff_version",)),
    "service_window": ("window_no", ("window_version",)),
    "service_item": ("item_code", ("item_version",)),
}
"""Numbers that are never voided exist as long as one of these rows about them stands."""

HISTORIES = {
    "staff_version": "staff_no",
    "assignment": "staff_no",
    "departure": "staff_no",
    "meeting": "meeting_no",
    "work_log": "log_no",
    "staff_card": "card_no",
    "window_version": "window_no",
    "window_hours": "window_no",
    "item_version": "item_code",
    "item_offer": "item_code",
    "case_event": "case_no",
    "case_material": "case_no",
    "case_fee": "voucher_no",
    "case_fix": "case_rating_id",
    "violation_event": "violation_no",
    "swap_event": "swap_request_id",
    "spot_check_event": "spot_check_id",
    "slip_print": "slip_no",
    "complaint_event": "complaint_no",
    "violation_statement": "violation_no",
    "dismissal_kept": "staff_no",
}
"""Tables whose later rows about one key rest on its earlier ones."""


def resting_on(db: sqlite3.Connection, entry_no: int) -> list[int]:
    """The later standing entries that rest on what ``entry_no`` wrote, oldest first."""
    found: set[int] = set()
    facts = fact_tables(db)
    written = [table for table in facts if _wrote(db, table, entry_no)]
    for table in written:
        found |= _entries(
            db,
            f"SELECT voided_by FROM {table} WHERE entry_no = ? AND voided_by IS NOT NULL",
            entry_no,
        )
        if key := HISTORIES.get(table):
            found |= _entries(
                db,
                f"SELECT later.entry_no FROM {table} mine JOIN {table} later"
                f" ON later.{key} = mine.{key} WHERE mine.entry_no = ? AND mine.voided_by IS NULL"
                " AND later.entry_no > mine.entry_no AND later.voided_by IS NULL",
                entry_no,
            )
        found |= _pointing_at_rows(db, facts, table, entry_no)
    for target, (key, versions) in LIVES.items():
        for version in set(versions) & set(written):
            found |= _pointing_at_numbers(db, facts, (target, key, version), entry_no)
    found.discard(entry_no)
    return sorted(found)


def void_entry(writing: Writing, entry_no: int) -> dict[str, int]:
    """Void all rows that ``entry_no`` wrote and restore all rows that it voided; counts per table."""
    counts: dict[str, int] = {}
    for table in fact_tables(writing.db):
        key = key_column(writing.db, table)
        written = [
            row[0]
            for row in writing.db.execute(
                f"SELECT {key} FROM {table} WHERE entry_no = ? AND voided_by IS NULL", (entry_no,)
            )
        ]
        count = writing.void(table, key, written)
        restored = writing.restore(table, entry_no)
        if count or restored:
            counts[table] = count + restored
    return counts


def _wrote(db: sqlite3.Connection, table: str, entry_no: int) -> bool:
    """Whether an entry wrote rows into a table; few tables of the many."""
    sql = f"SELECT 1 FROM {table} WHERE entry_no = ? LIMIT 1"
    return db.execute(sql, (entry_no,)).fetchone() is not None


def _entries(db: sqlite3.Connection, sql: str, *values: object) -> set[int]:
    return {row[0] for row in db.execute(sql, values)}


def _pointing_at_rows(
    db: sqlite3.Connection, facts: list[str], target: str, entry_no: int
) -> set[int]:
    """Standing rows of other entries whose foreign key names a row of ``target``."""
    key = key_column(db, target)
    found: set[int] = set()
    for table in facts:
        for column in columns_pointing_at(db, table, target):
            found |= _entries(
                db,
                f"SELECT theirs.entry_no FROM {target} mine JOIN {table} theirs"
                f" ON theirs.{column} = mine.{key} WHERE mine.entry_no = ?"
                " AND mine.voided_by IS NULL AND theirs.voided_by IS NULL",
                entry_no,
            )
    return found


def _pointing_at_numbers(
    db: sqlite3.Connection, facts: list[str], lives: tuple[str, str, str], entry_no: int
) -> set[int]:
    """Standing rows whose staff, window or item would be left without any standing version."""
    target, key, version = lives
    found: set[int] = set()
    for table in facts:
        for column in columns_pointing_at(db, table, target):
            found |= _entries(
                db,
                f"SELECT theirs.entry_no FROM {version} mine JOIN {table} theirs"
                f" ON theirs.{column} = mine.{key} WHERE mine.entry_no = ?"
                " AND mine.voided_by IS NULL AND theirs.voided_by IS NULL"
                f" AND NOT EXISTS (SELECT 1 FROM {version} other WHERE other.{key} = mine.{key}"
                " AND other.voided_by IS NULL AND other.entry_no <> ?)",
                entry_no,
                entry_no,
            )
    return found
