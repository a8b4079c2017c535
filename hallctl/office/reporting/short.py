"""The report of a day, and of a week: what happened, what is missing, what comes next (Art. 19, 23, 27)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from hallctl import policy
from hallctl.model import Role
from hallctl.office import coverage, day_close
from hallctl.office.credit import ledger as credit
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall
from hallctl.office.logs import looking as logs
from hallctl.office.reporting.gathering import Gathered, Written, total, written
from hallctl.reports.periodic import Counted, GapLine, LogLine, ShortReport
from hallctl.store import credit as violations
from hallctl.store import people, places

WEEK = timedelta(days=7)
SECTIONS = {"sheets", "logs", "sign_outs"}
"""Of what a day may miss, that which belongs to the day and not to the clock."""


def write_week(hall: Hall, name: str, from_on: date, to_on: date, path: Path) -> Written:
    """Gather a week, write its workbook, return its figures. Raises Refused before the regulation."""
    from hallctl.sheets.periodic.weekly import write_weekly

    report = week(hall, name, from_on, to_on)
    return written(
        hall, report.cover, path, told(report), lambda out, faces: write_weekly(report, out, faces)
    )


def write_day(hall: Hall, on: date, path: Path) -> Written:
    """Gather a day, write its page, return its figures. Raises Refused before the regulation."""
    from hallctl.sheets.periodic.daily import write_daily

    report = day(hall, on)
    return written(
        hall, report.cover, path, told(report), lambda out, faces: write_daily(report, out, faces)
    )


def week(hall: Hall, name: str, from_on: date, to_on: date) -> ShortReport:
    """Everything a week's report shows; next is the week after it."""
    got = Gathered(hall, name, from_on, to_on)
    missing = [
        LogLine(one.code, one.on, one.window, one.start, one.end, "、".join(one.names))
        for one in logs.missing(hall, got.from_on, to_on)
    ]
    return _report(got, missing, to_on + WEEK)


def day(hall: Hall, on: date) -> ShortReport:
    """Everything a day's report shows; next is the working day after it."""
    got = Gathered(hall, on.isoformat(), on, on)
    missing = [
        LogLine(
            one.code, one.on or on, one.window or "", one.start or "", one.end or "",
            one.name or "、".join(one.names or ()),
        )
        for one in day_close.close(hall, on)
        if one.section in SECTIONS
    ]  # fmt: skip
    return _report(got, missing, calendar_on(hall, on).next_workday(on))


def _report(got: Gathered, missing: list[LogLine], next_to_on: date) -> ShortReport:
    return ShortReport(
        got.cover(), got.figures, got.by_window(), got.shift_lines(), got.overdue(),
        got.due_until(next_to_on), next_to_on, got.visits(), list(_gaps(got)), missing,
        list(matters(got)),
    )  # fmt: skip


def told(report: ShortReport) -> dict[str, float | int | None]:
    """The figures with what the lists of the report add up to."""
    return {
        **report.figures,
        "people_served": total(report.visits),
        "gaps": len(report.gaps),
        "gap_minutes": sum(one.minutes for one in report.gaps),
        "papers_missing": len(report.missing),
        "due_next": len(report.due_next),
    }


def _gaps(got: Gathered) -> Iterator[GapLine]:
    for one in coverage.gaps(got.hall, got.from_on, got.to_on, actual=True):
        yield GapLine(
            one.on, one.window, one.start, one.end, one.minutes, one.why, "、".join(one.names)
        )


def matters(got: Gathered) -> Iterator[Counted]:
    """What is to be talked about beside the lists, as of the end of the period; nothing for zero."""
    standings = credit.standings(got.hall, got.known_on)
    waiting = [one for one in violations.proposed(got.hall.db) if one.on <= got.to_on]
    counts: Mapping[str, int] = {
        "dismissal": sum(
            one.standing == "dismissal_proposed" and not one.kept for one in standings
        ),
        "vacancy": sum(1 for _window in _short_windows(got)),
        "proposal": len(waiting),
        "complaint": int(got.figures["complaints_late"] or 0),
    }
    yield from (Counted(code, number) for code, number in counts.items() if number)


def _short_windows(got: Gathered) -> Iterable[str]:
    """Windows without the leader or the students they must have (Art. 6)."""
    hall, on = got.hall, got.known_on
    law = hall.law.on(on)
    serving = [one for one in people.everybody(hall.db, on) if one.serves_on(on)]
    for window in places.windows(hall.db, on):
        here = [one.role for one in serving if one.window_no == window.window_no]
        found = policy.staffing_of_window(here.count(Role.LEADER), here.count(Role.STUDENT), law)
        if found.value.leaders_missing or found.value.students_missing:
            yield window.window_no
