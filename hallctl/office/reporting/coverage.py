"""The gaps of a month: each window's by day, as rostered and as they were, and the longest."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hallctl.office.coverage import CoverageGap, Survey, survey
from hallctl.office.hall import Hall
from hallctl.reports.coverage import Coverage, GapLine, Uncovered, WindowGaps

LONGEST = 15
"""How many stretches are told one by one."""


def month_coverage(hall: Hall, windows: Mapping[str, str], first: date, to_on: date) -> Coverage:
    """The coverage of a month, both ends included."""
    planned, actual = (survey(hall, first, to_on, actual=seen) for seen in (False, True))
    stretches = joined(actual.gaps)
    longest = sorted(stretches, key=lambda one: (-one.minutes, one.on, one.window, one.start))
    return Coverage(
        [
            WindowGaps(no, name, _uncovered(planned, no), _uncovered(actual, no))
            for no, name in windows.items()
        ],
        longest[:LONGEST],
        len(stretches),
    )


def _uncovered(found: Survey, window_no: str) -> Uncovered:
    by_day: dict[date, int] = {}
    for one in found.gaps:
        if one.window_no == window_no:
            by_day[one.on] = by_day.get(one.on, 0) + one.minutes
    whole = next((one for one in found.windows if one.window_no == window_no), None)
    opened = whole.open_minutes if whole else 0
    rate = whole.coverage_rate if whole else None
    return Uncovered(opened, sum(by_day.values()), rate, by_day)


def joined(gaps: Iterable[CoverageGap]) -> list[GapLine]:
    """Gaps that follow one another without a minute between are one stretch."""
    found: dict[tuple[str, date], list[GapLine]] = {}
    for one in gaps:
        here = found.setdefault((one.window_no, one.on), [])
        if here and here[-1].end == one.start:
            here[-1] = _longer(here[-1], one)
        else:
            here.append(
                GapLine(
                    one.on, one.window, one.start, one.end, one.minutes, (one.why,),
                    tuple(one.names),
                )
            )  # fmt: skip
    return [line for here in found.values() for line in here]


def _longer(line: GapLine, gap: CoverageGap) -> GapLine:
    return line._replace(
        end=gap.end, minutes=line.minutes + gap.minutes, why=_once(line.why, [gap.why]),
        names=_once(line.names, gap.names),
    )  # fmt: skip


def _once(known: Sequence[str], more: Sequence[str]) -> Sequence[str]:
    return tuple(dict.fromkeys([*known, *more]))
