"""Complaints and what was done about each; who complained lies apart, sealed."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Ground
from hallctl.store.writing import Writing, canonical, sha256

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What a query code is written in: nothing that looks like something else."""
CODE_LENGTH = 8


class ComplaintRow(NamedTuple):
    """One complaint as it was received; without its complainant."""

    complaint_no: str
    channel: str
    about: str
    """staff, window, case or officer."""
    kind: str | None
    staff_no: str | None
    window_no: str | None
    case_no: str | None
    matter: str | None
    on: date
    received_at: datetime
    ref: str | None = None
    anonymous: bool = False
    """Whether it is followed by a query code."""
    entry_no: int = 0


class Step(NamedTuple):
    """One step: accepted, found or replied."""

    step_id: int
    kind: str
    at: datetime
    by_no: str
    finding: str | None
    note: str | None
    lateness: str | None


class Identity(NamedTuple):
    """Who complained."""

    name: str
    contact: str | None


class Reveal(NamedTuple):
    """One look at a sealed identity."""

    at: datetime
    by_no: str
    reason: str


_COMPLAINT = """
SELECT complaint_no, channel, about, kind, staff_no, window_no, case_no, matter, on_date,
       received_at, ref, code_digest IS NOT NULL, entry_no
FROM complaint c WHERE voided_by IS NULL
"""
_REPLIED = (
    "EXISTS (SELECT 1 FROM complaint_event e WHERE e.complaint_no = c.complaint_no"
    " AND e.kind = 'replied' AND e.voided_by IS NULL)"
)


def next_no(db: sqlite3.Connection, year: int) -> str:
    """The next number of a year, such as T2026-0001; only within the transaction that uses it."""
    row = db.execute(
        "SELECT max(complaint_no) FROM complaint WHERE complaint_no GLOB ?", (f"T{year}-[0-9]*",)
    ).fetchone()
    return f"T{year}-{int(row[0].partition('-')[2]) + 1 if row[0] else 1:04d}"


def new_code(random: Callable[[int], bytes] = os.urandom) -> str:
    """A query code that nobody can guess; ``random`` gives so many bytes."""
    wanted = ""
    while len(wanted) < CODE_LENGTH:
        # a byte beyond the last whole round of the alphabet would make its first letters likelier
        wanted += "".join(
            ALPHABET[byte % len(ALPHABET)]
            for byte in random(CODE_LENGTH)
            if byte < 256 // len(ALPHABET) * len(ALPHABET)
        )
    return wanted[:CODE_LENGTH]


def add_complaint(writing: Writing, row: ComplaintRow, code: str | None) -> None:
    """Record a complaint; of its query code only a digest is kept."""
    writing.add(
        "complaint", complaint_no=row.complaint_no, channel=row.channel, about=row.about,
        kind=row.kind, staff_no=row.staff_no, window_no=row.window_no, case_no=row.case_no,
        matter=row.matter, on_date=row.on, received_at=row.received_at, ref=row.ref,
        code_digest=_digest(code) if code else None,
    )  # fmt: skip


def seal(writing: Writing, complaint_no: str, who: Identity) -> None:
    """Lay down who complained, apart."""
    writing.add(
        "sealed_identity", complaint_no=complaint_no, name=who.name, contact=who.contact,
        salt=os.urandom(16).hex(),
    )  # fmt: skip


def add_step(
    writing: Writing, complaint_no: str, kind: str, at: datetime, by_no: str, *,
    finding: str | None = None, note: str | None = None, lateness: str | None = None,
    ground: Ground | None = None,
) -> None:  # fmt: skip
    """Record what was done about a complaint."""
    writing.add(
        "complaint_event", complaint_no=complaint_no, kind=kind, at=at, by_no=by_no,
        finding=finding, note=note, lateness=lateness,
        ground=canonical(ground._asdict()) if ground else None,
    )  # fmt: skip


def add_reveal(writing: Writing, complaint_no: str, at: datetime, by_no: str, reason: str) -> None:
    """Record that somebody looks at who complained."""
    writing.add(
        "complaint_reveal", complaint_no=complaint_no, at=at, by_no=by_no, reason=reason
    )  # fmt: skip


def unseal(writing: Writing, complaint_no: str) -> Identity | None:
    """Who complained; only within a transaction that recorded the look. None for an anonymous one."""
    looked = writing.db.execute(
        "SELECT 1 FROM complaint_reveal WHERE complaint_no = ? AND entry_no = ?",
        (complaint_no, writing.entry_no),
    ).fetchone()
    if looked is None:
        raise ValueError("nobody looks at a sealed identity unrecorded")
    row = _identity(writing.db, complaint_no)
    return Identity(*row) if row else None


def is_named(db: sqlite3.Connection, complaint_no: str) -> bool:
    """Whether a complaint has a sealed identity."""
    return _identity(db, complaint_no) is not None


def gives_away(db: sqlite3.Connection, complaint_no: str, text: str) -> bool:
    """Whether a text names who complained."""
    row = _identity(db, complaint_no)
    return row is not None and names(Identity(*row), text)


