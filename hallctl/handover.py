"""When a window's post changes hands within a day, worked out from its shifts, and who takes over (Art. 19)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from hallctl.errors import Refused
from hallctl.law import article
from hallctl.model import Shift


class Turn(NamedTuple):
    """One stretch at a window that ends with a hand-over: the next turn, or the end of the day."""

    starts_at: datetime
    ends_at: datetime
    staff: tuple[str, ...]
    """Everybody on duty in it, by start and number."""
    incoming: tuple[str, ...]
    """Who begins the next turn; nobody after the day's last."""


def turns(shifts: Iterable[Shift]) -> list[Turn]:
    """The turns of ONE window on ONE day, in order.

    As long as somebody stays on, nothing is handed over: shifts that overlap, and shifts of one and
    the same person with a break between, make one turn.
    """
    held = sorted(
        (part for one in shifts for part in one.kept), key=lambda part: (part.from_at, part.who)
    )
    found: list[Turn] = []
    for start, beginning in groupby(held, key=lambda part: part.from_at):
        group = list(beginning)
        staff = tuple(part.who for part in group)
        ends_at = max(part.to_at for part in group)
        before = found[-1] if found else None
        if before and (start < before.ends_at or set(staff) & set(before.staff)):
            found[-1] = Turn(
                before.starts_at,
                max(before.ends_at, ends_at),
                tuple(dict.fromkeys([*before.staff, *staff])),
                (),
            )
        else:
            if before:
                found[-1] = before._replace(incoming=staff)
            found.append(Turn(start, ends_at, staff, ()))
    return found


@article("19")
def may_acknowledge(
    by_no: str,
    from_no: str,
    to_no: str | None,
    leaders: Sequence[str],
    officer_no: str | None,
    *,
    reasoned: bool,
) -> None:
    """A log is taken over by who comes in, the day's last one by the window's leader (Art. 19).

    Nobody acknowledges a log of one's own. The officer stands in where there is no leader or the leader
    wrote it, and with a stated reason where who should did not come. In force by: the day of the log.
    Raises Refused.
    """
    if by_no == from_no:
        raise Refused("log.own", article="19", by=by_no)
    due = [to_no] if to_no else [one for one in leaders if one != from_no]
    if by_no in due:
        return
    if officer_no in {None, by_no} and (reasoned or not due):
        return
    if by_no == officer_no:
        raise Refused("log.officer_needs_reason", article="19", by=by_no, due=due)
    raise Refused("log.not_yours", article="19", by=by_no, due=due or [officer_no])
