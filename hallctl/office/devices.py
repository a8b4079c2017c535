"""Attendance devices: their numbers and clocks, as ``attendance import`` applies them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hallctl.errors import BadInput, RowError
from hallctl.office.hall import Hall, act
from hallctl.store import devices, people
from hallctl.store.devices import ClockRow, PinRow
from hallctl.store.writing import Writing


class Device(NamedTuple):
    """What is known about one device."""

    device: str
    pins: Sequence[PinRow]
    clocks: Sequence[ClockRow]
    already: bool | None = None


class Known:
    """The numbers and clocks of every device, for many lines."""

    def __init__(self, hall: Hall) -> None:
        self._pins: dict[tuple[str, str], list[PinRow]] = {}
        self._clocks: dict[str, list[ClockRow]] = {}
        for pin in devices.pins(hall.db):
            self._pins.setdefault((pin.device, pin.pin), []).append(pin)
        for one in devices.clocks(hall.db):
            self._clocks.setdefault(one.device, []).append(one)

    def whose(self, device: str | None, pin: str, day: date) -> str | None:
        """The person that a device's number is on a day, None when nobody said so."""
        rows = self._pins.get((device or "", pin), ())
        return next((row.staff_no for row in rows if row.from_on <= day), None)

    def fast_by(self, device: str | None, day: date) -> int:
        """By how many seconds a device's clock is fast on a day."""
        rows = self._clocks.get(device or "", ())
        return next((row.offset_seconds for row in rows if row.from_on <= day), 0)


@act("attendance device")
def tell(
    hall: Hall, work: Writing, device: str, pins: Mapping[str, str], offset: int | None, on: date
) -> Device:
    """Say whose a device's numbers are and how fast its clock is, from a day on.

    Raises BadInput with every number whose person is unknown.
    """
    unknown = people.unknown(hall.db, dict.fromkeys(pins.values()))
    if unknown:
        rows = [
            RowError("attendance.pin_of_nobody", None, None, pin, no)
            for pin, no in pins.items()
            if no in unknown
        ]
        raise BadInput("imports.bad_rows", rows=rows, count=len(rows))
    known = Known(hall)
    for pin, staff_no in pins.items():
        if known.whose(device, pin, on) != staff_no:
            devices.add_pin(work, PinRow(device, pin, staff_no, on))
    if offset is not None and known.fast_by(device, on) != offset:
        devices.add_clock(work, ClockRow(device, offset, on))
    already = not work.changed()
    work.tell({"pins": len(pins)}, device=device, offset=offset, on=on)
    return show(hall, device)[0]._replace(already=already or None)


def show(hall: Hall, device: str | None = None) -> list[Device]:
    """Every device that something was said about, or the one that is named."""
    pins, clocks = devices.pins(hall.db, device), devices.clocks(hall.db, device)
    names = {one.device for one in pins} | {one.device for one in clocks}
    if device:
        names.add(device)
    return [
        Device(
            name,
            [one for one in pins if one.device == name],
            [one for one in clocks if one.device == name],
        )
        for name in sorted(names)
    ]
