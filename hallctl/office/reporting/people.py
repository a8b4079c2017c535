"""People's totals: everybody's, each window's with its stability, corrections beyond the limits."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hallctl.figures import Tally, stability, tally
from hallctl.figures.stability import Stability, WindowStability
from hallctl.model import Judged
from hallctl.office.hall import Hall
from hallctl.office.paperwork import over_on
from hallctl.office.roster.staffing import all_posts
from hallctl.reports.monthly import PersonMonth
from hallctl.reports.people import BeyondLine, PeopleTotals, PersonTotals, WindowTotals
from hallctl.store import findings
from hallctl.store.people import Person


def people_totals(
    hall: Hall, judged: Sequence[Judged], months: Sequence[PersonMonth],
    staff: Mapping[str, Person], windows: Mapping[str, str], first: date, to_on: date,
) -> PeopleTotals:  # fmt: skip
    """The totals of a month; stability is reckoned until the last day that is over."""
    law = hall.law.on(first)
    last = min(to_on, max(over_on(hall), first))
    stable = stability(all_posts(hall), first, last)
    return PeopleTotals(
        list(_people(judged, months)),
        list(_windows(judged, stable, staff, windows)),
        _totals("", "", tally(judged), stable, [], staff),
        list(_beyond(hall, judged, staff, windows, first, to_on)),
        law["correct.per_month"],
        law["correct.within_days"],
    )


def _people(judged: Sequence[Judged], months: Sequence[PersonMonth]) -> Iterator[PersonTotals]:
    """Everybody in the order of the grid."""
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.staff_no, []).append(one)
    for person in months:
        count = tally(own[person.staff_no])
        yield PersonTotals(
            person.staff_no, person.name, person.window_no, person.window, count._asdict(),
            count.attendance_rate, count.presence_rate,
        )  # fmt: skip


def _windows(
    judged: Sequence[Judged], stable: Stability, staff: Mapping[str, Person],
    windows: Mapping[str, str],
) -> Iterator[WindowTotals]:  # fmt: skip
    own: dict[str, list[Judged]] = {}
    for one in judged:
        own.setdefault(one.shift.window_no, []).append(one)
    here = {one.window_no: one for one in stable.windows}
    for no, name in windows.items():
        staffed = here.get(no)
        changed = staffed.changed if staffed else ()
        yield _totals(no, name, tally(own.get(no, ())), staffed, changed, staff)


def _totals(
    no: str, name: str, count: Tally, stable: Stability | WindowStability | None, changed: Sequence[str],
    staff: Mapping[str, Person],
) -> WindowTotals:  # fmt: skip
    found = WindowTotals(
        no, name, count._asdict(), count.attendance_rate, count.presence_rate,
        changed=[staff[one].name if one in staff else one for one in changed],
    )  # fmt: skip
    if stable is None:
        return found
    return found._replace(
        served=stable.served, stayed=stable.stayed, stability_rate=stable.stability_rate
    )


def _beyond(
    hall: Hall, judged: Sequence[Judged], staff: Mapping[str, Person],
    windows: Mapping[str, str], first: date, to_on: date,
) -> Iterator[BeyondLine]:  # fmt: skip
    """Corrections of the month's shifts that needed the officer's word, in the order of the shifts."""
    shifts = {(one.shift.shift_no, one.shift.staff_no): one.shift for one in judged}
    rows = [row for row in findings.corrections(hall.db, first, to_on) if row.beyond]
    known = [(shifts[key], row) for row in rows if (key := (row.shift_no, row.staff_no)) in shifts]
    for shift, row in sorted(known, key=lambda one: (one[0].starts_at, one[0].staff_no)):
        taken = [
            f"{word}{at:%H:%M}" for word, at in (("签到", row.in_at), ("签退", row.out_at)) if at
        ]
        yield BeyondLine(
            shift.on, windows[shift.window_no], shift.staff_no, _name(staff, shift.staff_no),
            f"{shift.starts_at:%H:%M}", "、".join(taken), row.reason, _name(staff, row.witness_no),
            _name(staff, row.by_no),
        )  # fmt: skip


def _name(staff: Mapping[str, Person], number: str) -> str:
    person = staff.get(number)
    return person.name if person else number
