"""Who served where over time, worked out from dated assignments, and who may be dismissed (Art. 6, 30, 32)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from hallctl.errors import Refused
from hallctl.law import article
from hallctl.model import Ground, Post, Ruling

ONE_DAY = timedelta(days=1)


def in_turn(posts: Iterable[Post]) -> list[Post]:
    """One person's posts as they were served: a newer one ends the one before it.

    ``posts`` are in the order of their start. What a newer post covers whole was never served.
    """
    ordered = list(posts)
    found = []
    for one, following in pairwise([*ordered, None]):
        if one is None:
            continue
        last = one.to_on
        if following is not None:
            before = following.from_on - ONE_DAY
            last = before if last is None else min(last, before)
        if last is None or one.from_on <= last:
            found.append(one._replace(to_on=last))
    return found


def serving(posts: Iterable[Post], day: date) -> list[Post]:
    """The posts that are held on a day."""
    return [one for one in posts if one.from_on <= day and (one.to_on is None or day <= one.to_on)]


def vacant_since(posts: Sequence[Post], wanted: int, first_on: date, day: date) -> date | None:
    """Since when fewer than ``wanted`` hold a post without a break until ``day``; None when enough do.

    ``posts`` are those of one window and role, ``first_on`` the day from which they were due.
    """
    changes = {first_on, *(one.from_on for one in posts)}
    changes |= {one.to_on + ONE_DAY for one in posts if one.to_on is not None}
    since = None
    for on in sorted(one for one in changes if first_on <= one <= day):
        if len(serving(posts, on)) >= wanted:
            since = None
        elif since is None:
            since = on
    return since


@article("30")
def may_dismiss(
    role: str | None, balance: int, standing: str, unfit: str, settings: Mapping[str, object]
) -> Ruling[bool]:
    """Below the threshold a student worker is dismissed; who is not up to the work is replaced (Art. 30).

    ``standing`` is that of the credit ledger, ``unfit`` what the officer gave as the reason of Art. 30,
    ``settings`` hold credit.dismiss_below and credit.applies_to of the last day of service. Leaders are
    their department's. In force by: the last day of service. Raises Refused.
    """
    leaders_too = settings["credit.applies_to"] == "all"
    if role != "student" and (role != "leader" or not leaders_too):
        raise Refused("roster.not_ours_to_dismiss", article="6", role=role or "")
    values: dict[str, object] = {"balance": balance}
    if standing != "good":
        return Ruling(True, Ground("32", "why.dismissal_due", values, settings))
    if unfit:
        return Ruling(True, Ground("30", "why.dismissal_unfit", {**values, "reason": unfit}))
    below = settings["credit.dismiss_below"]
    raise Refused("roster.dismissal_not_due", article="32", balance=balance, below=below)
