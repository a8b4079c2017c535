"""Reads what a workbook shows: tables by their heads, and everything at all that stands in the file."""

import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook


def table(path: Path, sheet: str | int, *heads: str) -> list[dict[str, Any]]:
    """The rows under the line that has these heads, until one without a first cell or with one cell only."""
    book = load_workbook(path)
    found = book.worksheets[sheet] if isinstance(sheet, int) else book[sheet]
    rows = list(found.iter_rows(values_only=True))
    start = next(n for n, row in enumerate(rows) if set(heads) <= set(row))
    names = rows[start]
    lines = []
    for row in rows[start + 1 :]:
        if row[0] is None or sum(cell is not None for cell in row) < 3:
            break
        lines.append({str(name): cell for name, cell in zip(names, row, strict=True) if name})
    return lines


def everything(path: Path) -> str:
    """Every word in every part of the file: cells, comments, properties, names, headers, charts."""
    found = []
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            raw = book.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                root = ElementTree.fromstring(raw)
                for node in root.iter():
                    found += [node.text or "", node.tail or "", *node.attrib.values()]
            else:
                found.append(raw.decode("utf-8", "replace"))
        found += book.namelist()
        found.append(book.comment.decode("utf-8", "replace"))
    return "\n".join(found) + "\n" + "".join(found)
