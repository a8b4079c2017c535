"""Class timetables in, and free hours shown (Art. 6)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hallctl import freehours
from hallctl.errors import Conflict, NotFound, RowError, Usage
from hallctl.model import ClassSlot
from hallctl.office.hall import Hall, act
from hallctl.office.hours import clock
from hallctl.office.imports import Count, Imported, settle_rows
from hallctl.office.rostering.freehours import FreeHours
from hallctl.sheets.cells import parse_minute
from hallctl.sheets.read import Parsed
from hallctl.sheets.timetables import TimetableSheet
from hallctl.sheets.weeks import compact
from hallctl.store import halls, people, timetables
from hallctl.store.halls import TermRow
from hallctl.store.timetables import TimetableRow
from hallctl.store.writing import Writing


class Owner(NamedTuple):
    """Whose timetable it is: a person's, or that of everybody in a class."""

    staff_no: str | None
    class_name: str | None


class Said(NamedTuple):
    """What the officer said beside the files."""

    staff: str | None = None
    class_name: str | None = None
    term: str | None = None
    from_on: date | None = None


def import_timetables(
    hall: Hall, paths: Sequence[Path], mapping: Mapping[str, str], said: Said, *, skip_bad: bool
) -> Imported:
    """Record the timetables of files; one that differs takes the place of the old from a day on.

    Raises BadInput with all bad rows, NotFound for a term that is not recorded.
    """
    if said.staff and said.class_name:
        raise Usage("timetable.whose")
    term = _term(hall, said)
    parsed = _parsed(paths, mapping, term)
    return _record(hall, parsed, said, term, [path.name for path in paths], skip_bad)


@act("roster timetable import")
def _record(
    hall: Hall,
    work: Writing,
    parsed: Parsed[TimetableSheet],
    said: Said,
    term: TermRow,
    files: Sequence[str],
    skip_bad: bool,
) -> Imported:
    owned, errors = _owned(hall, parsed.rows, said)
    _good, rejected = settle_rows(hall, parsed, errors, skip_bad=skip_bad)
    recorded = timetables.of_term(hall.db, term.term)
    count = Count()
    for owner, sheets in owned.items():
        if any(one.damaged for one in sheets):  # half a timetable would leave classes out
            continue
        row = _row(hall, owner, sheets, said, term, recorded)
        before = [one for one in recorded if _same_owner(one[1], owner)]
        current = [one for one in before if one[1].from_on <= row.from_on]
        if current and timetables.classes(hall.db, current[-1][0]) == row.classes:
            count.unchanged += 1
            continue
        count.note(owner.staff_no or owner.class_name or "", new=not before)
        timetables.void(work, [one[0] for one in before if one[1].from_on == row.from_on])
        timetables.add(work, row)
    work.tell(count.told(), files=list(files), sha256=parsed.sha256, term=term.term)
    return count.imported(len(owned) + rejected, rejected=rejected, sha256=parsed.sha256)


def _term(hall: Hall, said: Said) -> TermRow:
    """The term that was named, else the one of the day, else the next to come."""
    day = said.from_on or hall.today
    for row in halls.terms(hall.db):
        last_on = row.week1_on + timedelta(days=7 * row.weeks - 1)
        if said.term == row.term or (said.term is None and day <= last_on):
            return row
    raise NotFound("timetable.no_term", term=said.term or str(day))


def _parsed(
    paths: Sequence[Path], mapping: Mapping[str, str], term: TermRow
) -> Parsed[TimetableSheet]:
    from hallctl.sheets.timetable_ics import parse_ics
    from hallctl.sheets.timetables import parse_timetable

    whole: Parsed[TimetableSheet] = Parsed([], [], [], "", [], [])
    digests = []
    for path in paths:
        if path.suffix.lower() == ".ics":
            one = parse_ics(path, term.week1_on, term.weeks)
        else:
            one = parse_timetable(path, mapping, term.weeks)
        digests.append(one.sha256)
        if len(paths) > 1:
            one = _with_file(one, path.name)
        whole = Parsed(
            whole.rows + one.rows, whole.errors + one.errors, whole.notes + one.notes, "", [], []
        )
    return whole._replace(sha256=",".join(digests))


def _with_file(parsed: Parsed[TimetableSheet], file: str) -> Parsed[TimetableSheet]:
    """The same, its sheets named with their file."""

    def named(sheet: str | None) -> str:
        return file if sheet in {None, file} else f"{file}:{sheet}"

    return parsed._replace(
        rows=[one._replace(sheet=named(one.sheet)) for one in parsed.rows],
        errors=[one._replace(sheet=named(one.sheet)) for one in parsed.errors],
    )


def _owned(
    hall: Hall, sheets: Sequence[TimetableSheet], said: Said
) -> tuple[dict[Owner, list[TimetableSheet]], list[RowError]]:
    """The timetables by whose they are; several sheets about one are taken together."""
    staff = people.everybody(hall.db, hall.today)
    known = {one.class_name: Owner(None, one.class_name) for one in staff if one.class_name}
    names: dict[str, list[str]] = {}
    for one in staff:
        names.setdefault(one.name, []).append(one.staff_no)
    unique = {name: Owner(numbers[0], None) for name, numbers in names.items() if numbers[1:] == []}
    known |= unique | {one.staff_no: Owner(one.staff_no, None) for one in staff}
    fixed = Owner(hall.person(said.staff).staff_no, None) if said.staff else None
    if said.class_name:
        fixed = Owner(None, said.class_name)
    owned: dict[Owner, list[TimetableSheet]] = {}
    errors = []
    for sheet in sheets:
        owner = fixed or next((known[name] for name in sheet.owners if name in known), None)
        if owner is None:
            several = [name for name in sheet.owners if name in names]
            code = "timetable.ambiguous_name" if several else "timetable.unknown_owner"
            value = (several or sheet.owners or ("",))[0]
            errors.append(RowError(code, sheet.sheet, sheet.row, None, value))
        else:
            owned.setdefault(owner, []).append(sheet)
    return owned, errors


