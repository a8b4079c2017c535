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
