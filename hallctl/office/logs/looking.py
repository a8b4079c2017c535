"""Logs listed, shown, missed (Art. 19)."""

from datetime import date, timedelta
from typing import NamedTuple

from hallctl.office.cases.sheet import find_window
from hallctl.office.hall import Hall
from hallctl.office.hours import clock
from hallctl.office.logs.turns import covers, minutes, turns_between
from hallctl.office.logs.writing import Log, find_log, shown
from hallctl.store import logs, people, places

ONE_DAY = timedelta(days=1)


def listed(hall: Hall, from_on: date, to_on: date, *, window: str | None = None) -> list[Log]:
    """The logs of some days (both included) by day, window and start; raises NotFound."""
    window_no = find_window(hall, window, to_on).window_no if window else None
    return [shown(hall, one) for one in logs.between(hall.db, from_on, to_on, window_no)]


def show(hall: Hall, said: str) -> Log:
    """One log by number; raises NotFound."""
    return shown(hall, find_log(hall, said))


class LogFinding(NamedTuple):
    """One hand-over that has no log, or one that nobody acknowledged."""

    code: str
    article: str
    on: date
    window_no: str
    window: str
    start: str
    end: str
    names: tuple[str, ...]
    """Who was on duty."""
    log_no: str | None = None


def missing(hall: Hall, from_on: date, to_on: date) -> list[LogFinding]:
    """Every hand-over of some days (both included) without an acknowledged log, by the duty roster.

    Only turns that are over count. Raises Refused for days before the regulation.
    """
    hall.require_in_force(to_on)
    first = max(from_on, hall.facts.effective_from)
    last = min(to_on, hall.today)
    kept = logs.between(hall.db, first, last) if first <= last else []
    names = {one.staff_no: one.name for one in people.everybody(hall.db, last)}
    windows = places.window_names(hall.db, last)
    found = []
    for on, window_no, turn in turns_between(hall, first, last):
        if turn.ends_at > hall.now:
            continue
        start, end = minutes(on, turn)
        finding = LogFinding(
            "log.missing", "19", on, window_no, windows.get(window_no, window_no), clock(start),
            clock(end), tuple(names.get(no, no) for no in turn.staff),
        )  # fmt: skip
        own = [one for one in kept if (one.row.on_date, one.row.window_no) == (on, window_no)]
        log = next((one for one in own if covers(one.row, turn)), None)
        if log is None:
            found.append(finding)
        elif log.acked_by is None:
            found.append(finding._replace(code="log.unacknowledged", log_no=log.row.log_no))
    return found
