"""Rows and cells of .xlsx, .xls and .csv files, as they stand, with the program's own row numbers."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from hallctl.errors import BadInput, Note, RowError
from hallctl.sheets import guard

Value = str | int | float | bool | date | datetime | time
T = TypeVar("T")


class Row(NamedTuple):
    """One row: its number as the spreadsheet program counts, and its cells ("" where empty)."""

    number: int
    cells: list[Value]


class Sheet(NamedTuple):
    """One sheet with its rows, trailing empty ones dropped, merged cells filled."""

    name: str
    rows: list[Row]


class Book(NamedTuple):
    """One file: its sheets, digest, and what somebody should know about it."""

    sheets: list[Sheet]
    sha256: str
    notes: list[Note]


class Parsed(NamedTuple, Generic[T]):
    """What a form reader found: good rows, all bad ones, and columns that were left aside."""

    rows: list[T]
    errors: list[RowError]
    notes: list[Note]
    sha256: str
    ignored: list[str]
    """Headers that no field is known for."""
    not_kept: list[str]
    """Headers of data that is never kept, such as ID card or bank account numbers."""


def read_book(path: Path) -> Book:
    """Read a whole file; raises BadInput with the reason when it cannot be read."""
    seen = guard.look_at(path)
    content = path.read_bytes()
    sheets = _csv(path, content) if seen.kind == "csv" else _calamine(path, content)
    if not any(sheet.rows for sheet in sheets):
        raise BadInput("sheet.empty", path=str(path))
    notes = (
        [Note("sheet.hidden_rows", values={"count": seen.hidden_rows})] if seen.hidden_rows else []
    )
    return Book(sheets, hashlib.sha256(content).hexdigest(), notes)


def text_of(value: Value) -> str:
    """A cell as text: whole numbers without a fraction, dates as ISO, spaces at the ends gone."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    return str(value).replace("\u3000", " ").strip()


def decode(content: bytes) -> str:
    """Text of a file: by its byte order mark, else strict UTF-8 over the whole, else GB18030.

    Raises UnicodeDecodeError when it is none of these.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _csv(path: Path, content: bytes) -> list[Sheet]:
    try:
        text = decode(content)
    except UnicodeDecodeError:
        raise BadInput("sheet.unknown_format", path=str(path)) from None
    if "\x00" in text:
        raise BadInput("sheet.unknown_format", path=str(path))
    head = text[:4096]
    delimiter = max(",\t;，", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise BadInput("sheet.damaged", path=str(path)) from None
    return [Sheet(path.name, _numbered(rows))]


def _calamine(path: Path, content: bytes) -> list[Sheet]:
    import python_calamine as calamine

    try:
        # not by path: what the file is called says nothing about what it is
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return [_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names]
    except calamine.PasswordError:
        raise BadInput("sheet.encrypted", path=str(path)) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise BadInput("sheet.damaged", path=str(path)) from None


def _sheet(sheet: Any) -> Sheet:
    rows: list[list[Value]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = rows[top][left]
    return Sheet(sheet.name, _numbered(rows))


def _numbered(rows: Iterable[Sequence[Value]]) -> list[Row]:
    found = [Row(number, list(cells)) for number, cells in enumerate(rows, 1)]
    while found and not any(_filled(found[-1].cells)):
        found.pop()
    return found


def _filled(cells: Iterable[Value]) -> Iterator[bool]:
    return (text_of(value) != "" for value in cells)
