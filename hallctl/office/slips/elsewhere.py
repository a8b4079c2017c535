"""The facts behind the slips of what the hall does not handle (Art. 28)."""

from hallctl import papers
from hallctl.office.hall import Hall
from hallctl.office.slips.gathering import Telling, request
from hallctl.store.cases import Event


def outofscope(hall: Hall, told: Telling) -> papers.OutOfScope:
    """Where to go; or what was promised, to whom it was reported, and who has it, as far as that went."""
    event = told.event
    clear = event.kind == "told"
    return papers.OutOfScope(
        request(hall, told), (event.told.party or "") if clear else "",
        (event.note or "") if clear else "", (event.told.reason or "") if clear else "",
        None if clear else event.after.due_on, _party(told, "reported"), _party(told, "referred"),
    )  # fmt: skip


def report(hall: Hall, told: Telling) -> papers.Report:
    """What is put before the leader."""
    return papers.Report(
        request(hall, told), told.event.told.party or "", told.case.file.received_at,
        told.event.after.due_on, told.event.note or "",
    )  # fmt: skip


def referral(hall: Hall, told: Telling) -> papers.Referral:
    """What the department is asked for."""
    reported = _step(told, "reported")
    return papers.Referral(
        request(hall, told), told.event.told.party or "", _party(told, "reported"),
        reported.at if reported else None, told.event.after.due_on, told.event.note or "",
    )  # fmt: skip


def _party(told: Telling, kind: str) -> str:
    step = _step(told, kind)
    return (step.told.party or "") if step else ""


def _step(told: Telling, kind: str) -> Event | None:
    """The newest step of a kind, up to the one that the slip tells of."""
    steps = [one for one in (*told.before, told.event) if one.kind == kind]
    return steps[-1] if steps else None
