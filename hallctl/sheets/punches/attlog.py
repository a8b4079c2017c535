"""attlog files of attendance devices, with the device column or pushed without it (Art. 23)."""

import hashlib
from datetime import datetime
from pathlib import Path

from hallctl.errors import RowError
from hallctl.model import SHANGHAI
from hallctl.sheets import guard
from hallctl.sheets.punches.line import PunchLine
from hallctl.sheets.read import Parsed, decode

_STATUS = {"0": "in", "1": "out", "2": "out", "3": "in", "4": "in", "5": "out", "255": "?"}
"""Devices: 0 in, 1 out, 2 break out, 3 break in, 4 and 5 overtime in and out, 255 undefined."""


def is_attlog(path: Path) -> bool:
    """Whether a file that is no spreadsheet is a device's."""
    try:
        head = decode(path.read_bytes()).split("\n", 1)[0]
    except UnicodeDecodeError:
        return True
    fields = head.split("\t")
    return len(fields) >= 4 and _instant(fields[1]) is not None


def parse_attlog(path: Path) -> Parsed[PunchLine]:
    """Read a device's file, with the device column (six fields) or pushed (five, or seven and more).

    Every line that cannot be used is an error with its number.
    """
    guard.look_at(path)
    content = path.read_bytes()
    errors: list[RowError] = []
    rows: list[PunchLine] = []
    for number, raw in enumerate(content.split(b"\n"), 1):
        line = raw.decode("utf-8", errors="replace").rstrip("\r")
        if not line.strip("\x00 \t\x1a"):
            continue
        found = _attlog_line(path.name, number, line)
        if isinstance(found, RowError):
            errors.append(found)
        else:
            rows.append(found)
    return Parsed(rows, errors, [], hashlib.sha256(content).hexdigest(), [], [])


def _attlog_line(name: str, number: int, line: str) -> PunchLine | RowError:
    fields = [field.strip() for field in line.split("\t")]
    if len(fields) < 4:
        return RowError("sheet.attlog_fields", name, number, None, line[:60])
    at = _instant(fields[1])
    if at is None:
        return RowError("sheet.bad_instant", name, number, None, fields[1])
    if not fields[0]:
        return RowError("sheet.required", name, number, "PIN", "")
    with_device = len(fields) == 6
    direction = _STATUS.get(fields[3 if with_device else 2])
    if direction is None:
        return RowError("sheet.attlog_status", name, number, None, fields[3 if with_device else 2])
    return PunchLine(name, number, fields[0], at, direction, fields[2] if with_device else None)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=SHANGHAI)
    except ValueError:
        return None
