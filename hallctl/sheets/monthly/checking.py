"""Whether a monthly workbook on disk still says what the hall file says, cell by cell."""

import io
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from hallctl.errors import BadInput
from hallctl.reports import Fonts
from hallctl.reports.monthly import Different, MonthlyReport
from hallctl.sheets import guard
from hallctl.sheets.monthly import book_of
from hallctl.sheets.monthly.defined import DEFINITIONS

Line = tuple[str, ...]
_HEAD = re.compile(r"截至第(\d+)号记录（.*），摘要 ([0-9a-f]+)。")


def open_report(path: Path) -> Workbook:
    """A workbook to be compared; raises BadInput when it cannot be read as one."""
    if guard.look_at(path).kind != "xlsx":
        raise BadInput("sheet.unknown_format", path=str(path))
    try:
        return load_workbook(path)
    except Exception as error:
        raise BadInput("sheet.damaged", path=str(path), said=repr(error)) from None


def printed_head(book: Workbook) -> tuple[int, str] | None:
    """Number and digest of the audit entry that the workbook says it goes up to."""
    for line in _lines(book, DEFINITIONS):
        if found := _HEAD.search("".join(line)):
            return int(found[1]), found[2]
    return None


def differences(found: Workbook, report: MonthlyReport, fonts: Fonts) -> list[Different]:
    """Sheets, rows and cells that do not stand in the file as the report would be written now."""
    raw = io.BytesIO()
    book_of(report, fonts).save(raw)
    wanted = load_workbook(raw)
    told = [
        Different("report.sheet_gone", name, "", "", "")
        for name in wanted.sheetnames
        if name not in found.sheetnames
    ]
    for name in found.sheetnames:
        if name in wanted.sheetnames:
            told += _in_sheet(name, _lines(found, name), _lines(wanted, name))
        else:
            told.append(Different("report.sheet_foreign", name, "", "", ""))
    return told


def _lines(book: Workbook, name: str) -> list[Line]:
    if name not in book.sheetnames:
        return []
    rows = book[name].iter_rows(values_only=True)
    return [tuple("" if cell is None else str(cell) for cell in row) for row in rows]


def _in_sheet(name: str, found: Sequence[Line], wanted: Sequence[Line]) -> Iterator[Different]:
    """Rows that moved are no difference; rows that changed are told cell by cell."""
    for kind, a, b, c, d in SequenceMatcher(None, found, wanted, False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            for n in range(b - a):
                yield from _in_row(name, a + n + 1, found[a + n], wanted[c + n])
        elif kind != "equal":
            for n, said in _filled(found, a, b):
                yield Different("report.row_foreign", name, str(n + 1), said, "")
            for n, said in _filled(wanted, c, d):
                yield Different("report.row_gone", name, str(n + 1), "", said)


def _in_row(name: str, number: int, found: Line, wanted: Line) -> Iterator[Different]:
    for column, (was, now) in enumerate(zip_longest(found, wanted, fillvalue=""), 1):
        if was != now:
            where = f"{get_column_letter(column)}{number}"
            yield Different("report.cell_differs", name, where, was, now)


def _filled(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Rows of a stretch with what stands in them; empty ones say nothing."""
    for n in range(start, end):
        if said := " | ".join(cell for cell in lines[n] if cell):
            yield n, said
