"""The month's complaints, counted by sort as they were known at its end; nobody can be recognised (Art. 33)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hallctl.figures import rate
from hallctl.office.complaints.looking import placed
from hallctl.office.complaints.sheet import limits, newest, sheet
from hallctl.office.hall import Hall
from hallctl.office.paperwork import over_on
from hallctl.reports.complaints import ComplaintAnalysis, ComplaintLine
from hallctl.store import complaints as store
from hallctl.store import credit
from hallctl.store.complaints import ComplaintRow


class _Known(NamedTuple):
    """One complaint as it was known at the end of a period."""

    sorts: Mapping[str, str | None]
    finding: str | None
    accepted: str | None
    """on_time or late; None while neither."""
    replied: str | None
    pending: bool


SORTS: Sequence[str] = ("channel", "kind", "about", "window")


def complaint_analysis(hall: Hall, first: date, to_on: date) -> ComplaintAnalysis:
    """The complaints received in a month, by channel, kind, whom they concern, and window."""
    least: int = hall.law.on(first)["complaint.told_apart_from"]
    found = [_known(hall, row, to_on) for row in store.between(hall.db, first, to_on)]
    before = _before(hall, first, least)
    lines = [_line("all", "all", found, before("all", "all"))]
    if len(found) >= least:
        lines += [line for what in SORTS for line in _lines(what, found, before)]
    return ComplaintAnalysis(lines, least, _measures(hall, first, to_on))


def _known(hall: Hall, row: ComplaintRow, to_on: date) -> _Known:
    shown = placed(hall, sheet(hall, row))
    sorts = {
        "all": "all", "channel": shown.channel, "kind": shown.kind, "about": shown.about,
        "window": shown.window,
    }  # fmt: skip
    if row.about == "officer":
        return _Known(sorts, None, None, None, pending=False)
    every = store.steps(hall.db, row.complaint_no)
    steps = [one for one in every if one.at.date() <= to_on]
    accepted, found, replied = (newest(steps, kind) for kind in ("accepted", "found", "replied"))
    due, until = limits(hall, row, steps), min(to_on, over_on(hall))
    return _Known(
        sorts, found.finding if found else None,
        accepted.lateness if accepted else "late" if due.accept.latest <= until else None,
        replied.lateness if replied else "late" if due.reply.latest <= until else None,
        replied is None,
    )  # fmt: skip


def _lines(
    what: str, found: Sequence[_Known], before: Callable[[str, str], int | None]
) -> Iterator[ComplaintLine]:
    for value in sorted({one.sorts[what] or "" for one in found}):
        mine = [one for one in found if (one.sorts[what] or "") == value]
        yield _line(what, value, mine, before(what, value))


def _line(what: str, value: str, mine: Sequence[_Known], before: int | None) -> ComplaintLine:
    findings = [one.finding for one in mine]
    accepted = [one.accepted for one in mine]
    replied = [one.replied for one in mine]
    counts = {
        "received": len(mine), "yes": findings.count("yes"), "partly": findings.count("partly"),
        "no": findings.count("no"), "pending": sum(one.pending for one in mine),
        "accepted_on_time": accepted.count("on_time"), "accepted_late": accepted.count("late"),
        "on_time": replied.count("on_time"), "late": replied.count("late"),
    }  # fmt: skip
    return ComplaintLine(
        what, value, counts,
        rate(counts["accepted_on_time"], counts["accepted_on_time"] + counts["accepted_late"]),
        rate(counts["on_time"], counts["on_time"] + counts["late"]), before,
    )  # fmt: skip


def _before(hall: Hall, first: date, least: int) -> Callable[[str, str], int | None]:
    """How many of a sort were received in the month before, if it was kept and may be told apart."""
    last = first.replace(day=1) - timedelta(days=1)
    if last < hall.facts.effective_from:
        return lambda _what, _value: None
    rows = store.between(hall.db, last.replace(day=1), last)
    found = [_known(hall, row, last) for row in rows]

    def count(what: str, value: str) -> int | None:
        if what != "all" and len(found) < least:
            return None
        return sum((one.sorts[what] or "") == value for one in found)

    return count


def _measures(hall: Hall, first: date, to_on: date) -> dict[str, int]:
    """What followed in the month from complaints that were found right, wholly or partly."""
    right = violations = confirmed = 0
    for row in store.found_right(hall.db, first, to_on):
        right += 1
        for number in store.violations_of(hall.db, row):
            one = credit.violation(hall.db, number)
            violations += one is not None
            decided = one.decided_at.date() if one and one.decided_at else None
            confirmed += bool(
                one and one.state == "confirmed" and decided is not None and decided <= to_on
            )
    letters = store.letters_between(hall.db, first, to_on)
    return {
        "substantiated": right, "violations_proposed": violations,
        "violations_confirmed": confirmed, "letters": letters,
    }  # fmt: skip
