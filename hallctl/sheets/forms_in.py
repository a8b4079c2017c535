"""The way every list is read: all sheets with a known header, all rows, doubles found."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from hallctl.errors import Note, RowError
from hallctl.sheets.cells import Cells
from hallctl.sheets.headers import EXPLAINED, OFFERED, Fields, find_table, require_table
from hallctl.sheets.read import Book, Parsed, read_book

T = TypeVar("T", bound=tuple[Any, ...])


def read_form(
    path: Path,
    fields: Fields,
    line: Callable[[Cells, list[RowError]], T],
    mapping: Mapping[str, str] | None = None,
    *,
    key: Callable[[T], object] | None = None,
) -> Parsed[T]:
    """Read every row of every sheet that has the header.

    ``line`` turns the cells of one row into a record whose first fields are sheet and row; with ``key``
    a record met twice is dropped with a remark when alike, and an error when it differs.
    """
    return read_tables(read_book(path), fields, line, mapping, key=key)


def read_tables(
    book: Book,
    fields: Fields,
    line: Callable[[Cells, list[RowError]], T],
    mapping: Mapping[str, str] | None = None,
    *,
    key: Callable[[T], object] | None = None,
) -> Parsed[T]:
    """As ``read_form``, for a file that is open already."""
    tables = [find_table(sheet, fields, mapping) for sheet in book.sheets]
    require_table(tables, book.sheets, fields, mapping)
    errors: list[RowError] = []
    notes = list(book.notes)
    rows: list[T] = []
    ignored: dict[str, None] = {}
    not_kept: dict[str, None] = {}
    for sheet, table in zip(book.sheets, tables, strict=True):
        if table is None:
            if sheet.rows and not sheet.name.endswith((EXPLAINED, OFFERED)):
                notes.append(Note("sheet.skipped", values={"sheet": sheet.name}))
            continue
        ignored |= dict.fromkeys(table.ignored)
        not_kept |= dict.fromkeys(table.not_kept)
        for record in table.records:
            cells = Cells(record, errors, notes)
            found = line(cells, errors)
            if cells.good:
                rows.append(found)
    if key is not None:
        rows = _without_doubles(rows, key, errors, notes)
    return Parsed(rows, errors, notes, book.sha256, list(ignored), list(not_kept))


def read_forms(
    paths: Sequence[Path],
    fields: Fields,
    line: Callable[[Cells, list[RowError]], T],
    mapping: Mapping[str, str] | None = None,
    *,
    key: Callable[[T], object],
) -> Parsed[T]:
    """As ``read_form``, for several files as one; with more than one, sheets are named with their file."""
    return read_tables(as_one(read_books(paths)), fields, line, mapping, key=key)


def read_books(paths: Sequence[Path]) -> list[Book]:
    """Open some files; with more than one, sheets are named with their file."""
    books = [read_book(path) for path in paths]
    if len(paths) == 1:
        return books
    alike = len({path.name for path in paths}) < len(paths)
    return [
        book._replace(
            sheets=[
                one._replace(name=f"{path if alike else path.name}:{one.name}")
                for one in book.sheets
            ]
        )
        for path, book in zip(paths, books, strict=True)
    ]


def as_one(books: Sequence[Book]) -> Book:
    """Several files as one."""
    return Book(
        [sheet for book in books for sheet in book.sheets],
        ",".join(book.sha256 for book in books),
        [note for book in books for note in book.notes],
    )


def _without_doubles(
    rows: list[T], key: Callable[[T], object], errors: list[RowError], notes: list[Note]
) -> list[T]:
    first: dict[object, T] = {}
    for row in rows:
        name = key(row)
        before = first.setdefault(name, row)
        if before is row:
            continue
        values = {"key": name, "first": before[1]}
        if before[2:] == row[2:]:
            notes.append(Note("sheet.double_alike", values={**values, "row": row[1]}))
        else:
            errors.append(RowError("sheet.double_differs", row[0], row[1], None, str(name), values))
    bad = {(error.sheet, error.row) for error in errors}
    return [row for row in first.values() if (row[0], row[1]) not in bad]