def names(who: Identity, text: str) -> bool:
    """Whether a text holds somebody's name or contact, however it is spaced."""
    plain = _plain(text)
    return any(_plain(word) in plain for word in who if word)


def complaint(db: sqlite3.Connection, complaint_no: str) -> ComplaintRow | None:
    """One complaint."""
    row = db.execute(_COMPLAINT + " AND complaint_no = ?", (complaint_no,)).fetchone()
    return _row(row) if row else None


def by_ref(db: sqlite3.Connection, ref: str) -> ComplaintRow | None:
    """The complaint recorded with this outside reference."""
    row = db.execute(_COMPLAINT + " AND ref = ?", (ref,)).fetchone()
    return _row(row) if row else None


def by_code(db: sqlite3.Connection, code: str) -> ComplaintRow | None:
    """The complaint that a query code belongs to."""
    row = db.execute(_COMPLAINT + " AND code_digest = ?", (_digest(code),)).fetchone()
    return _row(row) if row else None


def between(db: sqlite3.Connection, from_on: date, to_on: date) -> list[ComplaintRow]:
    """The complaints received over some days, both included, oldest first."""
    rows = db.execute(
        _COMPLAINT + " AND received_at >= ? AND received_at < date(?, '+1 day')"
        " ORDER BY received_at, complaint_no",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_row(row) for row in rows]


def unanswered(db: sqlite3.Connection) -> list[ComplaintRow]:
    """The complaints that still wait for a reply, oldest first; those about the officer wait elsewhere."""
    rows = db.execute(
        f"{_COMPLAINT} AND about <> 'officer' AND NOT {_REPLIED} ORDER BY received_at, complaint_no"
    )
    return [_row(row) for row in rows]


def steps(db: sqlite3.Connection, complaint_no: str) -> list[Step]:
    """What was done about a complaint, oldest first."""
    rows = db.execute(
        "SELECT id, kind, at, by_no, finding, note, lateness FROM complaint_event"
        " WHERE complaint_no = ? AND voided_by IS NULL ORDER BY id",
        (complaint_no,),
    )
    return [Step(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:]) for row in rows]


def reveals(db: sqlite3.Connection, complaint_no: str) -> list[Reveal]:
    """Every look at who complained, oldest first; undoing its record does not undo the look."""
    rows = db.execute(
        "SELECT at, by_no, reason FROM complaint_reveal WHERE complaint_no = ? ORDER BY id",
        (complaint_no,),
    )
    return [Reveal(datetime.fromisoformat(row[0]), row[1], row[2]) for row in rows]


def violations_of(db: sqlite3.Connection, complaint_no: str) -> list[str]:
    """The violations that were proposed because of a complaint."""
    rows: Iterable[sqlite3.Row] = db.execute(
        "SELECT violation_no FROM violation WHERE complaint_no = ? AND voided_by IS NULL"
        " ORDER BY violation_no",
        (complaint_no,),
    )
    return [row[0] for row in rows]


def found_right(db: sqlite3.Connection, from_on: date, to_on: date) -> list[str]:
    """The complaints whose newest finding of some days (both included) is that they are right."""
    rows = db.execute(
        "SELECT e.complaint_no FROM complaint_event e JOIN complaint c"
        " ON c.complaint_no = e.complaint_no AND c.voided_by IS NULL WHERE e.id = ("
        " SELECT max(id) FROM complaint_event WHERE complaint_no = e.complaint_no AND kind = 'found'"
        " AND voided_by IS NULL AND at < date(:to_on, '+1 day'))"
        " AND e.finding IN ('yes', 'partly') AND e.at >= :from_on ORDER BY e.complaint_no",
        {"from_on": from_on.isoformat(), "to_on": to_on.isoformat()},
    )
    return [row[0] for row in rows]


def letters_between(db: sqlite3.Connection, from_on: date, to_on: date) -> int:
    """How many letters to departments rest on complaints and are dated in some days, both included."""
    row = db.execute(
        "SELECT count(*) FROM leader_letter WHERE voided_by IS NULL AND complaint_no IS NOT NULL"
        " AND on_date BETWEEN ? AND ?",
        (from_on.isoformat(), to_on.isoformat()),
    ).fetchone()
    return int(row[0])


def _identity(db: sqlite3.Connection, complaint_no: str) -> tuple[str, str | None] | None:
    row = db.execute(
        "SELECT name, contact FROM sealed_identity WHERE complaint_no = ? AND voided_by IS NULL",
        (complaint_no,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def _plain(text: str) -> str:
    return "".join(one for one in text if one.isalnum()).casefold()


def _digest(code: str) -> str:
    return sha256(code.strip().upper().replace("-", ""))


def _row(row: sqlite3.Row) -> ComplaintRow:
    number, channel, about, kind, staff_no, window_no, case_no, matter = row[:8]
    return ComplaintRow(
        number, channel, about, kind, staff_no, window_no, case_no, matter,
        date.fromisoformat(row[8]), datetime.fromisoformat(row[9]), row[10], bool(row[11]), row[12],
    )  # fmt: skip
