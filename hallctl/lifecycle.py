"""The life of a case: which step may follow which state, and where it leads (Art. 8, 24 to 28).

received -> supplementing -> accepted -> paused -> completed or refused is the way of a case within the
hall's scope; received -> referred -> completed that of a matter without a clear department; told is the
end of one that belongs elsewhere. withdrawn ends any of them, reopened goes back to the state before.
"""

from typing import NamedTuple

from hallctl.errors import Conflict

OPEN = ("received", "supplementing", "accepted", "paused", "referred")
CLOSED = ("completed", "refused", "withdrawn", "told")
STATES = (*OPEN, *CLOSED)


class Step(NamedTuple):
    """One kind of step: its article, the states it may be taken from, those it may lead to.

    ``""`` among ``before`` is the beginning; ``leads`` empty leaves the state as it is.
    """

    article: str
    before: tuple[str, ...]
    leads: tuple[str, ...] = ()


STEPS = {
    "received": Step("25", ("",), ("received",)),
    "noticed": Step("25", ("", "received", "supplementing", "accepted"), ("supplementing", "accepted")),
    "supplied": Step("25", ("supplementing", "accepted", "paused"), ("supplementing", "accepted")),
    "reminded": Step("25", ("supplementing",)),
    "accepted": Step("26", ("", "received", "supplementing"), ("accepted",)),
    "decided": Step("8", ("accepted", "paused")),
    "paused": Step("27", ("accepted",), ("paused",)),
    "resumed": Step("27", ("paused",), ("accepted",)),
    "extended": Step("27", ("accepted",)),
    "reclassified": Step("27", ("accepted", "paused")),
    "redated": Step("27", ("accepted", "paused", *CLOSED)),
    "completed": Step("27", ("accepted",), ("completed",)),
    "refused": Step("26", ("accepted",), ("refused",)),
    "recorded": Step("28", ("",), ("received",)),
    "reported": Step("28", ("received",)),
    "referred": Step("28", ("received",), ("referred",)),
    "fed_back": Step("28", ("referred",), ("completed",)),
    "told": Step("28", ("", "received"), ("told",)),
    "transferred": Step("24", OPEN),
    "corrected": Step("24", STATES),
    "withdrawn": Step("24", OPEN, ("withdrawn",)),
    "reopened": Step("24", CLOSED, OPEN),
}  # fmt: skip
"""Every kind of step in the order of a life."""


def require_step(kind: str, state: str, case_no: str) -> None:
    """Refuse a step that may not be taken from a state, in the name of its article; raises Conflict."""
    step = STEPS[kind]
    if state in step.before:
        return
    if state == "supplementing":
        raise Conflict("case.still_supplementing", article="25", case_no=case_no)
    if state == "paused":
        raise Conflict("case.is_paused", article="27", case_no=case_no)
    code = "case.closed" if state in CLOSED else "case.not_now"
    raise Conflict(code, article=step.article, case_no=case_no, state=state, step=kind)
