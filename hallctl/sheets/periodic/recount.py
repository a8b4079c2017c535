"""The second count: every total of a report reckoned from its rows before anything is saved."""

from collections.abc import Iterable, Mapping, Sequence

from hallctl.reports.monthly import ShiftLine
from hallctl.reports.periodic import Figures, GroupLine
from hallctl.sheets.periodic.parts import number


def agree(counts: Iterable[tuple[str, object, object]]) -> None:
    """Compare what was counted from the rows with what is said; AssertionError names what differs."""
    differing = [
        f"{what}: {counted} counted, {said} said"
        for what, counted, said in counts
        if counted != said
    ]
    if differing:
        raise AssertionError(f"report totals disagree: {'; '.join(differing)}")


def group_counts(
    what: str, lines: Sequence[GroupLine], figures: Figures, codes: Iterable[str]
) -> list[tuple[str, object, object]]:
    """Each code summed over groups, beside the total that is said."""
    return [
        (f"{what} {code}", sum(number(one.figures, code) for one in lines), number(figures, code))
        for code in codes
    ]


def shift_counts(lines: Sequence[ShiftLine], figures: Figures) -> list[tuple[str, object, object]]:
    """Attendance counted from the shifts, beside what is said."""
    settled = [one for one in lines if one.status not in {"due", "given_away"}]
    kinds: Mapping[str, int] = {
        "due": len(settled),
        "absent": sum(one.status == "absent" for one in settled),
        "leave": sum(one.status == "leave" for one in settled),
        "late": sum("late" in {one.status, *one.marks} for one in settled),
        "early": sum("early" in {one.status, *one.marks} for one in settled),
        "minutes_served": sum(one.minutes_served for one in settled),
    }
    return [(f"shifts {code}", count, number(figures, code)) for code, count in kinds.items()]


def balance_counts(what: str, figures: Figures) -> tuple[str, object, object]:
    """Both sides of the rule that cases obey."""
    ends = ("completed", "refused", "withdrawn", "open")
    alive = number(figures, "cases_opening") + number(figures, "cases_accepted")
    return what, alive, sum(number(figures, f"cases_{end}") for end in ends)
