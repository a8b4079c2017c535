"""Filled day sheets in: every row is the act it tells of, a sheet sent again adds only what is new."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, Conflict, HallError, NotFound, RowError
from hallctl.office.cases import closing, opening, papers
from hallctl.office.cases.sheet import find, find_item
from hallctl.office.hall import Hall
from hallctl.office.places import window_numbers
from hallctl.office.tallies import set_tallies
from hallctl.sheets.daysheets.reading import DayFile, DayLine, read_day_sheet, told_apart
from hallctl.store import cases, counter
from hallctl.store.cases import Case
from hallctl.store.counter import DayRow
from hallctl.store.writing import Writing


class FileCount(NamedTuple):
    """What one window's sheet brought."""

    file: str
    window_no: str
    on: date
    rows: int
    added: int
    unchanged: int
    rejected: int
    counts: Mapping[str, int]


class DayImported(NamedTuple):
    """What the sheets brought together."""

    rows: int
    added: int
    changed: int
    unchanged: int
    rejected: int
    file_sha256: str
    files: Sequence[FileCount]
    already: bool | None = None


class _Place(NamedTuple):
    """A readable sheet with its window."""

    file: DayFile
    window_no: str


def import_days(hall: Hall, path: Path, *, skip_bad: bool) -> DayImported:
    """Record the rows and counts of one sheet, or of every .xlsx and .xls in a folder, in one transaction.

    A row on record is left alone when it says the same and refused when it says something else. Raises
    BadInput with every bad row of every file, unless ``skip_bad``.
    """
    errors: list[RowError] = []
    sheets = list(_readable(hall, _files(path), errors))
    with hall.rehearsing("day import"):
        errors += [error for sheet in sheets for error in _acted(hall, sheet, set())]
    hall.notes.clear()  # the rehearsal's remarks would come twice
    if errors and not skip_bad:
        raise BadInput("imports.bad_rows", rows=errors, count=len(errors))
    for error in errors:
        hall.note("imports.left_out", row=error)
    bad = {(error.sheet, error.row) for error in errors}
    with hall.writing("day import") as work:
        counts = [_taken(hall, work, sheet, bad) for sheet in sheets]
        told = {"added": sum(one.added for one in counts), "files": len(counts)}
        work.tell(told, windows=[one.window_no for one in counts])
        changed = work.changed()
    for sheet in sheets:
        for note in sheet.file.notes:
            hall.note(note.code, note.article, **note.values)
    digests = ",".join(sheet.file.sha256 for sheet in sheets)
    unread = len({error.sheet for error in errors if error.row is None})
    return DayImported(
        sum(one.rows for one in counts), sum(one.added for one in counts), 0,
        sum(one.unchanged for one in counts), sum(one.rejected for one in counts) + unread, digests,
        counts, None if changed else True,
    )  # fmt: skip


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(
        one for one in path.iterdir()
        if one.suffix.lower() in {".xlsx", ".xls"} and not one.name.startswith(("~$", "."))
    )  # fmt: skip
    if not found:
        raise BadInput("day.empty_folder", path=str(path))
    return found


def _readable(hall: Hall, paths: Sequence[Path], errors: list[RowError]) -> Iterator[_Place]:
    """Every sheet that can be read and whose window is known; the others are errors of their file."""
    windows = window_numbers(hall)
    for path in paths:
        try:
            file = read_day_sheet(path)
            hall.require_in_force(file.on)
        except HallError as error:
            if len(paths) == 1:
                raise
            errors.append(RowError(error.code, path.name, values=error.values))
            continue
        if file.window not in windows:
            errors.append(RowError("imports.unknown_window", file.name, None, None, file.window))
            continue
        errors += file.errors
        window_no = windows[file.window]
        known = counter.day_rows(hall.db, window_no, file.on)
        lines = told_apart(file.lines, {key: one.digest for key, one in known.items()})
        yield _Place(file._replace(lines=lines), window_no)


