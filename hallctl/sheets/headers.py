"""Finding the table under the title rows, by what its columns are called."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hallctl.errors import BadInput
from hallctl.sheets.read import Row, Sheet, Value, text_of

EXPLAINED, OFFERED = "填写说明", "选项"
"""Sheets of our own templates beside the tables: what each column means, and the words to choose from."""

HEADER_ROWS = 20
"""How far down a header is looked for."""

NEVER_KEPT = ("身份证", "证件号", "银行", "卡号", "开户行")
"""Headers with these words hold what hallctl never keeps."""


class Fields(NamedTuple):
    """What a form may hold: every field with the headers people write for it."""

    known: Mapping[str, Sequence[str]]
    required: Sequence[str]


class Record(NamedTuple):
    """One row below the header: raw values by field; a field without a column is not in it."""

    sheet: str
    row: int
    values: dict[str, Value]
    headers: Mapping[str, str]
    """The header of each field as it stands in the file."""


class Table(NamedTuple):
    """A found table: its records and the columns nobody asked for."""

    records: list[Record]
    ignored: list[str]
    not_kept: list[str]


class _Found(NamedTuple):
    columns: dict[int, str]
    headers: list[str]
    body: int
    """How many rows stand above the records."""


def find_table(
    sheet: Sheet, fields: Fields, mapping: Mapping[str, str] | None = None
) -> Table | None:
    """The table of a sheet, None when no row has all required headers.

    ``mapping`` names a field for a header of one's own (``--map``).
    """
    names = _names(fields, mapping or {})
    best: _Found | None = None
    for place in range(min(HEADER_ROWS, len(sheet.rows))):
        for depth in (1, 2):
            headers = _headers(sheet.rows[place : place + depth])
            columns = _columns(headers, names)
            complete = set(fields.required) <= set(columns.values())
            if complete and (best is None or len(columns) > len(best.columns)):
                best = _Found(columns, headers, place + depth)
    if best is None:
        return None
    columns, headers = best.columns, best.headers
    left = [text for n, text in enumerate(headers) if text and n not in columns]
    not_kept = [text for text in left if any(word in text for word in NEVER_KEPT)]
    shown = {field: headers[n] for n, field in columns.items()}
    return Table(
        list(_records(sheet.name, sheet.rows[best.body :], columns, shown)),
        [text for text in left if text not in not_kept],
        not_kept,
    )


def require_table(
    tables: Sequence[Table | None],
    sheets: Sequence[Sheet],
    fields: Fields,
    mapping: Mapping[str, str] | None = None,
) -> None:
    """Raise BadInput, naming what is missing and what was found, when no sheet has the table."""
    if any(tables):
        return
    names = _names(fields, mapping or {})
    rows = [row for sheet in sheets for row in sheet.rows[:HEADER_ROWS]]
    candidates = [[text for text in _headers([row]) if text] for row in rows]
    best = max(candidates, key=lambda one: (len(_columns(one, names)), len(one)), default=[])
    there = set(_columns(best, names).values())
    missing = [fields.known[field][0] for field in fields.required if field not in there]
    raise BadInput("sheet.no_header", missing=missing, found=best)


def plain_header(text: str) -> str:
    """A header without spaces, full-width letters, brackets' content and capitals."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\(.*?\)|[\s*:：_]+", "", text)
    return text.casefold()


def _names(fields: Fields, mapping: Mapping[str, str]) -> dict[str, str]:
    names = {
        plain_header(name): field
        for field, known in fields.known.items()
        for name in (field, *known)
    }
    names.update({plain_header(header): field for header, field in mapping.items()})
    return names


def _headers(rows: Sequence[Row]) -> list[str]:
    """The texts of one header row, or of two read together where they differ."""
    width = max((len(row.cells) for row in rows), default=0)
    found = []
    for n in range(width):
        parts = [text_of(row.cells[n]) for row in rows if n < len(row.cells)]
        found.append(list(dict.fromkeys(part for part in parts if part))[-1] if any(parts) else "")
    return found


def _columns(headers: Sequence[str], names: Mapping[str, str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for n, text in enumerate(headers):
        for part in (text, *re.split(r"[/／、]|或", text)):
            field = names.get(plain_header(part)) if part else None
            if field and field not in columns.values():
                columns[n] = field
                break
    return columns


def _records(
    sheet: str, rows: Sequence[Row], columns: Mapping[int, str], shown: Mapping[str, str]
) -> Iterator[Record]:
    for row in rows:
        values = {field: row.cells[n] if n < len(row.cells) else "" for n, field in columns.items()}
        if any(text_of(value) for value in values.values()):
            yield Record(sheet, row.number, values, shown)
