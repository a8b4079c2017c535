"""The sheets behind the summary counted once more from their own rows, before anything is saved."""

from collections.abc import Iterator, Mapping

from hallctl.reports.monthly import MonthlyReport
from hallctl.reports.people import PersonTotals, WindowTotals
from hallctl.sheets.monthly.parts import percent
from hallctl.sheets.monthly.service import COUNTS, balances

Counted = Iterator[tuple[str, float, float]]
"""What a total is, as counted here, and as it is said."""
SHIFTS = ("due", "attended", "late", "early", "missing", "absent", "leave", "leave_personal",
          "leave_sick", "leave_official", "swaps", "substitutes", "minutes_served")  # fmt: skip


def counts(report: MonthlyReport, said: Mapping[str, float]) -> Counted:
    """Every total of these sheets."""
    yield from _people(report, said)
    yield from _coverage(report)
    yield from _service(report, said)
    yield from _complaints(report, said)
    yield from _busy(report)


def _people(report: MonthlyReport, said: Mapping[str, float]) -> Counted:
    found = report.totals
    for code in SHIFTS:
        yield f"people {code}", sum(one.counts[code] for one in found.people), said[code]
        yield f"window {code}", sum(one.counts[code] for one in found.windows), said[code]
        yield f"whole {code}", found.whole.counts.get(code, 0), said[code]
    everybody: list[PersonTotals | WindowTotals] = [*found.people, *found.windows]
    for one in everybody:
        count = one.counts
        rates = (one.attendance_rate, one.presence_rate)
        again = (
            percent(count["attended"], count["due"]),
            percent(count["attended"], count["due"] - count["leave"]),
        )
        for code, rate, wanted in zip(("attendance", "presence"), rates, again, strict=True):
            yield f"{code} of {one.window}", _known(wanted), _known(rate)


def _coverage(report: MonthlyReport) -> Counted:
    for window in report.coverage.windows:
        for kind, one in (("planned", window.planned), ("actual", window.actual)):
            yield f"{kind} gaps of {window.window}", sum(one.by_day.values()), one.gap_minutes
            rate = percent(one.open_minutes - one.gap_minutes, one.open_minutes)
            yield f"{kind} coverage of {window.window}", _known(rate), _known(one.coverage_rate)


def _service(report: MonthlyReport, said: Mapping[str, float]) -> Counted:
    found = report.service
    for code in (*COUNTS, "cases_late"):
        for name, lines in (("windows", found.lines), ("tiers", found.tiers)):
            told = sum(int(line.figures[code] or 0) for line in lines if line.tier)
            yield f"{code} of {name}", told, said[code]
    for line in (*found.lines, *found.tiers):
        yield f"balance of {line.window} {line.tier}", balances(line), True
    yield "overdue list", len(found.overdue), said["cases_late"]


def _complaints(report: MonthlyReport, said: Mapping[str, float]) -> Counted:
    lines = report.complaints.lines
    for what in dict.fromkeys(["all", *(line.what for line in lines)]):
        told = sum(line.counts["received"] for line in lines if line.what == what)
        yield f"complaints by {what}", told, said["complaints_received"]


def _busy(report: MonthlyReport) -> Counted:
    for one in report.busy.tallies:
        yield f"counts of {one.window}", sum(one.by_day.values()), sum(one.by_kind.values())
    yield "hours", sum(report.busy.hours.values()), report.busy.received


def _known(rate: float | None) -> float:
    return -1.0 if rate is None else rate
