"""How a sign-in is told: a line for people, a record for scripts."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from hallctl.errors import HallError, Note
from hallctl.office.signing import Signed

COLUMNS = ("staff_no", "name", "at", "direction", "window", "shift", "status", "minutes_late",
           "minutes_early")  # fmt: skip


class Refusal(NamedTuple):
    """A line that was not recorded, in the form that has a record per line."""

    said: str
    at: datetime
    code: str
    status: str = "refused"


def line_of(one: Signed) -> Note:
    """The line about one person."""
    code = "signin.already" if one.already else f"signin.{one.direction}_{one.status}"
    if one.status == "waiting":
        code = "signin.waiting"
    return Note(code, values={**one._asdict(), "clock": f"{one.at:%H:%M}"})


def worst(failed: Sequence[HallError]) -> int:
    """The exit status of several failures."""
    return max((error.exit_status for error in failed), default=0)


def listed(data: object) -> list[object]:
    """The records of a reply."""
    return list(data) if isinstance(data, list) else []
