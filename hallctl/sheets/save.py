"""Saving a workbook whole or not at all, and the same bytes for the same data."""

import hashlib
import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell

from hallctl.files import write_whole

LONGEST = 32_767
"""Characters that one cell may hold."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DATES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def put(cell: Cell, value: object) -> None:
    """Fill a cell; text stays text, whatever it begins with, and control characters are left out."""
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)[:LONGEST]
        cell.data_type = "s"
        cell.number_format = "@"
    else:
        cell.value = value  # type: ignore[assignment]


def save(book: Workbook, path: Path | None, stamp: datetime) -> str:
    """Write a workbook through a temporary file beside it; returns the digest of its bytes.

    Without a path nothing is written.
    ``stamp`` goes into the file instead of the clock. On any failure the old file stays as it was and
    BadInput is raised.
    """
    book.properties.creator = "hallctl"
    book.properties.created = book.properties.modified = stamp.replace(tzinfo=None)
    raw = io.BytesIO()
    book.save(raw)
    content = _pressed(raw, stamp)
    if path is None:
        return hashlib.sha256(content).hexdigest()
    return write_whole(path, content)


def _pressed(raw: io.BytesIO, stamp: datetime) -> bytes:
    """The same archive with one date for every part."""
    when = (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    pressed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(pressed, "w") as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename == "docProps/core.xml":
                text = _DATES.sub(f"{stamp:%Y-%m-%dT%H:%M:%S}Z".encode(), text)
            info = zipfile.ZipInfo(part.filename, when)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, text)
    return pressed.getvalue()
