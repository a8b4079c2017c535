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
    "attendance.checked": N_(
        "Check {check_no}: {name} ({staff_no}) was not at {window} at {at}; the shift is marked."
    ),
    "attendance.check_already": N_(
        "Check {check_no} of {name} ({staff_no}) stands at {state} already."
    ),
    "attendance.check_contested": N_(
        "Check {check_no} is contested. Next: hallctl attendance decide {check_no}."
    ),
    "attendance.check_upheld": N_("Check {check_no} is upheld; the mark stays."),
    "attendance.check_dropped": N_("Check {check_no} is dropped; the mark is gone."),
    "attendance.check_is_decided": N_(
        "Check {check_no} is {state} already. If that was wrong: hallctl audit log, then "
        "hallctl undo."
    ),
    "attendance.unknown_check": N_("There is no check {check_no}. See: hallctl attendance checks."),
    "attendance.nobody_rostered": N_(
        "Nobody is rostered at {window} at {at}. See: hallctl duty list."
    ),
    "attendance.not_ones_own": N_(
        "{staff_no} cannot correct, witness or excuse their own shift. Let somebody else do "
        "it: --actor, --witness."
    ),
    "attendance.corrected": N_("{name} ({staff_no}), {on} {shift}: {before} → {status}."),
    "attendance.correct_already": N_("{name} ({staff_no}), {on} {shift}: corrected so before."),
    "attendance.correct_whom": N_("Say whose: numbers, --window or --shift."),
    "attendance.correct_what": N_("Say what: --in, --out or --as-rostered."),
    "attendance.correct_bounds": N_(
        "The times do not lie in shift {shift_no} ({shift}), or end before they begin. Say "
        "others: --in, --out."
    ),
    "attendance.correct_future": N_(
        "Shift {shift_no} ({shift}): this time has not come yet. Correct it when the shift is over."
    ),
    "attendance.nothing_to_correct": N_(
        "No shift fits: nothing is missing or wrong there. See: hallctl attendance show "
        "--only exceptions."
    ),
    "attendance.correct_too_late": N_(
        "The shift of {on} lies {days} working days back, more than {limit}; only the officer"
        " may correct it, with a reason that the report shows."
    ),
    "attendance.correct_too_often": N_(
        "There were {made} corrections in that month, the limit is {limit}; only the officer "
        "may make more, with a reason that the report shows."
    ),
    "attendance.correct_beyond": N_(
        "{staff_no}: beyond the limits of {month}; the reason is shown in the report."
    ),
    "attendance.excused": N_("{name} ({staff_no}), {on}: {status}, excused."),
    "attendance.excused_already": N_("{name} ({staff_no}), {on}: excused before."),
    "attendance.nothing_to_excuse": N_(
        "Shift {shift_no} has no fault to excuse. See: hallctl why shift:{shift_no}."
    ),
    "attendance.closed_month": N_(
        "{month} is closed: {shifts} shifts, digest {short}. Next: hallctl report monthly {month}."
    ),
    "attendance.close_already": N_("{month} was closed before, digest {short}."),
    "attendance.reopened_month": N_(
        "{month} is open again; the next report shows what changes. Then: hallctl attendance "
        "close {month}."
    ),
    "attendance.reopen_already": N_("{month} is open already."),
    "attendance.never_closed": N_("{month} was never closed. See: hallctl attendance closed."),
    "attendance.closing_stands": N_(
        "A closing or reopening is not undone. Open the month again: hallctl attendance "
        "reopen MONTH --reason TEXT."
    ),
    "attendance.month_closed": N_(
        "{month} is closed; its facts change only after: hallctl attendance reopen {month} "
        "--reason TEXT."
    ),
    "attendance.row_of_a_closed_month": N_(
        "{month} is closed; leave it out with --skip-bad, or first: hallctl attendance reopen"
        " {month}"
    ),
    "attendance.month_not_over": N_(
        "{month} is not over before {day} has passed. Until then: hallctl report monthly "
        "{month} writes a draft."
    ),
    "attendance.month_not_settled": N_(
        "{number} shifts of {month} are not settled yet. Wait until an hour after the last "
        "one, then close again."
    ),
    "attendance.open_missing": N_(
        "{number} sign-ins of {month} are missing. Correct them with a witness (hallctl "
        "attendance correct), or let them count as absent: hallctl attendance close {month} "
        "--accept-open."
    ),
    "attendance.still_open": N_("shift {shift_no}, {on} {shift}, {name}: the sign-in is missing"),
    "attendance.taps_waiting": N_(
        "{month} cannot be closed: {number} taps up to its end wait beside the hall file."
        " Write them first: hallctl signin --kiosk."
    ),
    "attendance.earlier_unreported": N_(
        "{months} came before {month} and is not reported yet. Next: hallctl attendance close {first}."
    ),
    "attendance.report_overdue": N_(
        "{month} is not reported; it was due on {report_due_on} (Art. 23). Next: hallctl "
        "attendance close {month}."
    ),
}
