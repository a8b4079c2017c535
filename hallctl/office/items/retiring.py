"""Items that the hall does not offer any more, or offers again (Art. 9)."""

from datetime import date
from typing import NamedTuple

from hallctl.errors import Conflict
from hallctl.office.cases.sheet import find_item
from hallctl.office.hall import Hall, act
from hallctl.store import catalogue, places
from hallctl.store.places import Offer
from hallctl.store.writing import Writing


class Retired(NamedTuple):
    """What was decided about offering an item, from a day on."""

    item_code: str
    name: str
    offered: bool
    from_on: date
    reason: str
    already: bool | None = None


@act("item retire")
def retire(hall: Hall, work: Writing, said: str, on: date, reason: str) -> Retired:
    """From ``on`` (included) no case of the item is received; open ones go on. The officer's alone.

    Raises Conflict when cases were received on that day or later.
    """
    return _decide(hall, work, said, Offer(offered=False, from_on=on, reason=reason))


@act("item restore")
def restore(hall: Hall, work: Writing, said: str, on: date, reason: str) -> Retired:
    """From ``on`` (included) a retired item is offered again."""
    return _decide(hall, work, said, Offer(offered=True, from_on=on, reason=reason))


def _decide(hall: Hall, work: Writing, said: str, told: Offer) -> Retired:
    hall.require_in_force(told.from_on)
    hall.require_officer("9")
    _version, item = find_item(hall, said, told.from_on)
    before = places.offer(hall.db, item.item_code, told.from_on)
    if told.offered == (before is None or before.offered):
        known = before or told
        return Retired(item.item_code, item.name, *known, already=True)
    since = catalogue.cases_since(hall.db, item.item_code, told.from_on)
    if since and not told.offered:
        raise Conflict(
            "item.used_since", article="9", item_code=item.item_code, name=item.name,
            from_on=told.from_on, count=len(since), case_no=since[-1],
        )  # fmt: skip
    catalogue.add_offer(work, item.item_code, told)
    work.tell({"offered": told.offered}, item=item.item_code, on=told.from_on)
    return Retired(item.item_code, item.name, *told)
