"""The summary counted once more: the six figures and what the charts show, before anything is saved."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from hallctl.reports.monthly import MonthlyReport

Total = float | int | None


def counts(report: MonthlyReport, said: Mapping[str, Total]) -> Iterator[tuple[str, Total, Total]]:
    """Each total from the windows, the weeks and the ratings, and as the figures say."""
    windows, weeks, shown = report.windows, report.weeks, report.summary
    count = {code: int(value or 0) for code, value in said.items()}
    attended, due = sum(one.attended for one in windows), sum(one.due for one in windows)
    yield "attendance_rate", _percent(attended, due), said["attendance_rate"]
    yield "weeks accepted", sum(one.accepted for one in weeks), count["cases_accepted"]
    yield "weeks completed", sum(one.completed for one in weeks), count["cases_completed"]
    in_time, falling = sum(one.in_time for one in weeks), sum(one.due for one in weeks)
    yield "on_time_rate", _percent(in_time, falling), said["on_time_rate"]
    rated = sum(one.given for one in shown.levels)
    yield "ratings", rated, count["cases_rated"]
    answered = sum(one.answered for one in shown.levels)
    yield "surveys", answered, count["survey_answers"]
    good = rated + answered - count["bad_ratings"] - count["survey_bad"]
    yield "satisfaction_rate", _percent(good, rated + answered), said["satisfaction_rate"]
    yield "tallies", sum(one.total for one in shown.tallies), shown.tallied


def _percent(part: int, whole: int) -> float | None:
    """A rate reckoned another way than the figures do, half up."""
    if not whole:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
