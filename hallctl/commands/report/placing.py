"""Where a report of a period goes, and what is said about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.words import workbook
from hallctl.errors import Note, Usage
from hallctl.messages import _, labelled
from hallctl.office.reporting.gathering import Written
from hallctl.show import Reply

For = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="READER",
        help=_("leader, or department: with the names behind deductions."),
    ),
]


def for_department(reader: str) -> bool:
    """Whether the department reads it; raises Usage for a reader that nobody knows."""
    if reader not in {"leader", "department"}:
        raise Usage("report.unknown_reader", value=reader)
    return reader == "department"


def place(out: Path | None, name: str, **named: str) -> Path:
    """The file to write: ``{week}`` and the like in ``out`` become the period's name.

    Without a file name in ``out`` it is ``name``. Raises Usage for a placeholder the report does not know.
    """
    said = str(out or "")
    for word, value in named.items():
        said = said.replace(f"{{{word}}}", value)
    if unknown := re.findall(r"\{\w*\}", said):
        known = [f"{{{word}}}" for word in named]
        raise Usage("report.unknown_placeholder", value=unknown[0], known=known)
    return workbook(Path(said), name)


def written(found: Written, word: str, lines: Sequence[str], *, quiet: bool) -> Reply:
    """The reply of a report; ``word`` names its period in the JSON, ``lines`` the figures that are told."""
    told = {word: found.period, **found._asdict()}
    if word != "period":
        del told["period"]
    code = "report.draft_of" if found.draft else "report.written_of"
    text = [] if quiet else list(_lines(found.figures, lines))
    return Reply(told, [Note(code, values=found._asdict())], text)


def _lines(figures: Mapping[str, float | int | None], codes: Sequence[str]) -> Iterator[str]:
    for code in codes:
        value = figures[code]
        percent = code.endswith("_rate")
        shown = "—" if value is None else f"{value:.1f}%" if percent else str(value)
        yield "  " + labelled(code, shown)
