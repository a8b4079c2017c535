"""Corrections of punches and excuses of faults: who, why, who saw it, and how often (Art. 23)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hallctl import policy
from hallctl.errors import Conflict, NotFound, Refused, Usage
from hallctl.model import Judged, Shift, Status
from hallctl.office.attendance import judge_days, judge_shift
from hallctl.office.days import calendar_on
from hallctl.office.hall import Hall, act
from hallctl.office.signing import bounds, rules_on
from hallctl.store import duty, findings, people, places
from hallctl.store.findings import CorrectionRow, Excuse
from hallctl.store.writing import Writing

FAULTS = frozenset({"absent", "missing_in", "missing_out", "late", "early"})


class Wanted(NamedTuple):
    """Which shifts are meant: of whom, of one number, of some days (both included)."""

    people: Sequence[str]
    window: str | None = None
    shift_no: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    missing_in: bool = False
    missing_out: bool = False


class Ends(NamedTuple):
    """When they came and went, as minutes after midnight; or just as the roster says."""

    in_minute: int | None = None
    out_minute: int | None = None
    as_rostered: bool = False


class Corrected(NamedTuple):
    """One shift with what it is called now."""

    shift_no: str
    staff_no: str
    name: str
    on: date
    shift: str
    in_at: datetime | None
    out_at: datetime | None
    status: str
    """What it is called now."""
    before: str
    beyond: bool | None = None
    """A limit was passed: the officer's reason is shown in the report."""
    already: bool | None = None


@act("attendance correct")
def correct(
    hall: Hall, work: Writing, wanted: Wanted, ends: Ends, reason: str, witness: str
) -> list[Corrected]:
    """Record when people came and went, against the punches; the raw ones stay as they are.

    One act counts once for each person and month, however many shifts it covers. Raises NotFound when
    no shift fits, Usage when several do, Refused beyond the limits for anybody but the officer, and for
    who corrects or witnesses their own.
    """
    seen = hall.person(witness)
    shifts = _chosen(hall, wanted, ends)
    rows, already = [], set()
    for one in shifts:
        in_at, out_at = _ends(hall, one, wanted, ends)
        row = CorrectionRow(
            one.shift.shift_no, one.shift.staff_no, in_at, out_at, reason, seen.staff_no,
            hall.actor_no, beyond=False,
        )  # fmt: skip
        rows.append(row)
        recorded = findings.corrections_of(hall.db, row.shift_no, row.staff_no)
        if recorded and recorded[-1][:4] == row[:4]:
            already.add((row.shift_no, row.staff_no))
        _require_order([*recorded, row], one.shift)
    rows = [
        _permitted(hall, row, one.shift, already) for row, one in zip(rows, shifts, strict=True)
    ]
    for row in rows:
        if (row.shift_no, row.staff_no) not in already:
            findings.add_correction(work, row)
    new = len(rows) - len(already)
    work.tell(
        {"corrected": new}, shifts=[row.shift_no for row in rows],
        staff=sorted({row.staff_no for row in rows}), witness=seen.staff_no,
    )  # fmt: skip
    return _shown(hall, rows, shifts, already)


def _chosen(hall: Hall, wanted: Wanted, ends: Ends) -> list[Judged]:
    """The shifts that are meant, in the order of their days."""
    found = [one for one in _listed(hall, wanted) if _fits(hall, one, wanted, ends)]
    if not found:
        raise NotFound("attendance.nothing_to_correct")
    if not ends.as_rostered:
        _require_one_a_day(found)
    return found


def _listed(hall: Hall, wanted: Wanted) -> list[Judged]:
    numbers = [hall.person(said).staff_no for said in wanted.people]
    if wanted.shift_no is not None:
        shift = duty.shift(hall.db, wanted.shift_no) if wanted.shift_no.isdigit() else None
        if shift is None:
            raise NotFound("why.unknown_shift", shift_no=wanted.shift_no)
        listed = judge_days(hall, shift.on, shift.on)
        listed = [one for one in listed if one.shift.shift_no == wanted.shift_no]
    else:
        first = wanted.from_on or hall.today
        listed = judge_days(hall, first, wanted.to_on or first)
    windows = places.window_names(hall.db, hall.today)
    return [
        one
        for one in listed
        if (not numbers or one.shift.staff_no in numbers)
        and wanted.window in {None, one.shift.window_no, windows[one.shift.window_no]}
    ]


def _fits(hall: Hall, one: Judged, wanted: Wanted, ends: Ends) -> bool:
    """Whether a shift has what is to be corrected; one that is named by number always has."""
    if one.status in {Status.GIVEN_AWAY, Status.LEAVE} or one.shift.starts_at > hall.now:
        return False
    names = {one.status.value, *one.marks}
    if wanted.missing_in or wanted.missing_out:
        return (wanted.missing_in and "missing_in" in names) or (
            wanted.missing_out and "missing_out" in names
        )
    if wanted.shift_no is not None:
        return True
    if ends.as_rostered:
        return bool(names & FAULTS)
    early = timedelta(minutes=rules_on(hall, one.shift.on).bind_before_minutes)
    said = [_instant(one.shift, minute) for minute in ends[:2] if minute is not None]
    return all(one.shift.starts_at - early <= at <= one.shift.ends_at + early for at in said)


def _require_one_a_day(found: Iterable[Judged]) -> None:
    days: dict[tuple[str, date], Judged] = {}
    for one in found:
        key = (one.shift.staff_no, one.shift.on)
        if other := days.get(key):
            shown = [f"{each.shift.shift_no} ({bounds(each.shift)})" for each in (other, one)]
            raise Usage("duty.which_shift", day=one.shift.on, shifts=shown)
        days[key] = one


