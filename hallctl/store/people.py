"""Staff: who they are, and who serves where on a given day."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from hallctl.model import Role
from hallctl.store.writing import Writing


class Person(NamedTuple):
    """A person with the assignment in force on the day that was asked for."""

    staff_no: str
    name: str
    faculty: str | None
    class_name: str | None
    phone: str | None
    role: Role | None
    window_no: str | None
    started_on: date | None
    ended_on: date | None
    badge_no: str | None = None

    def serves_on(self, day: date) -> bool:
        """Whether the assignment covers ``day`` (both ends included)."""
        return (
            self.started_on is not None
            and self.started_on <= day
            and (self.ended_on is None or day <= self.ended_on)
        )


class Version(NamedTuple):
    """What is known about a person from now on."""

    name: str
    faculty: str | None
    class_name: str | None
    phone: str | None
    badge_no: str | None = None


class Assignment(NamedTuple):
    """Who serves where from ``started_on`` to ``ended_on``, both included."""

    staff_no: str
    role: Role
    window_no: str | None
    started_on: date
    ended_on: date | None


# The newest standing version of each person; the assignment with the latest start not after the day,
# else (for people who start later) the first one to come.
_PERSON = """
SELECT v.staff_no, v.name, v.faculty, v.class_name, v.phone,
       a.role, a.window_no, a.started_on, a.ended_on, v.badge_no
FROM staff_version v
LEFT JOIN assignment a ON a.id = coalesce(
  (SELECT id FROM assignment WHERE staff_no = v.staff_no AND voided_by IS NULL
   AND started_on <= :day ORDER BY started_on DESC, id DESC LIMIT 1),
  (SELECT id FROM assignment WHERE staff_no = v.staff_no AND voided_by IS NULL
   ORDER BY started_on, id LIMIT 1))
WHERE v.id = (SELECT max(id) FROM staff_version WHERE staff_no = v.staff_no AND voided_by IS NULL)
"""


def person(db: sqlite3.Connection, staff_no: str, day: date) -> Person | None:
    """One person by number, with the assignment in force on ``day``; None when unknown."""
    row = db.execute(
        _PERSON + " AND v.staff_no = :no", {"day": day.isoformat(), "no": staff_no}
    ).fetchone()
    return _person(row) if row else None


def named(db: sqlite3.Connection, name: str, day: date) -> list[Person]:
    """Everybody whose current name is exactly ``name``."""
    rows = db.execute(_PERSON + " AND v.name = :name", {"day": day.isoformat(), "name": name})
    return [_person(row) for row in rows]


def everybody(db: sqlite3.Connection, day: date) -> list[Person]:
    """All people ever known, by window and number, with the assignment in force on ``day``."""
    sql = _PERSON + " ORDER BY a.window_no, a.role, v.staff_no"
    return [_person(row) for row in db.execute(sql, {"day": day.isoformat()})]


def officers(db: sqlite3.Connection, day: date) -> list[str]:
    """The numbers of those who are the full-time officer on ``day`` (one, by Art. 5)."""
    return [
        row[0]
        for row in db.execute(
            "SELECT staff_no FROM assignment a WHERE role = 'officer' AND voided_by IS NULL"
            " AND started_on <= :day AND (ended_on IS NULL OR ended_on >= :day)"
            " AND NOT EXISTS (SELECT 1 FROM assignment later WHERE later.staff_no = a.staff_no"
            "  AND later.voided_by IS NULL AND later.started_on <= :day"
            "  AND (later.started_on, later.id) > (a.started_on, a.id)) ORDER BY staff_no",
            {"day": day.isoformat()},
        )
    ]


def serving_at(db: sqlite3.Connection, window_no: str, role: Role, day: date) -> list[Person]:
    """Those who serve at one window in one role on ``day``, by number."""
    rows = db.execute(
        _PERSON + " AND v.staff_no IN (SELECT staff_no FROM assignment WHERE window_no = :window"
        " AND role = :role AND voided_by IS NULL) AND a.window_no = :window AND a.role = :role"
        " ORDER BY v.staff_no",
        {"day": day.isoformat(), "window": window_no, "role": role.value},
    )
    return [found for row in rows if (found := _person(row)).serves_on(day)]


def assignments(db: sqlite3.Connection, staff_no: str) -> Iterator[Assignment]:
    """One person's standing assignments, oldest first."""
    for row in db.execute(
        "SELECT staff_no, role, window_no, started_on, ended_on FROM assignment"
        " WHERE staff_no = ? AND voided_by IS NULL ORDER BY started_on, id",
        (staff_no,),
    ):
        yield Assignment(row[0], Role(row[1]), row[2], date.fromisoformat(row[3]), _date(row[4]))


def unknown(db: sqlite3.Connection, staff_nos: Iterable[str]) -> list[str]:
    """Those of the given numbers that no standing person has."""
    return [
        no
        for no in staff_nos
        if not db.execute(
            "SELECT 1 FROM staff_version WHERE staff_no = ? AND voided_by IS NULL LIMIT 1", (no,)
        ).fetchone()
    ]


def version_of(one: Person) -> Version:
    """What is known about a person."""
    return Version(one.name, one.faculty, one.class_name, one.phone, one.badge_no)


def add_version(writing: Writing, staff_no: str, version: Version) -> None:
    """Record who a number is from now on."""
    writing.know("staff", "staff_no", staff_no)
    writing.add("staff_version", staff_no=staff_no, **version._asdict())


def add_assignment(writing: Writing, row: Assignment) -> None:
    """Record who serves where from a day on."""
    writing.know("staff", "staff_no", row.staff_no)
    writing.add("assignment", **row._asdict())


def void_assignment(writing: Writing, staff_no: str, started_on: date | None) -> None:
    """Void one person's assignment that began on a day, because its dates were corrected."""
    rows = writing.db.execute(
        "SELECT id FROM assignment WHERE staff_no = ? AND started_on IS ? AND voided_by IS NULL",
        (staff_no, started_on and started_on.isoformat()),
    ).fetchall()
    writing.void("assignment", "id", [row[0] for row in rows])


def _person(row: sqlite3.Row) -> Person:
    return Person(
        row[0], row[1], row[2], row[3], row[4],
        Role(row[5]) if row[5] else None, row[6], _date(row[7]), _date(row[8]), row[9],
    )  # fmt: skip


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
