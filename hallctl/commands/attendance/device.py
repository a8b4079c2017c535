"""``hallctl attendance device``."""

from pathlib import Path
from typing import Annotated

import typer

from hallctl.commands.desk import Desk, command
from hallctl.commands.lazy import verb
from hallctl.commands.options import On
from hallctl.commands.words import pairs
from hallctl.errors import Note, Usage
from hallctl.messages import _
from hallctl.office import devices, pin_files
from hallctl.office.devices import Device
from hallctl.show import Reply

app = verb()


@command(
    app, "device", _("Say whose a device's numbers are, and how fast its clock is."), writes=True
)
def device(
    desk: Desk,
    name: Annotated[str | None, typer.Argument(help=_("The device; none shows all."))] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="PIN=STAFF_NO|FILE", help=_("Whose numbers are, or a table of them.")
        ),
    ] = None,
    offset: Annotated[
        int | None,
        typer.Option(
            "--offset", help=_("By how many seconds its clock is fast; slow is negative.")
        ),
    ] = None,
    on: On = None,
) -> Reply:
    """Tell or show what imports apply to a device's punches from a day on."""
    if mapping is None and offset is None:
        found = devices.show(desk.hall, name)
        return Reply(found, text=[line for one in found for line in _lines(one)])
    if name is None:
        raise Usage("attendance.which_device")
    pins: dict[str, str] = {}
    for said in mapping or ():
        pins |= pairs([said]) if "=" in said else pin_files.read_pins(Path(said))
    told = devices.tell(desk.hall, name, pins, offset, desk.day(on))
    code = "attendance.device_already" if told.already else "attendance.device_told"
    values = {"device": name, "pins": len(pins), "offset": offset or 0}
    return Reply(told, [Note(code, values=values)])


def _lines(one: Device) -> list[str]:
    text = _("{device}: clock {offset} s fast from {from_on} on")
    lines = [text.format(device=one.device, offset=row.offset_seconds, from_on=row.from_on)
             for row in one.clocks]  # fmt: skip
    return lines + [f"{one.device}: {row.pin} = {row.staff_no} ({row.from_on})" for row in one.pins]
