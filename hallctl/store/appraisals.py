"""Conduct, weekly scores, published weeks and service stars."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from hallctl.model import Ground
from hallctl.store.writing import Writing, canonical, sha256


class ConductRow(NamedTuple):
    """Something that was seen: praise, or an incident of a kind."""

    staff_no: str
    kind: str
    on: date
    note: str


class ScoreRow(NamedTuple):
    """What somebody was given for a week, and by whom."""

    staff_no: str
    score: int
    remark: str
    by_no: str


class Publication(NamedTuple):
    """A published week, both days included."""

    week: str
    from_on: date
    to_on: date
    at: datetime
    by_no: str
    digest: str


class StoredLine(NamedTuple):
    """One person's line of a published week with its ground, as they were that day."""

    week: str
    staff_no: str
    line: Mapping[str, Any]
    ground: Ground | None


class AwardRow(NamedTuple):
    """A service star of a term."""

    term: str
    staff_no: str
    decided_on: date
    by_no: str
    note: str
    evidence: Mapping[str, Any]


def add_conduct(writing: Writing, row: ConductRow) -> None:
    """Record what was seen."""
    writing.add("conduct_note", staff_no=row.staff_no, kind=row.kind, on_date=row.on, note=row.note)


def conduct(db: sqlite3.Connection, from_on: date, to_on: date) -> list[ConductRow]:
    """Everything seen in a range of days (both included), by day."""
    rows = db.execute(
        "SELECT staff_no, kind, on_date, note FROM conduct_note WHERE voided_by IS NULL"
        " AND on_date BETWEEN ? AND ? ORDER BY on_date, id",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [ConductRow(row[0], row[1], date.fromisoformat(row[2]), row[3]) for row in rows]


def set_score(writing: Writing, week: str, row: ScoreRow) -> None:
    """Record a score; the standing one of the same week and person is voided."""
    standing = writing.db.execute(
        "SELECT id FROM week_score WHERE week = ? AND staff_no = ? AND voided_by IS NULL",
        (week, row.staff_no),
    ).fetchone()
    if standing:
        writing.void("week_score", "id", [standing[0]])
    writing.add("week_score", week=week, **row._asdict())


def scores(db: sqlite3.Connection, week: str) -> dict[str, ScoreRow]:
    """The standing scores of a week by person."""
    rows = db.execute(
        "SELECT staff_no, score, remark, by_no FROM week_score WHERE week = ? AND voided_by IS NULL",
        (week,),
    )
    return {row[0]: ScoreRow(*row) for row in rows}


def publication(db: sqlite3.Connection, week: str) -> Publication | None:
    """A week as it was published, None while it is a draft."""
    row = db.execute(_PUBLICATION + " AND week = ?", (week,)).fetchone()
    return _publication(row) if row else None


def publications(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Publication]:
    """The published weeks that end in a range of days (both included), oldest first."""
    rows = db.execute(
        _PUBLICATION + " AND to_on BETWEEN ? AND ? ORDER BY to_on",
        (from_on.isoformat(), to_on.isoformat()),
    )
    return [_publication(row) for row in rows]


def publish(
    writing: Writing, row: Publication, lines: Sequence[tuple[Mapping[str, object], Ground | None]]
) -> None:
    """Keep a week as it is now, every line resting on its score."""
    number = writing.add("week_publication", **row._asdict())
    given = {
        one[0]: one[1]
        for one in writing.db.execute(
            "SELECT staff_no, id FROM week_score WHERE week = ? AND voided_by IS NULL", (row.week,)
        )
    }
    for line, ground in lines:
        writing.add(
            "week_line", week_publication_id=number, staff_no=line["staff_no"],
            week_score_id=given.get(str(line["staff_no"])), line=canonical(line),
            ground=canonical(ground._asdict() if ground else None),
        )  # fmt: skip


def digest_of(lines: Sequence[Mapping[str, object]]) -> str:
    """The digest that stands for the lines of a published week."""
    return sha256(canonical(lines))


def lines(
    db: sqlite3.Connection, from_on: date, to_on: date, staff_no: str | None = None
) -> list[StoredLine]:
    """The lines of all published weeks that end in a range of days, oldest week first."""
    only = " AND l.staff_no = :no" if staff_no else ""
    rows = db.execute(
        "SELECT p.week, l.staff_no, l.line, l.ground FROM week_publication p"
        " JOIN week_line l ON l.week_publication_id = p.id AND l.voided_by IS NULL"
        f" WHERE p.voided_by IS NULL AND p.to_on BETWEEN :first AND :last{only}"
        " ORDER BY p.to_on, l.id",
        {"first": from_on.isoformat(), "last": to_on.isoformat(), "no": staff_no},
    )
    return [StoredLine(row[0], row[1], json.loads(row[2]), _ground(row[3])) for row in rows]


def add_award(writing: Writing, row: AwardRow) -> None:
    """Record a service star."""
    writing.add("star_award", **{**row._asdict(), "evidence": canonical(row.evidence)})


def add_basis(writing: Writing, term: str, from_on: date, to_on: date) -> None:
    """Record on which published weeks a term's stars are named, so that none of them is undone."""
    rows = writing.db.execute(
        "SELECT id FROM week_publication WHERE voided_by IS NULL AND to_on BETWEEN ? AND ? ORDER BY to_on",
        (from_on.isoformat(), to_on.isoformat()),
    ).fetchall()
    for row in rows:
        writing.add("star_basis", term=term, week_publication_id=row[0])


def awards(db: sqlite3.Connection, term: str) -> list[AwardRow]:
    """The service stars of a term, in the order they were named."""
    rows = db.execute(
        "SELECT term, staff_no, decided_on, by_no, note, evidence FROM star_award"
        " WHERE term = ? AND voided_by IS NULL ORDER BY id",
        (term,),
    )
    return [
        AwardRow(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], json.loads(row[5]))
        for row in rows
    ]


_PUBLICATION = (
    "SELECT week, from_on, to_on, at, by_no, digest FROM week_publication WHERE voided_by IS NULL"
)


def _publication(row: sqlite3.Row) -> Publication:
    return Publication(
        row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]),
        datetime.fromisoformat(row[3]), row[4], row[5],
    )  # fmt: skip


def _ground(text: str) -> Ground | None:
    found = json.loads(text)
    return Ground(**found) if found else None
