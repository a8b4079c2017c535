"""The lines that verbs of a work log say alike."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hallctl.messages import _, labelled, name_of, spoken
from hallctl.office.logs.writing import Log

LogNo = Annotated[
    str, typer.Argument(metavar="NO", help=_("Such as L2026-0017, or 17 for this year's."))
]


def lines(log: Log) -> Iterator[str]:
    """A whole log, as people read it."""
    facts = log._asdict()
    yield f"{log.log_no or ''}  {log.on}  {log.start}-{log.end}  {log.window}".strip()
    for key in ("outgoing", "incoming", "served", "enquiries", "taken_cases", "done_cases",
                "open_cases", "matters", "items", "incidents", "acked_by", "acked_at",
                "ack_reason"):  # fmt: skip
        value = facts[key.removesuffix("_cases")]
        if value is not None:
            yield "  " + labelled(key, value)
    yield from matter_lines(log)


def matter_lines(log: Log) -> Iterator[str]:
    """What is handed over, a line each."""
    for one in log.handed_over:
        limit = spoken("limit_on", one.limit_on)
        parts = (one.number, name_of(one.progress or ""), one.next_step, limit)
        yield "  " + "  ".join(part for part in parts if part)
