"""The paper sign-in sheet for a day without power (Art. 23): who is on duty, with room to sign."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl import attendance
from hallctl.blanks import SignDay, SignLine, SignSheet
from hallctl.errors import NotFound
from hallctl.model import Shift
from hallctl.office.hall import Hall
from hallctl.office.signing import bounds
from hallctl.store import days, duty, people, places


class Written(NamedTuple):
    """A sheet that was written."""

    path: str
    days: int
    rows: int
    sha256: str


def write(hall: Hall, from_on: date, to_on: date, window: str | None, path: Path) -> Written:
    """Write the sheet for some days (both included), one page per day; the same duties, the same bytes.

    Raises NotFound when nobody is on duty then.
    """
    from hallctl.office.paperwork import fonts, head_at
    from hallctl.sheets.sign_sheet import write_sign_sheet

    found = _days(hall, from_on, to_on, window)
    if not found:
        raise NotFound("template.nobody_on_duty", from_on=from_on, to_on=to_on)
    sheet = SignSheet(hall.facts.college, hall.facts.name, found, head_at(hall))
    digest = write_sign_sheet(sheet, path, fonts(hall, from_on))
    return Written(str(path), len(found), sum(len(day.lines) for day in found), digest)


def _days(hall: Hall, from_on: date, to_on: date, window: str | None) -> list[SignDay]:
    names = {one.staff_no: one.name for one in people.everybody(hall.db, to_on)}
    windows = places.window_names(hall.db, to_on)
    listed = attendance.on_special_days(
        duty.shifts(hall.db, from_on, to_on), days.local_days(hall.db)
    )
    found: dict[date, list[Shift]] = {}
    for one in listed:
        if one.given_to is None and window in {None, one.window_no, windows[one.window_no]}:
            found.setdefault(one.on, []).append(one)
    return [
        SignDay(
            on,
            [
                SignLine(
                    f"{one.name} {bounds(one)}".strip(), windows[one.window_no], one.staff_no,
                    names.get(one.staff_no, ""),
                )
                for one in sorted(shifts, key=lambda one: (one.starts_at, one.window_no, one.staff_no))
            ],
        )
        for on, shifts in sorted(found.items())
    ]  # fmt: skip