def _ends(
    hall: Hall, one: Judged, wanted: Wanted, ends: Ends
) -> tuple[datetime | None, datetime | None]:
    """From when to when the person is taken to have been there; None leaves an end as punched."""
    shift = one.shift
    in_at = out_at = None
    if ends.as_rostered:
        names = {one.status.value, *one.marks}
        chosen = wanted.missing_in or wanted.missing_out
        if not chosen or (wanted.missing_in and "missing_in" in names):
            in_at = shift.starts_at
        if not chosen or (wanted.missing_out and "missing_out" in names):
            out_at = shift.ends_at
    if ends.in_minute is not None:
        in_at = _instant(shift, ends.in_minute)
    if ends.out_minute is not None:
        out_at = _instant(shift, ends.out_minute)
    backwards = in_at is not None and out_at is not None and in_at >= out_at
    outside = (in_at is not None and in_at >= shift.ends_at) or (
        out_at is not None and out_at <= shift.starts_at
    )
    if backwards or outside:
        raise Usage("attendance.correct_bounds", shift_no=shift.shift_no, shift=bounds(shift))
    if max(at for at in (in_at, out_at) if at) > hall.now:
        raise Usage("attendance.correct_future", shift_no=shift.shift_no, shift=bounds(shift))
    return in_at, out_at


def _require_order(rows: Sequence[CorrectionRow], shift: Shift) -> None:
    """Refuse a sign-in that an earlier correction's sign-out does not follow, or the other way round."""
    ins = [row.in_at for row in rows if row.in_at]
    outs = [row.out_at for row in rows if row.out_at]
    if ins and outs and ins[-1] >= outs[-1]:
        raise Usage("attendance.correct_bounds", shift_no=shift.shift_no, shift=bounds(shift))


def _instant(shift: Shift, minute: int) -> datetime:
    """A time of the clock on the day of a shift; of one across midnight, the side that lies in it."""
    at = duty.midnight(shift.on) + timedelta(minutes=minute)
    crosses = shift.ends_at > duty.midnight(shift.on + timedelta(days=1))
    return at + timedelta(days=1) if crosses and at < shift.starts_at - timedelta(hours=6) else at


def _permitted(
    hall: Hall, row: CorrectionRow, shift: Shift, already: set[tuple[str, str]]
) -> CorrectionRow:
    """The row with whether it passes a limit; raises Refused when that is not for the actor to do."""
    if row.staff_no in {hall.actor_no, row.witness_no}:
        raise Refused("attendance.not_ones_own", article="23", staff_no=row.staff_no)
    if (row.shift_no, row.staff_no) in already:
        return row
    officer = hall.require_manager(shift.window_no, shift.on)
    first = shift.on.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    made = findings.acts_of_correction(hall.db, row.staff_no, first, last)
    law, calendar = hall.law.on(shift.on), calendar_on(hall, shift.on)
    ruling = policy.may_correct(shift.on, hall.today, made, calendar, law, officer=officer)
    if ruling.value:
        values = {"staff_no": row.staff_no, "month": f"{shift.on:%Y-%m}"}
        hall.note("attendance.correct_beyond", "23", **values)
    return row._replace(beyond=ruling.value)


def _shown(
    hall: Hall, rows: Sequence[CorrectionRow], shifts: Sequence[Judged], already: set[tuple[str, str]]
) -> list[Corrected]:  # fmt: skip
    days = [one.shift.on for one in shifts]
    now = {
        (one.shift.shift_no, one.shift.staff_no): one.status.value
        for one in judge_days(hall, min(days), max(days))
    }
    names = {one.staff_no: one.name for one in people.everybody(hall.db, hall.today)}
    found = []
    for row, one in zip(rows, shifts, strict=True):
        key = (row.shift_no, row.staff_no)
        found.append(
            Corrected(
                row.shift_no, row.staff_no, names[row.staff_no], one.shift.on, bounds(one.shift),
                row.in_at, row.out_at, now[key], one.status.value, row.beyond or None,
                key in already or None,
            )
        )  # fmt: skip
    return found


class Excused(NamedTuple):
    """A fault that is excused: the status stays."""

    shift_no: str
    staff_no: str
    name: str
    on: date
    status: str
    reason: str
    already: bool | None = None


@act("attendance excuse")
def excuse(hall: Hall, work: Writing, shift_no: str, staff: str | None, reason: str) -> Excused:
    """Excuse an absence, a late coming or the like; the officer's alone, never for the officer.

    Raises NotFound for an unknown shift, Conflict when there is nothing to excuse.
    """
    staff_no = hall.person(staff).staff_no if staff else None
    one = judge_shift(hall, shift_no, staff_no)
    if one is None:
        raise NotFound("why.unknown_shift", shift_no=shift_no)
    hall.require_officer("23")
    shift = one.shift
    if shift.staff_no == hall.actor_no:
        raise Refused("attendance.not_ones_own", article="23", staff_no=shift.staff_no)
    name = hall.person(shift.staff_no).name
    found = Excused(shift_no, shift.staff_no, name, shift.on, one.status.value, reason)
    if "excused" in one.marks:
        return found._replace(already=True)
    if not {one.status.value, *one.marks} & (FAULTS | {"left_post"}):
        raise Conflict("attendance.nothing_to_excuse", shift_no=shift_no)
    findings.add_excuse(work, Excuse(shift_no, shift.staff_no, reason, hall.actor_no))
    work.tell({"excused": shift_no}, staff=shift.staff_no)
    return found
