"""The figures of attendance (Art. 23); shifts that are still due count nowhere."""

from collections.abc import Iterable
from typing import NamedTuple

from hallctl.figures.formulas import Formula, rate
from hallctl.model import Judged, Status


def due(one: Judged) -> bool:
    """Settled shifts, given-away ones excluded."""
    return one.status not in {Status.DUE, Status.GIVEN_AWAY}


def attended(one: Judged) -> bool:
    """Due, not absent, not on leave: a late or half-punched shift was attended."""
    return due(one) and one.status not in {Status.ABSENT, Status.LEAVE}


def expected(one: Judged) -> bool:
    """Due and not on leave."""
    return due(one) and one.status != Status.LEAVE


def late(one: Judged) -> bool:
    """Late by status or by mark: a missing sign-out hides no lateness."""
    return due(one) and (one.status == Status.LATE or "late" in one.marks)


def early(one: Judged) -> bool:
    """Left early, by status or by mark."""
    return due(one) and (one.status == Status.EARLY or "early" in one.marks)


def missing(one: Judged) -> bool:
    """Half-punched shifts: missing sign-in or sign-out."""
    return due(one) and not {one.status.value, *one.marks}.isdisjoint(HALF_PUNCHED)


HALF_PUNCHED = ("missing_in", "missing_out")


def absent(one: Judged) -> bool:
    """Neither there nor on leave."""
    return one.status == Status.ABSENT


def leave(one: Judged) -> bool:
    """On approved leave of any kind."""
    return one.status == Status.LEAVE


def leave_personal(one: Judged) -> bool:
    """On approved personal leave."""
    return leave(one) and one.leave_kind == "personal"


def leave_sick(one: Judged) -> bool:
    """On approved sick leave."""
    return leave(one) and one.leave_kind == "sick"


def leave_official(one: Judged) -> bool:
    """On approved official leave."""
    return leave(one) and one.leave_kind == "official"


def given_away(one: Judged) -> bool:
    """Shifts given away."""
    return one.status == Status.GIVEN_AWAY


def taken_over(one: Judged) -> bool:
    """Shifts taken over."""
    return due(one) and one.shift.taken_from is not None


def minutes_served(one: Judged) -> int:
    """The minutes at the post within the shift."""
    return one.minutes_served


FORMULAS: dict[str, Formula[Judged]] = {
    "due": Formula("23", due),
    "attended": Formula("23", attended),
    "late": Formula("23", late),
    "early": Formula("23", early),
    "missing": Formula("23", missing),
    "absent": Formula("23", absent),
    "leave": Formula("23", leave),
    "leave_personal": Formula("23", leave_personal),
    "leave_sick": Formula("23", leave_sick),
    "leave_official": Formula("23", leave_official),
    "swaps": Formula("23", given_away),
    "substitutes": Formula("23", taken_over),
    "minutes_served": Formula("23", due, adds=minutes_served),
    "attendance_rate": Formula("23", attended, due),
    "presence_rate": Formula("23", attended, expected),
}


class Tally(NamedTuple):
    """Attendance of one person, one window or the whole hall over some days."""

    due: int = 0
    attended: int = 0
    late: int = 0
    early: int = 0
    missing: int = 0
    absent: int = 0
    leave: int = 0
    leave_personal: int = 0
    leave_sick: int = 0
    leave_official: int = 0
    swaps: int = 0
    substitutes: int = 0
    minutes_served: int = 0

    @property
    def attendance_rate(self) -> float | None:
        """attended / due; approved leave stays in the base."""
        return rate(self.attended, self.due)

    @property
    def presence_rate(self) -> float | None:
        """attended / (due - leave)."""
        return rate(self.attended, self.due - self.leave)

    @property
    def balances(self) -> bool:
        """Whether every due shift is attended, absent or on leave."""
        return self.due == self.attended + self.absent + self.leave


def tally(judged: Iterable[Judged]) -> Tally:
    """Count judged shifts."""
    shifts = list(judged)
    return Tally(*(FORMULAS[code].sums(shifts)[0] for code in Tally._fields))
