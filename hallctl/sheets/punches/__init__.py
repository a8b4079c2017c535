"""Punches from files: one file per layout; which one it is, is told by the content (Art. 23)."""

from collections.abc import Mapping
from pathlib import Path

from hallctl.sheets import guard
from hallctl.sheets.punches import attlog, daily
from hallctl.sheets.punches.line import PunchLine
from hallctl.sheets.punches.table import parse_table
from hallctl.sheets.read import Book, Parsed, read_book, text_of

__all__ = ["LAYOUTS", "PAPER_TITLE", "PunchLine", "read_punches"]

LAYOUTS = ("attlog", "dingtalk", "wecom", "paper", "table")

PAPER_TITLE = "值班签到表"
"""Words in the title of the paper sheet that ``template signin`` prints."""

TITLE_ROWS = 3


def read_punches(
    path: Path, layout: str, mapping: Mapping[str, str]
) -> tuple[str, Parsed[PunchLine]]:
    """The layout of a file and its punches; ``auto`` finds the layout.

    Every line that cannot be used is an error with its number.
    """
    if layout == "attlog" or (layout == "auto" and _no_spreadsheet(path)):
        return "attlog", attlog.parse_attlog(path)
    book = read_book(path)
    if layout == "auto":
        layout = daily.kind_of(book) or ("paper" if _is_paper(book) else "table")
    if layout in {"dingtalk", "wecom"}:
        return layout, daily.parse_daily(book, mapping)
    parsed = parse_table(book, mapping)
    # the sheet's own columns of names and signatures are no news to anybody
    return layout, parsed._replace(ignored=[]) if layout == "paper" else parsed


def _no_spreadsheet(path: Path) -> bool:
    return guard.look_at(path).kind == "csv" and attlog.is_attlog(path)


def _is_paper(book: Book) -> bool:
    heads = (row.cells for sheet in book.sheets for row in sheet.rows[:TITLE_ROWS])
    return any(PAPER_TITLE in text_of(cell) for cells in heads for cell in cells)
