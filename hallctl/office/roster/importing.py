"""The staff roster imported from spreadsheets (Art. 5, 6)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import RowError
from hallctl.model import Role
from hallctl.office.hall import Hall, act
from hallctl.office.imports import Count, Imported, row_count, settle_rows
from hallctl.office.places import window_numbers
from hallctl.sheets import roster as sheets
from hallctl.sheets.read import Parsed
from hallctl.sheets.roster import RosterLine
from hallctl.store import people
from hallctl.store.people import Assignment, Person
from hallctl.store.writing import Writing


class _Wanted(NamedTuple):
    """What a line of the file makes of a person: the version's facts and the assignment."""

    name: str
    faculty: str | None
    class_name: str | None
    phone: str | None
    badge_no: str | None
    assignment: Assignment


def import_roster(
    hall: Hall, paths: Sequence[Path], mapping: Mapping[str, str], on: date, *, skip_bad: bool
) -> Imported:
    """Record the people of some files as one; a changed window or role counts from ``on``.

    An absent column keeps what is recorded, an empty cell clears what may be empty. People who are
    not in the file stay. Raises BadInput with every bad row.
    """
    files = [path.name for path in paths]
    return _record_all(hall, sheets.parse_roster(paths, mapping), files, on, skip_bad)


@act("roster import")
def _record_all(
    hall: Hall,
    work: Writing,
    parsed: Parsed[RosterLine],
    files: list[str],
    on: date,
    skip_bad: bool,
) -> Imported:
    known = {person.staff_no: person for person in people.everybody(hall.db, on)}
    numbers = window_numbers(hall)
    errors = [
        error for line in parsed.rows if (error := _fault(line, known.get(line.staff_no), numbers))
    ]
    errors += _second_officers(parsed.rows, known, on)
    errors += _badges_taken(parsed.rows, known, on)
    good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    count = Count()
    for line in good:
        before = known.get(line.staff_no)
        wanted = _wanted(line, before, numbers, on)
        if not _record(work, line.staff_no, wanted, before):
            count.unchanged += 1
            continue
        if before and before.name != wanted.name:
            hall.note("roster.renamed", staff_no=line.staff_no, old=before.name, new=wanted.name)
        count.note(line.staff_no, new=before is None)
    work.tell(count.told(), file=files, sha256=parsed.sha256, on=on)
    there = {line.staff_no for line in parsed.rows}
    absent = [no for no, person in known.items() if no not in there and person.serves_on(on)]
    found = count.imported(row_count(parsed), rejected=rejected, sha256=parsed.sha256)
    return found._replace(not_in_file=absent or None)


def _fault(line: RosterLine, before: Person | None, numbers: Mapping[str, str]) -> RowError | None:
    role = line.role or (before.role if before else None)
    window = _window_word(line, before)
    if role is None:
        return RowError("roster.role_missing", line.sheet, line.row, "岗位", line.role or "")
    if role != Role.OFFICER and not window:
        return RowError("roster.window_missing", line.sheet, line.row, "窗口", "")
    if role != Role.OFFICER and window not in numbers:
        return RowError("imports.unknown_window", line.sheet, line.row, "窗口", window)
    started = line.started_on or (before.started_on if before else None)
    if line.ended_on and started and line.ended_on < started:
        return RowError(
            "roster.ends_before_start", line.sheet, line.row, "离岗日期", str(line.ended_on)
        )
    return None


def _second_officers(
    lines: Sequence[RosterLine], known: Mapping[str, Person], on: date
) -> Iterator[RowError]:
    """Article 5 knows exactly one officer: every further one in the file is an error."""
    said = {line.staff_no: line for line in lines}
    officers = {
        no
        for no, one in known.items()
        if no not in said and one.role == Role.OFFICER and one.serves_on(on)
    }
    for line in lines:
        before = known.get(line.staff_no)
        role = line.role or (before.role if before else None)
        ended = line.ended_on is not None and line.ended_on < on
        if role == Role.OFFICER and not ended:
            if officers:
                yield RowError(
                    "roster.second_officer", line.sheet, line.row, "岗位", line.name,
                    {"other": sorted(officers)[0]},
                )  # fmt: skip
            officers.add(line.staff_no)


def _badges_taken(
    lines: Sequence[RosterLine], known: Mapping[str, Person], on: date
) -> Iterator[RowError]:
    """A badge is worn by one serving person only (Art. 14)."""
    said = {line.staff_no: line.badge_no for line in lines if line.badge_no is not None}
    wearers: dict[str, str] = {}
    for no, one in known.items():
        badge = said.get(no, one.badge_no)
        if badge and no not in said and one.serves_on(on):
            wearers[badge] = no
    for line in lines:
        if not line.badge_no or (line.ended_on is not None and line.ended_on < on):
            continue
        other = wearers.setdefault(line.badge_no, line.staff_no)
        if other != line.staff_no:
            yield RowError(
                "roster.badge_taken", line.sheet, line.row, "工牌号", line.badge_no,
                {"other": other},
            )  # fmt: skip


def _window_word(line: RosterLine, before: Person | None) -> str:
    if line.window is not None:
        return line.window
    return (before.window_no if before else None) or ""


def _wanted(
    line: RosterLine, before: Person | None, numbers: Mapping[str, str], on: date
) -> _Wanted:
    def settled(said: str | None, recorded: str | None) -> str | None:
        return recorded if said is None else said or None

    role = (
        Role(line.role) if line.role else (before.role if before and before.role else Role.STUDENT)
    )
    window_no = None if role == Role.OFFICER else numbers[_window_word(line, before)]
    moved = before is None or (before.role, before.window_no) != (role, window_no)
    recorded_start = before.started_on if before and before.started_on else on
    started_on = line.started_on or (on if moved else recorded_start)
    ended_on = line.ended_on or (None if moved or before is None else before.ended_on)
    return _Wanted(
        line.name,
        settled(line.faculty, before.faculty if before else None),
        settled(line.class_name, before.class_name if before else None),
        settled(line.phone, before.phone if before else None),
        settled(line.badge_no, before.badge_no if before else None),
        Assignment(line.staff_no, role, window_no, started_on, ended_on),
    )


def _record(work: Writing, staff_no: str, wanted: _Wanted, before: Person | None) -> bool:
    """Write what differs; whether anything did."""
    version = people.Version(*wanted[:5])
    changed = False
    if before is None or version != people.version_of(before):
        people.add_version(work, staff_no, version)
        changed = True
    recorded = before and (before.role, before.window_no, before.started_on, before.ended_on)
    if recorded != wanted.assignment[1:]:
        if before and recorded and recorded[:2] == wanted.assignment[1:3]:
            people.void_assignment(work, staff_no, before.started_on)
        people.add_assignment(work, wanted.assignment)
        changed = True
    return changed
