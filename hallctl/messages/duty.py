"""The duty roster, leave and swaps."""

from hallctl.messages import N_

MESSAGES = {
    "duty.built": N_(
        "Drafted {from_on} to {to_on}: {covered} of {wanted} places filled, {by_students} by students of"
        " the window, {by_substitutes} by substitutes, {by_leaders} by leaders; {missing} stay open."
    ),
    "duty.built_already": N_(
        "The draft of {from_on} to {to_on} is this one already: {covered} of {wanted} places filled."
    ),
    "duty.build_next": N_("Publish it: hallctl duty publish --from {from_on} --to {to_on}."),
    "duty.bad_range": N_("{from_on} to {to_on} is no range of days, or one above 400."),
    "duty.which_days": N_("Say which days: --week 2026-W49, or --from DATE --to DATE."),
    "duty.week_or_days": N_("Say a week or days, not both."),
    "duty.classes_unclear": N_(
        "{day} is a make-up workday and nobody said whose classes run; say so with"
        " hallctl calendar override makeup_class --from {day} --as-weekday N."
    ),
    "duty.fixed_not_kept": N_(
        "The fixed duty of {name} ({staff_no}) on {day}, {shift}, at {window} cannot be kept: {why}."
    ),
    "duty.published": N_("Version {version} is published: {shifts} shifts, {from_on} to {to_on}."),
    "duty.published_already": N_("There is no draft to publish. Make one: hallctl duty build."),
    "duty.draft_past": N_("{number} drafted shifts have begun meanwhile and were left out."),
    "duty.draft_outdated": N_(
        "{count} drafted shifts cannot be kept any more ({shifts}). Build again: hallctl duty build."
    ),
    "duty.no_version": N_("There is no version {version}. See: hallctl duty versions."),
    "duty.nothing_published": N_(
        "No shift is published from {from_on} to {to_on}. See: hallctl duty build, hallctl duty publish."
    ),
    "duty.unknown_shift_name": N_("No shift is called {shift}; there are {known}."),
    "duty.bad_need": N_("“{value}” is no number of people from 0 to 20."),
    "duty.demand_set": N_("{window} wants {need} in {shift} from {from_on}."),
    "duty.demand_already": N_("{window} wants {need} in {shift} already."),
    "duty.fix_what": N_("Say --window, --weekday and --shift, or nothing to list fixed duties."),
    "duty.fixed": N_(
        "{name} ({staff_no}) has {shift} at {window} every week on weekday {weekday}."
    ),
    "duty.fixed_already": N_("{name} ({staff_no}) has this fixed duty already."),
    "duty.fixed_elsewhere": N_(
        "{name} has a fixed duty at {window} then, from {from_on}. End it first: hallctl duty fix … --to DATE."
    ),
    "duty.roster_written": N_("The roster of {from_on} to {to_on}, {shifts} shifts, is in {path}."),
    "duty.calendars_written": N_("Calendars of {people} people, {shifts} shifts, are in {path}."),
    "duty.imported": N_(
        "Duty roster: {rows} shifts; {added} added, {changed} changed, {unchanged} as before,"
        " {rejected} left out."
    ),
    "duty.withdrawn": N_("{number} shifts that the file no longer has were withdrawn."),
    "duty.would_lose_swaps": N_(
        "Shifts {shifts} were swapped; changing or withdrawing them would lose the swap. Undo"
        " it first:"
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
    "duty.swap_requested": N_(
        "Request {request_no}: {giver_no} asks {taker_no} to take over {on}, {start} to "
        "{end}. Next: hallctl duty agree {request_no}."
    ),
    "duty.swap_agreed": N_(
        "Request {request_no}: {taker_no} agrees to take over {on}, {start} to {end}. Next: "
        "hallctl duty approve {request_no}."
    ),
    "duty.swap_declined": N_("Request {request_no} is declined; {giver_no} keeps the shift."),
    "duty.swap_withdrawn": N_("Request {request_no} is withdrawn; {giver_no} has the shift."),
    "duty.request_already": N_("Request {request_no} stands at {state} already."),
    "duty.swap_flags": N_(
        "Say --agreed --approve together when all stand at the desk, --agreed alone, or "
        "--request alone."
    ),
    "duty.part_needs_both": N_("A part of a shift needs both ends: --from 14:30 --to 16:00."),
    "duty.part_outside": N_("The part must lie within the shift, {start} to {end}."),
    "duty.which_shift": N_(
        "There are several shifts on {day}: {shifts}. Say which: --shift NUMBER."
    ),
    "duty.not_the_shift_of": N_(
        "{shift_no} is no shift of {staff_no}. See: hallctl duty list --staff {staff_no}."
    ),
    "duty.unknown_request": N_("There is no request {request_no}. See: hallctl duty requests."),
    "duty.request_is_over": N_(
        "Request {request_no} is {state} already. Ask anew: hallctl duty swap."
    ),
    "duty.not_agreed": N_(
        "{taker_no} has not agreed to request {request_no} yet. Next: hallctl duty agree "
        "{request_no}, or approve it with --agreed."
    ),
    "duty.not_your_swap": N_(
        "{actor_no} has no part in this swap; only {numbers}, the leader of the window or the"
        " hall's head may do this."
    ),
    "duty.shift_over": N_(
        "Shift {shift_no} is over; only the hall's head can record a swap afterwards: hallctl"
        " duty swap."
    ),
    "duty.shift_begun": N_(
        "Shift {shift_no} has begun; the swap stays. If it is wrong: hallctl audit log, then "
        "hallctl undo."
    ),
    "duty.swap_recorded_late": N_(
        "The swap of shift {shift_no} on {on} is recorded after the shift."
    ),
    "duty.short_notice": N_("This is less than {hours} hours before the shift begins ({start})."),
    "duty.taker_not_serving": N_(
        "{name} ({taker_no}) serves at no window on that day and cannot take over. See: "
        "hallctl roster show {taker_no}."
    ),
    "duty.taker_on_leave": N_(
        "{name} ({taker_no}) is on leave at that time and cannot take over. See: hallctl duty"
        " leaves."
    ),
    "duty.taker_has_class": N_(
        "{name} ({taker_no}) has a class at that time and cannot take over. Ask somebody "
        "else: hallctl duty list."
    ),
    "duty.taker_over_limit": N_(
        "{taker_no} has more than {limit} hours of duty that week with this shift."
    ),
    "duty.taker_over_day": N_("{taker_no} has more than {limit} shifts that day with this one."),
    "duty.leave_substituted": N_(
        "Leave of {name} ({staff_no}) from {from_at} to {to_at} is recorded; {substitutes} "
        "takes over, shifts: {substituted}."
    ),
    "duty.leave_cancelled": N_(
        "Leave {leave_no} of {name} ({staff_no}) from {from_at} to {to_at} is cancelled."
    ),
    "duty.leave_overlaps": N_(
        "{name} has leave {leave_no} at that time already. If it replaces it: hallctl duty "
        "cancel {leave_no}."
    ),
    "duty.leave_would_grow": N_(
        "Leave can only be shortened within {from_at} to {to_at}. For more: hallctl duty leave."
    ),
    "duty.nothing_to_substitute": N_(
        "{name} has no shift during this leave that could be taken over."
    ),
    "duty.unknown_leave_no": N_("There is no standing leave {leave_no}. See: hallctl duty leaves."),
    "duty.no_timetables": N_(
        "{number} students have no timetable and were not rostered ({staff_nos})."
        " Import them: hallctl roster timetable import."
    ),
}
