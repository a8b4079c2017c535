"""Removing the personal data of people who have left, or whose cases are long closed; for ever."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, RowError, Usage
from hallctl.office.hall import Hall
from hallctl.store import erasing, retention
from hallctl.store.hall_file import telling
from hallctl.store.identity import Identity, identity

PSEUDONYM = "已清除-{number}"
"""Stands in Chinese papers as well as in lists."""

_OPEN = {
    "post": "erase.open_post",
    "shift": "erase.open_shift",
    "case": "erase.open_case",
    "rating": "erase.open_rating",
    "complaint": "erase.open_complaint",
    "violation": "erase.open_violation",
    "appeal": "erase.open_appeal",
}


class Erased(NamedTuple):
    """Whose data went, by pseudonym, and what was changed for it."""

    pseudonyms: Sequence[str]
    rows: int
    """Rows that were changed."""
    entries: int
    """Entries whose detail went, and whose rows were sealed anew."""
    signed: int
    """Entries that keep the number, because they were signed by it."""
    shared: int
    """Names, phones, cards that others have too: in rows of others they stay."""
    skipped: Sequence[str] = ()
    """Numbers of people about whom something is still open."""


def erase(
    hall: Hall,
    numbers: Sequence[str],
    before: date | None,
    reason: str,
    *,
    command: str = "db erase",
) -> Erased:
    """Remove people by number, and with ``before`` everybody whose last day was before it.

    Raises Usage without a reason or anybody, NotFound for an unknown number, Conflict with the list of
    what is still open about somebody named, Refused while somebody's data have to be kept.
    """
    if not reason.strip():
        raise Usage("erase.reason")
    if not numbers and before is None:
        raise Usage("erase.nobody")
    with hall.writing(command) as work:
        hall.require_officer("23")
        for number in numbers:
            _require_gone(hall, number)
        swept, skipped = _gone_before(hall, before) if before else ([], [])
        wanted = list(dict.fromkeys([*numbers, *swept]))
        first = erasing.next_pseudonym(hall.db)
        people = [
            identity(hall.db, number, PSEUDONYM.format(number=first + place))
            for place, number in enumerate(wanted)
        ]
        _require_discreet(people, reason)
        if not people:
            return Erased((), 0, 0, 0, 0, skipped)
        removed = erasing.remove(work, people, reason)
        work.tell({"people": len(people), "rows": removed.rows, "entries": removed.entries})
    if not hall.dry_run:
        with telling(hall.path):
            erasing.compact(hall.db)
    return Erased([one.pseudonym for one in people], *removed, skipped)


def _require_gone(hall: Hall, number: str) -> None:
    """Refuse somebody unknown, somebody with open acts, and whoever has not been gone long enough."""
    if not retention.known(hall.db, number):
        raise NotFound("erase.unknown", number=number)
    if found := retention.open_acts(hall.db, number, hall.today):
        rows = [RowError(_OPEN[kind], value=what) for kind, what in found]
        raise Conflict("erase.open", article="23", rows=rows, number=number)
    last = retention.last_day(hall.db, number)
    policy.may_erase(last, hall.today, hall.law.on(hall.today))


def _gone_before(hall: Hall, before: date) -> tuple[list[str], list[str]]:
    """Everybody whose last day was before a day: to be removed, or skipped for what is open."""
    policy.may_erase(before, hall.today, hall.law.on(hall.today))
    gone: list[str] = []
    skipped: list[str] = []
    for number in retention.everybody(hall.db):
        last = retention.last_day(hall.db, number)
        if last is None or last >= before:
            continue
        (skipped if retention.open_acts(hall.db, number, hall.today) else gone).append(number)
    return gone, skipped


def _require_discreet(people: Sequence[Identity], reason: str) -> None:
    """The reason stays for ever: it may not name whom it is about."""
    if any(word in reason for one in people for word in one.words()):
        raise Usage("erase.reason_names")
