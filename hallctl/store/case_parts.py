"""The parts of a case: its papers (Art. 25) and its departments' verdicts (Art. 8)."""

import sqlite3
from datetime import datetime
from typing import NamedTuple

from hallctl.store.writing import Writing


class Paper(NamedTuple):
    """One paper at one time: ``missing`` on the one notice (Art. 25) or ``taken`` at the counter."""

    name: str
    state: str
    reason: str | None = None


class Step(NamedTuple):
    """One department's part in a joint case (Art. 8), with its verdict once there is one."""

    step_id: int
    step: int
    department: str
    verdict: str | None
    decided_by: str | None
    at: datetime | None
    within_days: int | None = None
    """Working days from acceptance within which the department has to decide."""


def add_paper(writing: Writing, case_no: str, paper: Paper) -> None:
    """Record one paper as missing or taken."""
    writing.add("case_material", case_no=case_no, **paper._asdict())


def papers(db: sqlite3.Connection, case_no: str) -> list[Paper]:
    """Every standing paper row of a case, oldest first."""
    rows = db.execute(
        "SELECT name, state, reason FROM case_material WHERE case_no = ? AND voided_by IS NULL"
        " ORDER BY id",
        (case_no,),
    )
    return [Paper(*row) for row in rows]


def add_step(writing: Writing, case_no: str, step: int, department: str, within_days: int) -> None:
    """Record one department's part of a joint case, and its limit in working days from acceptance."""
    writing.add(
        "case_step", case_no=case_no, step=step, department=department, within_days=within_days
    )


def add_decision(
    writing: Writing, case_no: str, step_id: int, verdict: str, decided_by: str, at: datetime,
    note: str | None,
) -> None:  # fmt: skip
    """Record one department's verdict."""
    writing.add(
        "case_decision", case_no=case_no, case_step_id=step_id, verdict=verdict,
        decided_by=decided_by, at=at, note=note,
    )  # fmt: skip


def steps(db: sqlite3.Connection, case_no: str) -> list[Step]:
    """The departments of a joint case in order, with their verdicts."""
    rows = db.execute(
        "SELECT s.id, s.step, s.department, d.verdict, d.decided_by, d.at, s.within_days FROM case_step s"
        " LEFT JOIN case_decision d ON d.case_step_id = s.id AND d.voided_by IS NULL"
        " WHERE s.case_no = ? AND s.voided_by IS NULL ORDER BY s.step, s.id",
        (case_no,),
    )
    return [
        Step(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            datetime.fromisoformat(row[5]) if row[5] else None,
            row[6],
        )
        for row in rows
    ]
