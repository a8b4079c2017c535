"""Every kind of slip of a case: which steps it tells of, to whom it goes, and who gathers its facts."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from hallctl.office.hall import Hall
from hallctl.office.slips import elsewhere, gathering
from hallctl.office.slips.gathering import Telling


class Kind(NamedTuple):
    """One kind of slip."""

    letter: str
    """In its number, from the Chinese word: 告 收 不 结 延 外 呈 转."""
    to: str
    """Who gets it; of several slips of one act each of them gets one."""
    events: frozenset[str]
    """The kinds of steps it tells of."""
    after: frozenset[str]
    """The states right after such a step."""
    gather: Callable[[Hall, Telling], object]
    still: bool = False
    """Whether the case must be in such a state still."""
    replaces: bool = True
    """Whether one about a later step stands for the one before."""


def _kind(
    letter: str, to: str, events: str, after: str, gather: Callable[[Hall, Telling], object],
    *, still: bool = False, replaces: bool = True,
) -> Kind:  # fmt: skip
    words = frozenset(events.split()), frozenset(after.split())
    return Kind(letter, to, *words, gather, still, replaces)


KINDS: Mapping[str, Kind] = {
    "notice": _kind("G", "applicant", "noticed", "supplementing accepted", gathering.notice,
                    replaces=False),
    "receipt": _kind("S", "applicant", "accepted supplied reclassified redated", "accepted paused",
                     gathering.receipt),
    "extension": _kind("Y", "applicant", "extended", "accepted", gathering.extension),
    "refusal": _kind("B", "applicant", "refused", "refused", gathering.refusal, still=True),
    "completion": _kind("J", "applicant", "completed fed_back", "completed", gathering.completion,
                        still=True),
    "outofscope": _kind("W", "applicant", "told recorded reported referred", "told received referred",
                        elsewhere.outofscope),
    "report": _kind("C", "leader", "reported", "received", elsewhere.report),
    "referral": _kind("Z", "department", "referred", "referred", elsewhere.referral),
}  # fmt: skip
"""In the order of a case's life."""
