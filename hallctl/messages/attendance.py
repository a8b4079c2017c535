"""Punches from files."""

from hallctl.messages import N_

MESSAGES = {
    "attendance.imported": N_(
        "Punches: {rows} lines; {added} added, {unchanged} as before, {rejected} left out."
    ),
    "attendance.unknown_layout": N_("“{value}” is no layout; say one of {known}."),
    "attendance.unknown_pin": N_(
        "nobody has this number ({count} lines: {rows}); import the roster first, or say whose it is:"
        " hallctl attendance device {device} --map {value}=STAFF_NO"
    ),
    "attendance.pin_of_nobody": N_("nobody has this staff number; import the roster first"),
    "attendance.which_device": N_("Say which device: hallctl attendance device NAME --map PIN=NO."),
    "attendance.device_told": N_(
        "Device {device}: {pins} numbers mapped, clock {offset} s fast. Imports apply it from now on."
    ),
    "attendance.device_already": N_("Device {device}: this was said before."),
    "attendance.outside": N_("{count} punches were made away from the place (rows {rows})."),
    "attendance.made_up": N_("{count} punches were approved later, not made (rows {rows})."),
    "attendance.future": N_("this punch lies in the future; check the device's clock"),
}
