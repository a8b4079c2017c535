"""The hall itself, its dated decisions and its terms."""

import json
import sqlite3
from datetime import date
from typing import NamedTuple

from hallctl.store.writing import Writing


class HallFacts(NamedTuple):
    """What only the college knew when the hall file was made."""

    college: str
    name: str
    phone: str | None
    email: str | None
    effective_from: date
    noon: str


class DecisionRow(NamedTuple):
    """One dated decision over a shipped figure; ``value`` is what the JSON said."""

    name: str
    value: object
    from_on: date
    decided_by: str
    decided_on: date
    note: str
    entry_no: int


class TermRow(NamedTuple):
    """A term: its name such as 2026-2027-1, the Monday of week 1, and how many weeks."""

    term: str
    week1_on: date
    weeks: int


def hall_facts(db: sqlite3.Connection) -> HallFacts | None:
    """The standing hall row, None before ``init`` has finished."""
    row = db.execute(
        "SELECT college, name, phone, email, effective_from, noon FROM hall"
        " WHERE voided_by IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row and HallFacts(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), row[5])


def add_hall(writing: Writing, facts: HallFacts) -> None:
    """Record the hall's facts."""
    writing.add("hall", **facts._asdict())


def decisions(db: sqlite3.Connection) -> list[DecisionRow]:
    """All standing decisions in the order they were recorded."""
    return [
        DecisionRow(
            row["name"],
            json.loads(row["value"]),
            date.fromisoformat(row["from_on"]),
            row["decided_by"],
            date.fromisoformat(row["decided_on"]),
            row["note"] or "",
            row["entry_no"],
        )
        for row in db.execute("SELECT * FROM decision WHERE voided_by IS NULL ORDER BY id")
    ]


def add_decision(writing: Writing, row: DecisionRow) -> None:
    """Record one decision; an earlier one of the same day stays and is overtaken."""
    writing.add(
        "decision",
        name=row.name,
        value=json.dumps(row.value, ensure_ascii=False),
        from_on=row.from_on,
        decided_by=row.decided_by,
        decided_on=row.decided_on,
        note=row.note or None,
    )


def terms(db: sqlite3.Connection) -> list[TermRow]:
    """All terms by their first Monday."""
    return [
        TermRow(row[0], date.fromisoformat(row[1]), row[2])
        for row in db.execute(
            "SELECT term, week1_on, weeks FROM term WHERE voided_by IS NULL ORDER BY week1_on"
        )
    ]


def add_term(writing: Writing, row: TermRow) -> None:
    """Record a term."""
    writing.add("term", **row._asdict())
