"""Answers to surveys about the windows, and all ratings of a period by window (Art. 33)."""

import sqlite3
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl.store.writing import Writing


class Answer(NamedTuple):
    """One nameless answer; survey, serial and the time of submission say which."""

    survey: str
    serial: str
    at: datetime
    window_no: str
    level: int
    comment: str | None


class CaseRating(NamedTuple):
    """The rating of a case at its window."""

    case_no: str
    at: datetime
    window_no: str
    level: int
    comment: str | None


def add_answer(writing: Writing, row: Answer) -> None:
    """Record one answer."""
    writing.add("survey_answer", **row._asdict())


def answer(db: sqlite3.Connection, survey: str, serial: str, at: datetime) -> Answer | None:
    """The answer that is on record under a number and time."""
    row = db.execute(
        _ANSWER + " AND survey = ? AND serial = ? AND at = ?", (survey, serial, at.isoformat())
    ).fetchone()
    return _answer(row) if row else None


def answers(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Answer]:
    """The answers of a period (both ends included), by time."""
    rows = db.execute(_ANSWER + " AND at >= ? AND at < ? ORDER BY at, id", _span(from_on, to_on))
    return [_answer(row) for row in rows]


def case_ratings(db: sqlite3.Connection, from_on: date, to_on: date) -> list[CaseRating]:
    """The ratings of cases of a period (both ends included), by time."""
    rows = db.execute(
        "SELECT r.case_no, r.at, f.window_no, r.level, r.comment FROM case_rating r"
        " JOIN case_file f ON f.case_no = r.case_no AND f.voided_by IS NULL"
        " WHERE r.voided_by IS NULL AND r.at >= ? AND r.at < ? ORDER BY r.at, r.id",
        _span(from_on, to_on),
    )
    return [CaseRating(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in rows]


_ANSWER = "SELECT survey, serial, at, window_no, level, comment FROM survey_answer WHERE voided_by IS NULL"


def _answer(row: sqlite3.Row) -> Answer:
    return Answer(row[0], row[1], datetime.fromisoformat(row[2]), row[3], row[4], row[5])


def _span(from_on: date, to_on: date) -> tuple[str, str]:
    return from_on.isoformat(), (to_on + timedelta(days=1)).isoformat()
