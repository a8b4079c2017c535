"""A look at a file before any reader touches it: what it really is, and whether it is harmless.

A spreadsheet with one cell in the farthest corner, or one that unpacks to gigabytes, would take the
whole process down; so the standard library looks first.
"""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput

MAX_BYTES = 64 * 2**20
MAX_UNPACKED = 512 * 2**20
MAX_CELLS = 8_000_000
"""Rows times columns of one sheet, empty cells included: about 700,000 rows of 12 columns."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_HIDDEN = re.compile(rb'<row\b[^>]*?\bhidden="(?:1|true)"')


class Seen(NamedTuple):
    """What a file is (xlsx, xls or csv) and how many hidden rows it has."""

    kind: str
    hidden_rows: int = 0


def look_at(path: Path) -> Seen:
    """Say what a file is by its content; raises BadInput for anything that must not be opened."""
    if not path.is_file():
        raise BadInput("sheet.missing_file", path=str(path))
    size = path.stat().st_size
    if size == 0:
        raise BadInput("sheet.empty", path=str(path))
    if size > MAX_BYTES:
        raise BadInput("sheet.too_large", path=str(path), megabytes=MAX_BYTES >> 20)
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"PK\x03\x04"):
        return _look_into_zip(path)
    if head == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise BadInput("sheet.encrypted", path=str(path))
        return Seen("xls")
    return Seen("csv")


def _look_into_zip(path: Path) -> Seen:
    hidden = 0
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise BadInput("sheet.zip_bomb", path=str(path))
            names = [part.filename for part in parts]
            if not any(name.startswith("xl/worksheets/") for name in names):
                raise BadInput("sheet.unknown_format", path=str(path))
            for name in names:
                if not name.endswith(".xml"):
                    continue
                text = archive.read(name)
                if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise BadInput("sheet.damaged", path=str(path))
                if name.startswith("xl/worksheets/"):
                    _refuse_far_cells(path, text)
                    hidden += len(_HIDDEN.findall(text))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError):
        raise BadInput("sheet.damaged", path=str(path)) from None
    return Seen("xlsx", hidden)


def _refuse_far_cells(path: Path, text: bytes) -> None:
    rows = columns = 0
    for letters, number in _CELL.findall(text):
        rows = max(rows, int(number))
        columns = max(columns, _column(letters))
    if rows * columns > MAX_CELLS:
        raise BadInput("sheet.far_cell", path=str(path), lines=rows, columns=columns)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
