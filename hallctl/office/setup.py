"""Making the hall file, and the facts that only the college knows."""

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import Conflict, Usage
from hallctl.office import notices
from hallctl.office.hall import SETUP, Hall, act
from hallctl.store import days as store_days
from hallctl.store import halls
from hallctl.store.hall_file import create_file, put_in_place, telling
from hallctl.store.halls import HallFacts, TermRow
from hallctl.store.migrate import migrate
from hallctl.store.writing import Writing

HALL_NAME = "“一站式”学生服务大厅"
NOONS = ("straight", "turns", "closed")


class Founding(NamedTuple):
    """What ``init`` was told; None where nothing was said."""

    effective_from: date
    college: str | None = None
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    noon: str | None = None


class Founded(NamedTuple):
    """The hall file and its facts."""

    path: str
    college: str
    hall: str
    phone: str | None
    email: str | None
    effective_from: date
    noon: str
    years: int
    """How many years of the national calendar are recorded."""
    already: bool | None = None


def found_hall(hall: Hall, told: Founding) -> Founded:
    """Create the hall file with its facts and the national calendar; again with the same facts is fine.

    The file is made whole beside its place and then linked there: it never exists half-made.
    Raises Conflict when the file holds other facts, Usage for an unknown noon choice.
    """
    if told.noon is not None and told.noon not in NOONS:
        raise Usage("init.bad_noon", value=told.noon, known=NOONS)
    if hall.path.exists():
        return _already(hall, told)
    with telling(hall.path):
        if not hall.dry_run:
            hall.path.parent.mkdir(parents=True, exist_ok=True)
        folder = tempfile.mkdtemp(
            prefix=".hallctl-", dir=None if hall.dry_run else hall.path.parent
        )
        try:
            made = Path(folder) / "hall.db"
            found = _make(made, hall, told)
            if not hall.dry_run:
                put_in_place(made, hall.path)
        finally:
            shutil.rmtree(folder)
    return found._replace(path=str(hall.path))


def _make(path: Path, hall: Hall, told: Founding) -> Founded:
    db = create_file(path)
    try:
        migrate(db)
    finally:
        db.close()
    trial = Hall(path, hall.now, SETUP)
    try:
        return _write(trial, told)
    finally:
        trial.close()


def _write(hall: Hall, told: Founding) -> Founded:
    facts = HallFacts(
        told.college or "", told.name or HALL_NAME, told.phone, told.email,
        told.effective_from, told.noon or "straight",
    )  # fmt: skip
    with hall.writing("init") as work:
        halls.add_hall(work, facts)
        years = notices.package_years()
        for year, (source, named) in sorted(years.items()):
            store_days.add_year(work, year, source, named)
        work.tell({"years": len(years)}, effective_from=facts.effective_from, noon=facts.noon)
    return _founded(hall.path, facts, len(years))


def _already(hall: Hall, told: Founding) -> Founded:
    facts = hall.facts
    said = {key: value for key, value in told._asdict().items() if value is not None}
    other = {
        key: getattr(facts, key) for key, value in said.items() if getattr(facts, key) != value
    }
    if other:
        raise Conflict(
            "init.other_facts", path=str(hall.path), fields=sorted(other),
            recorded=[f"{key}={value}" for key, value in sorted(other.items())],
        )  # fmt: skip
    return _founded(hall.path, facts, len(hall.recorded_years))._replace(already=True)


def _founded(path: Path, facts: HallFacts, years: int) -> Founded:
    return Founded(
        str(path), facts.college, facts.name, facts.phone, facts.email, facts.effective_from,
        facts.noon, years,
    )  # fmt: skip


class Term(NamedTuple):
    """A term with its first and last day."""

    term: str
    week1_on: date
    weeks: int
    last_on: date
    already: bool | None = None


@act("term add")
def add_term(hall: Hall, work: Writing, name: str, week1_on: date, weeks: int) -> Term:
    """Record a term; the same again is fine, other facts or an overlap are a Conflict."""
    years = re.fullmatch(r"(\d{4})-(\d{4})-([12])", name)
    if not years or int(years[2]) != int(years[1]) + 1:
        raise Usage("term.bad_name", value=name)
    if week1_on.isoweekday() != 1:
        raise Usage("term.not_a_monday", value=week1_on)
    if not 1 <= weeks <= 60:
        raise Usage("term.bad_weeks", value=weeks)
    wanted = TermRow(name, week1_on, weeks)
    for recorded in halls.terms(hall.db):
        if recorded == wanted:
            return _term(recorded)._replace(already=True)
        if recorded.term == name or _overlap(recorded, wanted):
            raise Conflict("term.other_facts", **_term(recorded)._asdict())
    halls.add_term(work, wanted)
    work.tell({"term": name}, week1_on=week1_on, weeks=weeks)
    return _term(wanted)


def terms(hall: Hall) -> list[Term]:
    """All terms by their first Monday."""
    return [_term(row) for row in halls.terms(hall.db)]


def _overlap(one: TermRow, other: TermRow) -> bool:
    return one.week1_on <= _term(other).last_on and other.week1_on <= _term(one).last_on


def _term(row: TermRow) -> Term:
    return Term(*row, last_on=date.fromordinal(row.week1_on.toordinal() + 7 * row.weeks - 1))
