"""Punches from files."""

from hallctl.messages import N_

MESSAGES = {
    "attendance.imported": N_(
        "Punches: {rows} lines; {added} added, {unchanged} as before, {rejected} left out."
    ),
    "attendance.unknown_layout": N_("“{value}” is no layout; say one of {known}."),
    "attendance.unknown_pin": N_(
        "nobody has this number; import the roster first, or say --pin {value}=STAFF_NO"
    ),
    "attendance.future": N_("this punch lies in the future; check the device's clock"),
}
