"""Ready-to-fill workbooks: the headers are those that the importers read.

A template is data: its sheets with their columns, and for each column how it is filled in, with an example.
The examples stand on the second kind of sheet only (填写说明), so that nobody imports them by mistake.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

KINDS = ("roster", "items", "windows", "duty", "cases", "punches", "ratings")

_HOMES = {
    "roster": "people", "duty": "people", "punches": "people", "windows": "catalogue",
    "items": "catalogue", "cases": "cases", "ratings": "cases",
}  # fmt: skip


class Field(NamedTuple):
    """One column to be filled in."""

    title: str
    width: float
    how: str
    example: str = ""
    required: bool = False
    form: str = "@"
    """The number format of its cells: text unless said otherwise, so that no leading zero is lost."""
    choices: tuple[str, ...] = ()
    """The only words that the importer knows."""
    offered: str = ""
    """The hall's own list to choose from: windows, items, shifts or categories; other words may be typed."""


class Page(NamedTuple):
    """One sheet to be filled in."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: int = 100


class Template(NamedTuple):
    """One workbook: its sheets, what to know before filling them in, and the command that reads it."""

    name: str
    pages: tuple[Page, ...]
    advice: str
    command: str


DAY = "yyyy-mm-dd"
CLOCK = "hh:mm"
INSTANT = "yyyy-mm-dd hh:mm"


def template_of(kind: str) -> Template:
    """The template of one of ``KINDS``."""
    known: Mapping[str, Template] = import_module(f"{__name__}.{_HOMES[kind]}").TEMPLATES
    return known[kind]
