"""The duty roster, leave and swaps."""

from hallctl.messages import N_

MESSAGES = {
    "duty.imported": N_(
        "Duty roster: {rows} shifts; {added} added, {changed} changed, {unchanged} as before,"
        " {rejected} left out."
    ),
    "duty.withdrawn": N_("{number} shifts that the file no longer has were withdrawn."),
    "duty.would_lose_swaps": N_(
        "Shifts {shifts} were swapped; changing or withdrawing them would lose the swap. Undo it first:"
        " hallctl audit log."
    ),
    "duty.grid_needs_span": N_("A weekly grid needs its days: --from DATE --to DATE."),
    "duty.unknown_shift": N_("no shift has this name; use 上午, 下午 or times such as 08:30-12:00"),
    "duty.before_regulation": N_("this is before the regulation came into force (Art. 36)"),
    "duty.ambiguous_name": N_("several people have this name ({numbers}); write the number"),
    "duty.two_places": N_("on {day} this person already stands at {other} at that time"),
    "duty.unknown_leave": N_("“{value}” is no kind of leave; say one of {known}."),
    "duty.leave_backwards": N_("Leave from {from_at} to {to_at} ends before it begins."),
    "duty.leave_recorded": N_(
        "Leave of {name} ({staff_no}) from {from_at} to {to_at} is recorded."
    ),
    "duty.leave_already": N_(
        "Leave of {name} ({staff_no}) from {from_at} to {to_at} was recorded before."
    ),
    "duty.swap_with_oneself": N_("{name} cannot swap with themselves."),
    "duty.swapped": N_(
        "The shift of {giver_no} on {on}, {start} to {end}, is taken over by {taker_no}."
    ),
    "duty.swap_already": N_("This swap between {giver_no} and {taker_no} was recorded before."),
    "duty.swapped_before": N_(
        "Shift {shift_no} was given to {other} already. Undo that first: hallctl audit log."
    ),
    "duty.taker_is_busy": N_("{name} is on duty at {window} at that time and cannot take over."),
    "duty.no_shift_then": N_(
        "{staff_no} has no shift at {at}. See: hallctl duty list --staff {staff_no}."
    ),
}
