"""What is missing before everybody goes home (Art. 19, 23, 27)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hallctl.office import swaps, waiting
from hallctl.office.attendance import judge_days
from hallctl.office.cases import due
from hallctl.office.credit import ledger as credit
from hallctl.office.hall import Hall
from hallctl.office.logs import looking as logs
from hallctl.store import counter, duty, people, places

LOOK_BACK = timedelta(days=14)
"""A hall that read a day sheet within these days uses them."""
SWAPS_AHEAD = timedelta(days=60)
"""How far ahead the look at swaps that wait reaches."""
TOMORROW = 1
"""Working days ahead that the look at due cases reaches."""


class DayFinding(NamedTuple):
    """One thing to see to; ``code`` is a message code and ``section`` where it belongs."""

    section: str
    """sheets, logs, sign_outs, taps, cases or decisions."""
    code: str
    article: str
    on: date | None = None
    window_no: str | None = None
    window: str | None = None
    staff_no: str | None = None
    name: str | None = None
    start: str | None = None
    end: str | None = None
    names: tuple[str, ...] | None = None
    log_no: str | None = None
    case_no: str | None = None
    item: str | None = None
    what: str | None = None
    """Which step of the case it is, as the list of due cases calls it."""
    holder: str | None = None
    due_on: date | None = None
    entry_no: str | None = None
    kind: str | None = None
    balance: int | None = None
    request_no: str | None = None
    shift_no: str | None = None
    giver: str | None = None
    taker: str | None = None
    state: str | None = None
    number: int | None = None


def close(hall: Hall, on: date) -> list[DayFinding]:
    """Day sheets, logs, sign-outs of a day; for today also cases due by tomorrow and what waits for the officer.

    Raises Refused for a day before the regulation.
    """
    hall.require_in_force(on)
    found = [*_sheets(hall, on), *_logs(hall, on), *_sign_outs(hall, on)]
    if on == hall.today:
        found += [*_taps(hall), *_due(hall), *_waiting(hall), *_swaps(hall)]
    return found


def _sheets(hall: Hall, on: date) -> Iterator[DayFinding]:
    """Windows that were on duty and whose day sheet has not come, in a hall that uses day sheets."""
    if not counter.uses_sheets(hall.db, on - LOOK_BACK, on):
        return
    names = places.window_names(hall.db, on)
    on_duty = {shift.window_no for shift in duty.shifts(hall.db, on, on)}
    for window_no in sorted(on_duty - counter.windows_with_sheets(hall.db, on)):
        yield DayFinding("sheets", "day.sheet_missing", "24", on, window_no, names.get(window_no))


def _logs(hall: Hall, on: date) -> Iterator[DayFinding]:
    for one in logs.missing(hall, on, on):
        yield DayFinding("logs", **one._asdict())


def _sign_outs(hall: Hall, on: date) -> Iterator[DayFinding]:
    """Who signed in for a shift that is over and did not sign out."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, on)}
    windows = places.window_names(hall.db, on)
    for one in judge_days(hall, on, on):
        shift = one.shift
        if one.signed_in_at and not one.signed_out_at and shift.ends_at <= hall.now:
            yield DayFinding(
                "sign_outs", "day.sign_out_open", "23", on, shift.window_no,
                windows.get(shift.window_no), shift.staff_no, names.get(shift.staff_no, ""),
                f"{shift.starts_at:%H:%M}", f"{shift.ends_at:%H:%M}",
            )  # fmt: skip


def _taps(hall: Hall) -> Iterator[DayFinding]:
    """Taps that the hall file has not taken in: nobody may be called absent for them."""
    if number := waiting.count(hall.path):
        yield DayFinding("taps", "day.taps_waiting", "23", number=number)


def _due(hall: Hall) -> Iterator[DayFinding]:
    for one in due.due_cases(hall, TOMORROW):
        code = "day.case_overdue" if one.overdue else "day.case_due"
        yield DayFinding(
            "cases", code, "27", window_no=one.window_no, case_no=one.case_no, item=one.item,
            what=one.what, holder=one.holder, due_on=one.due_on,
        )  # fmt: skip


def _waiting(hall: Hall) -> Iterator[DayFinding]:
    for entry in credit.pending(hall):
        yield DayFinding("decisions", "day.proposal", "32", entry.on, staff_no=entry.staff_no,
                      name=entry.name, entry_no=entry.entry_no, kind=entry.kind)  # fmt: skip
    for one in credit.standings(hall, hall.today):
        if one.standing == "dismissal_proposed" and not one.kept:
            yield DayFinding("decisions", "day.dismissal", "32", staff_no=one.staff_no,
                          name=one.name, balance=one.balance)  # fmt: skip


def _swaps(hall: Hall) -> Iterator[DayFinding]:
    """Swaps asked for, of shifts from today on, that nobody has settled (Art. 14)."""
    names = {one.staff_no: one.name for one in people.everybody(hall.db, hall.today)}
    for one in swaps.requests(hall, hall.today, hall.today + SWAPS_AHEAD, "open"):
        yield DayFinding(
            "decisions", f"day.swap_{one.state}", "14", one.on, start=one.start, end=one.end,
            request_no=one.request_no, shift_no=one.shift_no, giver=names.get(one.giver_no, ""),
            taker=names.get(one.taker_no, ""), state=one.state,
        )  # fmt: skip
