"""The hours of student workers in work-study posts (Art. 6): what is counted, and when it is too much."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from hallctl.errors import Usage
from hallctl.model import Ground, Ruling
from hallctl.policy import Law, LawOfDay, article

HALF_HOUR = 30
"""Minutes; hours are counted in halves."""


@article("6")
def half_hours(minutes: Iterable[int], law: LawOfDay) -> Ruling[int]:
    """Students serve in their free hours; what they served is counted in half hours, never rounded up.

    ``minutes`` are those of each shift. In force by: the last day of the sheet.
    """
    served = list(minutes)
    parts = served if law["workstudy.rounding"] == "shift" else [sum(served)]
    halves = sum(one // HALF_HOUR for one in parts)
    values: dict[str, object] = {"minutes": sum(served), "half_hours": halves}
    return Ruling(halves, Ground("6", "why.half_hours", values, law.read("workstudy.rounding")))


@article("6")
def too_many_hours(minutes: int, span: str, law: LawOfDay) -> Ruling[bool]:
    """Service leaves room for study: a week or a month of more hours than the limit is pointed out.

    ``span`` is week or month; vacations are left out before. In force by: the last day of the span.
    """
    setting = f"workstudy.{span}_hours"
    values: dict[str, object] = {"minutes": minutes}
    above = minutes > 60 * law[setting]
    return Ruling(above, Ground("6", "why.workstudy_hours", values, law.read(setting)))


def sheet_days(month: date, law: Law) -> tuple[date, date]:
    """First and last day of a month's sheet, both included, none before the regulation.

    It begins the day after the sheet before it ended, whatever the setting was then: no day is counted
    twice or left out when the college moves the last day.
    """
    first = month.replace(day=1)
    begins = _last_of(first - timedelta(days=1), law) + timedelta(days=1)
    return max(begins, law.effective_from), _last_of(_month_end(first), law)


def _last_of(month_end: date, law: Law) -> date:
    last_day: int = law.on(max(month_end, law.effective_from))["workstudy.last_day"]
    return month_end.replace(day=last_day) if last_day else month_end


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def amount(halves: int, rate: str) -> Decimal | None:
    """What so many half hours earn at a rate of yuan an hour; None without a rate.

    Raises Usage for a rate that is no sum of money.
    """
    if not rate.strip():
        return None
    try:
        yuan = Decimal(rate.strip())
    except InvalidOperation:
        raise Usage("report.bad_rate", value=rate) from None
    if not yuan.is_finite() or yuan < 0:
        raise Usage("report.bad_rate", value=rate)
    return (yuan * halves / 2).quantize(Decimal("0.01"), ROUND_HALF_UP)