def _row(
    hall: Hall,
    owner: Owner,
    sheets: Sequence[TimetableSheet],
    said: Said,
    term: TermRow,
    recorded: Sequence[tuple[int, TimetableRow]],
) -> TimetableRow:
    """The timetable to record: the first of a term from its first day, a later one from today."""
    from hallctl.sheets.timetables import joined

    first = not any(_same_owner(one[1], owner) for one in recorded)
    from_on = said.from_on or (term.week1_on if first else max(hall.today, term.week1_on))
    classes = joined(one for sheet in sheets for one in sheet.classes)
    source = "、".join(dict.fromkeys(sheet.sheet for sheet in sheets))
    return TimetableRow(term.term, *owner, from_on, source, classes)


def _same_owner(row: TimetableRow, owner: Owner) -> bool:
    return (row.staff_no, row.class_name) == owner


class ClassLine(NamedTuple):
    """One class as the timetable says it."""

    weekday: int
    periods: str
    weeks: str
    course: str
    room: str


class Span(NamedTuple):
    """A span of a day, as clock times."""

    start: str
    end: str
    course: str | None = None


class FreeDay(NamedTuple):
    """One day: its classes, and when the person could serve, the way included."""

    on: date
    weekday: int
    week: int | None
    """The teaching week whose classes run, None where none do."""
    as_weekday: int
    classes: Sequence[Span]
    free: Sequence[Span]


class TimetableShown(NamedTuple):
    """One person's timetable, and the days of a week when one was asked for."""

    staff_no: str
    name: str
    term: str
    from_on: date
    class_name: str | None
    """Set when it is the timetable of the whole class."""
    source: str
    classes: Sequence[ClassLine]
    days: Sequence[FreeDay]


def show_timetable(hall: Hall, said: str, monday: date | None) -> TimetableShown:
    """One person's timetable of the term, with the free hours of one week (from its Monday)."""
    person = hall.person(said)
    hours = FreeHours(hall)
    day = monday or _day_in_term(hall, hours)
    row = hours.timetable(person.staff_no, person.class_name, day + timedelta(days=6)) or (
        hours.timetable(person.staff_no, person.class_name, day)
    )
    if row is None:
        raise NotFound("timetable.none", name=person.name, staff_no=person.staff_no, day=day)
    found = list(_days(hall, hours, person, monday)) if monday else []
    if hours.without_times:
        hall.note("timetable.no_times", "6", periods=sorted(hours.without_times))
    return TimetableShown(
        person.staff_no, person.name, row.term, row.from_on, row.class_name, row.source,
        [_line(one) for one in row.classes], found,
    )  # fmt: skip


def _day_in_term(hall: Hall, hours: FreeHours) -> date:
    """Today, or between two terms the first day of the next."""
    terms = [row.week1_on for row in halls.terms(hall.db) if row.week1_on > hall.today]
    return hall.today if hours.term_on(hall.today) or not terms else terms[0]


def week_of_term(hall: Hall, number: int) -> date:
    """The Monday of a teaching week of the term of today, else of the next; raises NotFound."""
    term = _term(hall, Said())
    if not 1 <= number <= term.weeks:
        raise NotFound("timetable.no_week", week=number, term=term.term, weeks=term.weeks)
    return term.week1_on + timedelta(weeks=number - 1)


def _days(hall: Hall, hours: FreeHours, person: people.Person, monday: date) -> Iterator[FreeDay]:
    law = hall.law.on(max(monday, hall.facts.effective_from))
    weekly = law["hours.weekly"]
    opens, closes = (parse_minute(weekly[key]) or 0 for key in ("from", "to"))
    for on in (monday + timedelta(days=n) for n in range(7)):
        taken = hours.busy(person.staff_no, person.class_name, on)
        teaching = hours.teaching_day(on)
        spans = freehours.free(taken, opens, closes, law["duty.travel_minutes"])
        yield FreeDay(
            on, on.isoweekday(), teaching.week, teaching.weekday,
            [Span(clock(one.start), clock(one.end), one.what) for one in taken],
            [Span(clock(start), clock(end)) for start, end in spans],
        )  # fmt: skip


def _line(one: ClassSlot) -> ClassLine:
    if one.first_period is None:
        periods = f"{clock(one.start_minute or 0)}-{clock(one.end_minute or 0)}"
    elif one.first_period == one.last_period:
        periods = str(one.first_period)
    else:
        periods = f"{one.first_period}-{one.last_period}"
    return ClassLine(one.weekday, periods, compact(one.weeks), one.course, one.room)


def require_times(hours: FreeHours) -> None:
    """Raise Conflict when a class was met whose periods have no times: nobody knows when it is."""
    if hours.without_times:
        raise Conflict("timetable.no_times", article="6", periods=sorted(hours.without_times))
