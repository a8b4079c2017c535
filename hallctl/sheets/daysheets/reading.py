"""Reading a filled day sheet: which window and day, what was counted, and every row with its key."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hallctl.errors import BadInput, Note, RowError
from hallctl.model import SHANGHAI
from hallctl.sheets.cells import Cells, parse_date
from hallctl.sheets.daysheets import COUNTS, KEY, KINDS, ON, RESULTS, WINDOW
from hallctl.sheets.forms_in import read_tables
from hallctl.sheets.headers import Fields
from hallctl.sheets.read import Book, Row, Sheet, read_book, text_of

FIELDS = Fields(
    {
        "at": ("时间", "办理时间"),
        "applicant_no": ("学号/工号", "学号", "工号"),
        "applicant": ("姓名", "申请人"),
        "phone": ("联系电话", "电话"),
        "item": ("事项", "办理事项"),
        "result": ("办理结果", "结果"),
        "papers": ("缺少或补来的材料", "材料", "缺少材料"),
        "handler": ("经办人",),
        "note": ("说明", "备注"),
        "case_no": ("办件编号",),
        "row_key": (KEY, "行号"),
    },
    ("at", "applicant_no", "item", "result"),
)
HEAD_ROWS = 30
NEVER = datetime.max.replace(tzinfo=SHANGHAI)
"""Stands in a bad row, which is never used."""


class DayLine(NamedTuple):
    """One row: somebody at the window; texts are empty where nothing was written."""

    sheet: str
    row: int
    row_key: str
    at: datetime
    applicant_no: str
    applicant: str
    phone: str
    item: str
    result: str
    papers: tuple[tuple[str, str | None], ...]
    handler: str
    note: str
    case_no: str

    @property
    def digest(self) -> str:
        """What the row says, without where it stands."""
        said = repr((self.at.isoformat(), *self[4:]))
        return hashlib.sha256(said.encode()).hexdigest()[:24]


class DayFile(NamedTuple):
    """A filled sheet."""

    name: str
    sha256: str
    window: str
    on: date
    counts: dict[str, int]
    lines: list[DayLine]
    errors: list[RowError]
    notes: list[Note]


def read_day_sheet(path: Path) -> DayFile:
    """Read one file; raises BadInput when it is no day sheet or does not say its window and day."""
    book = read_book(path)
    for sheet in book.sheets:
        window, on = _beside(sheet, WINDOW), parse_date(_beside(sheet, ON))
        if window and on:
            return _read(path, book, sheet, window, on)
    raise BadInput("day.no_day_sheet", path=path.name)


def _read(path: Path, book: Book, sheet: Sheet, window: str, on: date) -> DayFile:
    named = sheet._replace(name=path.name)
    errors: list[RowError] = []

    def line(cells: Cells, _errors: list[RowError]) -> DayLine:
        return _line(cells, on)

    parsed = read_tables(book._replace(sheets=[named], notes=[]), FIELDS, line)
    counts = _counts(named, errors)
    lines = [one for one in parsed.rows if one.result]
    return DayFile(
        path.name, parsed.sha256, window, on, counts, lines, [*errors, *parsed.errors], parsed.notes
    )


def _line(cells: Cells, on: date) -> DayLine:
    values = {name: cells.text(name) for name in FIELDS.known if name != "row_key"}
    if not any(values.values()):  # an unused row has nothing but its key
        return DayLine(
            cells.record.sheet, cells.record.row, "", NEVER, "", "", "", "", "", (), "", "", ""
        )
    at = cells.instant("at", on, required=True)
    if at is not None and at.date() != on:
        cells.bad("at", "day.other_day", on=on)
    result = cells.choice("result", RESULTS, code="day.unknown_result")
    if not values["result"]:
        cells.bad("result", "sheet.required")
    return DayLine(
        cells.record.sheet, cells.record.row, cells.text("row_key"), at or NEVER,
        cells.identifier("applicant_no", required=True), cells.name("applicant"),
        cells.identifier("phone"), cells.text("item", required=True), result,
        _papers(cells.prose("papers")), cells.name("handler"), cells.prose("note"),
        cells.text("case_no"),
    )  # fmt: skip


def _papers(text: str) -> tuple[tuple[str, str | None], ...]:
    pairs = [one.replace("＝", "=").partition("=") for one in re.split(r"[、；;\n]", text)]
    return tuple(
        (name.strip(), why.strip() or None) for name, _equals, why in pairs if name.strip()
    )


def told_apart(lines: Sequence[DayLine], recorded: Mapping[str, str]) -> list[DayLine]:
    """Every row with a key of its own: a copied key, or none, gives way to the row's content.

    Of rows with one key the one that says what is ``recorded`` (digests by key) keeps it, else the first.
    """
    keepers: dict[str, str] = {}
    for line in lines:
        if line.row_key not in keepers or line.digest == recorded.get(line.row_key):
            keepers[line.row_key] = line.digest
    found: dict[str, DayLine] = {}
    for line in lines:
        kept = line.row_key and keepers[line.row_key] == line.digest
        key = line.row_key if kept else f"content-{line.digest}"
        found.setdefault(key, line._replace(row_key=key))  # the same words twice are one
    return list(found.values())


def _beside(sheet: Sheet, label: str) -> str:
    """What stands beside a label in the first rows; empty when it is not there."""
    for row in sheet.rows[:HEAD_ROWS]:
        cells = [text_of(value) for value in row.cells]
        if label in cells and cells.index(label) + 1 < len(cells):
            return (
                cells[cells.index(label) + 1][:10] if label == ON else cells[cells.index(label) + 1]
            )
    return ""


def _counts(sheet: Sheet, errors: list[RowError]) -> dict[str, int]:
    """The filled-in counts by kind, of every line of kinds with its cells below; no number is an error."""
    kinds = {name: kind for kind, name in KINDS.items()}
    found = {}
    for names, values in pairwise(sheet.rows[:HEAD_ROWS]):
        if _first(names) != COUNTS:
            continue
        for name, value in zip(names.cells[1:], values.cells[1:], strict=False):
            label, text = text_of(name), text_of(value)
            if not label or not text or label == COUNTS:  # the label stands over two columns
                continue
            if text.isascii() and text.isdigit():
                found[kinds.get(label, label)] = int(text)
            else:
                errors.append(RowError("sheet.bad_number", sheet.name, values.number, label, text))
    return found


def _first(row: Row) -> str:
    return text_of(row.cells[0]) if row.cells else ""
