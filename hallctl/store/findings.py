"""What people decided about single shifts: corrections, spot checks, excuses (Art. 14, 23)."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from hallctl.model import Correction, Part
from hallctl.store.writing import Writing


class CorrectionRow(NamedTuple):
    """One correction with who vouches for it; ``beyond`` the limits only with the officer's reason."""

    shift_no: str
    staff_no: str
    in_at: datetime | None
    out_at: datetime | None
    reason: str
    witness_no: str
    by_no: str
    beyond: bool


class Check(NamedTuple):
    """One spot check with where it stands: noted, contested, upheld or dropped."""

    check_no: int
    shift_no: str
    staff_no: str
    at: datetime
    to_at: datetime | None
    witness_no: str
    by_no: str
    note: str | None
    state: str
    said: str | None
    """The reason of the newest step."""


class Excuse(NamedTuple):
    """A fault that the officer excuses."""

    shift_no: str
    staff_no: str
    reason: str
    by_no: str


_IN_DAYS = (
    " JOIN duty_shift d ON d.id = f.duty_shift_id WHERE f.voided_by IS NULL"
    " AND d.voided_by IS NULL AND d.on_date BETWEEN ? AND ?"
)


def add_correction(writing: Writing, row: CorrectionRow) -> int:
    """Record a correction."""
    values = row._asdict()
    return writing.add("correction", duty_shift_id=int(values.pop("shift_no")), **values)


def corrections(db: sqlite3.Connection, from_on: date, to_on: date) -> list[CorrectionRow]:
    """Standing corrections of the shifts of some days (both included), oldest first."""
    rows = db.execute(
        f"SELECT f.* FROM correction f{_IN_DAYS} ORDER BY f.id", _days(from_on, to_on)
    )
    return [_correction(row) for row in rows]


def corrections_of(db: sqlite3.Connection, shift_no: str, staff_no: str) -> list[CorrectionRow]:
    """Standing corrections of one shift of one person, oldest first."""
    rows = db.execute(
        "SELECT * FROM correction WHERE duty_shift_id = ? AND staff_no = ? AND voided_by IS NULL"
        " ORDER BY id",
        (int(shift_no), staff_no),
    )
    return [_correction(row) for row in rows]


def acts_of_correction(db: sqlite3.Connection, staff_no: str, from_on: date, to_on: date) -> int:
    """How many acts corrected one person's shifts of some days: a week in bulk is one."""
    found = db.execute(
        f"SELECT count(DISTINCT f.entry_no) FROM correction f{_IN_DAYS} AND f.staff_no = ?",
        (*_days(from_on, to_on), staff_no),
    ).fetchone()
    return int(found[0])


def add_check(
    writing: Writing,
    shift_no: str,
    staff_no: str,
    at: datetime,
    to_at: datetime | None,
    witness_no: str,
    by_no: str,
    note: str | None,
) -> int:
    """Record that somebody was not at the post; returns the number of the check."""
    return writing.add(
        "spot_check", duty_shift_id=int(shift_no), staff_no=staff_no, at=at, to_at=to_at,
        witness_no=witness_no, by_no=by_no, note=note,
    )  # fmt: skip


def add_check_step(
    writing: Writing, check_no: int, state: str, by_no: str, at: datetime, reason: str
) -> None:
    """Record that a check is contested, upheld or dropped."""
    writing.add(
        "spot_check_event", spot_check_id=check_no, state=state, by_no=by_no, at=at, reason=reason
    )


_CHECK = """
SELECT f.*, v.state, v.reason AS said FROM spot_check f
JOIN duty_shift d ON d.id = f.duty_shift_id AND d.voided_by IS NULL
LEFT JOIN spot_check_event v ON v.id = (SELECT max(id) FROM spot_check_event
  WHERE spot_check_id = f.id AND voided_by IS NULL)
WHERE f.voided_by IS NULL
"""


def check(db: sqlite3.Connection, check_no: int) -> Check | None:
    """One spot check by its number."""
    row = db.execute(_CHECK + " AND f.id = ?", (check_no,)).fetchone()
    return _check(row) if row else None


def checks(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Check]:
    """The spot checks of some days (both included), dropped ones too, in the order of the day."""
    sql = _CHECK + " AND d.on_date BETWEEN ? AND ? ORDER BY f.at, f.id"
    return [_check(row) for row in db.execute(sql, _days(from_on, to_on))]


def add_excuse(writing: Writing, row: Excuse) -> int:
    """Record an excuse."""
    values = row._asdict()
    return writing.add("excuse", duty_shift_id=int(values.pop("shift_no")), **values)


def excuses(db: sqlite3.Connection, from_on: date, to_on: date) -> list[Excuse]:
    """Standing excuses of the shifts of some days (both included)."""
    rows = db.execute(f"SELECT f.* FROM excuse f{_IN_DAYS} ORDER BY f.id", _days(from_on, to_on))
    return [
        Excuse(str(row["duty_shift_id"]), row["staff_no"], row["reason"], row["by_no"])
        for row in rows
    ]


def as_corrections(rows: Iterable[CorrectionRow]) -> dict[str, list[Correction]]:
    """Corrections per person, as judging takes them."""
    found: dict[str, list[Correction]] = {}
    for row in rows:
        found.setdefault(row.staff_no, []).append(Correction(row.shift_no, row.in_at, row.out_at))
    return found


def left_post(rows: Iterable[Check]) -> dict[str, Mapping[str, list[Part]]]:
    """Per person and shift, when nobody was at the post; dropped checks say nothing."""
    found: dict[str, dict[str, list[Part]]] = {}
    for row in rows:
        if row.state != "dropped":
            part = Part(row.at, row.to_at or row.at)
            found.setdefault(row.staff_no, {}).setdefault(row.shift_no, []).append(part)
    return {no: dict(parts) for no, parts in found.items()}


def _days(from_on: date, to_on: date) -> tuple[str, str]:
    return from_on.isoformat(), to_on.isoformat()


def _correction(row: sqlite3.Row) -> CorrectionRow:
    return CorrectionRow(
        str(row["duty_shift_id"]), row["staff_no"], _instant(row["in_at"]), _instant(row["out_at"]),
        row["reason"], row["witness_no"], row["by_no"], bool(row["beyond"]),
    )  # fmt: skip


def _check(row: sqlite3.Row) -> Check:
    return Check(
        row["id"], str(row["duty_shift_id"]), row["staff_no"], datetime.fromisoformat(row["at"]),
        _instant(row["to_at"]), row["witness_no"], row["by_no"], row["note"],
        row["state"] or "noted", row["said"],
    )  # fmt: skip


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