def _acted(
    hall: Hall, sheet: _Place, bad: set[tuple[str | None, int | None]]
) -> Iterator[RowError]:
    """Do every row within a running transaction; what cannot be done is an error of its row."""
    known = counter.day_rows(hall.db, sheet.window_no, sheet.file.on)
    for line in sorted(sheet.file.lines, key=lambda one: (one.at, one.row)):
        if (line.sheet, line.row) in bad:
            continue
        before = known.get(line.row_key)
        if before and before.digest != line.digest:
            values = {"case_no": before.case_no}
            yield RowError("day.row_changed", line.sheet, line.row, None, line.item, values)
        elif before is None:
            try:
                with hall.writing("day import") as work:
                    _do(hall, work, sheet, line)
            except HallError as error:
                yield RowError(
                    error.code, line.sheet, line.row, None, line.applicant_no, error.values
                )
    if sheet.file.counts:
        try:
            set_tallies(hall, sheet.window_no, sheet.file.counts, sheet.file.on)
        except HallError as error:
            yield RowError(error.code, sheet.file.name, None, None, None, error.values)


def _taken(
    hall: Hall, work: Writing, sheet: _Place, bad: set[tuple[str | None, int | None]]
) -> FileCount:
    """Write one sheet; a fault now would have been one in the rehearsal, and stops everything."""
    file = sheet.file
    known = set(counter.day_rows(hall.db, sheet.window_no, file.on))
    good = [one for one in file.lines if (one.sheet, one.row) not in bad]
    if failed := [
        error for error in _acted(hall, sheet, bad) if (error.sheet, error.row) not in bad
    ]:
        raise BadInput("imports.bad_rows", rows=failed, count=len(failed))
    counter.add_day_sheet(work, sheet.window_no, file.on, file.name, file.sha256)
    new = sum(one.row_key not in known for one in good)
    rejected = len({row for name, row in bad if name == file.name and row is not None})
    return FileCount(
        file.name, sheet.window_no, file.on, len(good) + rejected, new, len(good) - new, rejected,
        file.counts,
    )  # fmt: skip


class _Row(NamedTuple):
    """One row that is being taken, within its transaction."""

    hall: Hall
    work: Writing
    window_no: str
    line: DayLine


def _do(hall: Hall, work: Writing, sheet: _Place, line: DayLine) -> None:
    case_no = ACTS[line.result](_Row(hall, work, sheet.window_no, line))
    row = DayRow(sheet.window_no, sheet.file.on, line.row_key, line.digest, case_no)
    counter.add_day_row(work, row)


def _receive(row: _Row) -> Case:
    line = row.line
    told = opening.Opening(
        line.item, line.applicant_no, line.applicant or None, line.phone or None,
        all_materials=not line.papers, missing=line.papers, window=row.window_no,
        handler=line.handler or None,
    )  # fmt: skip
    return opening.receive(row.hall, row.work, opening.with_recalled(row.hall, told), line.at)


def _close(row: _Row, case: Case, result: str) -> str:
    note = row.line.note or None
    return closing.complete(row.hall, row.work, case, result, row.line.at, note).file.case_no


def _supply(row: _Row) -> str:
    case_no = _open_case(row).file.case_no
    names = tuple(name for name, _why in row.line.papers)
    papers.supply(row.hall, case_no, papers.Supply(names, not names, row.line.at))
    return case_no


def _refuse(row: _Row) -> str:
    """Refuse the applicant's open case; one who came today is received and refused."""
    try:
        case = _open_case(row)
    except NotFound:
        case = _receive(row)
    return _close(row, case, "refused")


def _withdraw(row: _Row) -> str:
    case_no = _open_case(row).file.case_no
    return closing.withdraw(row.hall, case_no, row.line.at, row.line.note or None).case_no


ACTS: Mapping[str, Callable[[_Row], str]] = {
    "done": lambda row: _close(row, _receive(row), "granted"),
    "accepted": lambda row: _receive(row).file.case_no,
    "supplied": _supply,
    "completed": lambda row: _close(row, _open_case(row), "granted"),
    "refused": _refuse,
    "withdrawn": _withdraw,
}
"""The act of each result; it tells the case's number."""


def _open_case(row: _Row) -> Case:
    """The applicant's open case of the item, or the one whose number stands in the row.

    Raises NotFound when there is none, Conflict when there are several.
    """
    hall, line = row.hall, row.line
    if line.case_no:
        return find(hall, line.case_no)
    _version, item = find_item(hall, line.item, line.at.date())
    found = [
        case
        for case in cases.of_applicant(hall.db, line.applicant_no, 200)
        if case.now.closed_at is None and case.file.item_code == item.item_code
    ]
    if not found:
        raise NotFound("day.no_open_case", applicant_no=line.applicant_no, item=item.name)
    if len(found) > 1:
        numbers = [case.file.case_no for case in found]
        raise Conflict(
            "day.which_case", applicant_no=line.applicant_no, item=item.name, cases=numbers
        )
    return found[0]
