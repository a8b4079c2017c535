"""What every layout gives: one punch of a file."""

from datetime import datetime
from typing import NamedTuple


class PunchLine(NamedTuple):
    """One punch of a file; ``direction`` is in, out or "?"."""

    sheet: str
    row: int
    staff_no: str
    """Who, as the file says it: a staff number, a device's own number, an account or a name."""
    at: datetime
    direction: str
    device: str | None = None
    remark: str | None = None
    """``outside`` for a punch away from the place, ``made_up`` for one that somebody approved later."""
