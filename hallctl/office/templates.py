"""Ready-to-fill workbooks with the hall's own windows, items and shifts in their drop-downs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hallctl import policy
from hallctl.model import SHANGHAI
from hallctl.office.hall import Hall
from hallctl.office.hours import named_shifts
from hallctl.office.places import CATEGORIES
from hallctl.reports import Fonts
from hallctl.store import places

UNDATED = datetime(2026, 1, 1, tzinfo=SHANGHAI)
"""The date of a template that was written before there was a hall."""


class Template(NamedTuple):
    """A workbook that was written."""

    kind: str
    path: str
    reads_it: str
    """The command that takes it back."""
    sha256: str


def write(hall: Hall, kind: str, path: Path) -> Template:
    """Write a template; the same hall gives the same bytes.

    Before ``init`` it has the regulation's words only: the lists of the first day are prepared with it.
    """
    from hallctl.sheets.templates import template_of
    from hallctl.sheets.templates.writing import write_template

    template = template_of(kind)
    if hall.path.exists():
        from hallctl.office.paperwork import fonts, head_at

        faces, made_at, offered = fonts(hall, hall.today), head_at(hall), _offered(hall)
    else:
        faces, made_at, offered = _shipped_fonts(), UNDATED, {"categories": CATEGORIES}
    digest = write_template(template, offered, path, faces, made_at)
    return Template(kind, str(path), template.command, digest)


def _offered(hall: Hall) -> Mapping[str, Sequence[str]]:
    day = max(hall.today, hall.facts.effective_from)
    windows = places.windows(hall.db, day)
    used = [one.category for one in windows if one.category]
    return {
        "windows": [one.name for one in windows],
        "items": [one.name for one in places.items(hall.db, day)],
        "shifts": list(named_shifts(hall, day)),
        "categories": list(dict.fromkeys([*CATEGORIES, *used])),
    }


def _shipped_fonts() -> Fonts:
    names = ("fonts.title", "fonts.heading", "fonts.body")
    return Fonts(*(str(policy.FIGURES[name].value) for name in names))
