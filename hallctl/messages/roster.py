"""The staff roster."""

from hallctl.messages import N_

MESSAGES = {
    "roster.imported": N_(
        "Roster: {rows} rows; {added} added, {changed} changed, {unchanged} as before, {rejected} left out."
    ),
    "roster.renamed": N_("{staff_no} was {old} and is now {new}: is it still the same person?"),
    "roster.role_missing": N_("a new person needs a role: 专职干事, 窗口负责人 or 窗口工作人员"),
    "roster.window_missing": N_("leaders and student workers serve at a window"),
    "roster.ends_before_start": N_("this is before the day the person started"),
    "roster.second_officer": N_(
        "there is one officer already ({other}); a hall has exactly one (Art. 5)"
    ),
    "roster.officers": N_("The hall has {number} officers; it must have exactly one (Art. 5)."),
    "roster.leaders_missing": N_(
        "{window} ({window_no}) has had no leader since {since}, {workdays_open} working days:"
        " write to {department} for one (Art. 6, 30)."
    ),
    "roster.leaders_too_many": N_("{window} ({window_no}) has {number} leaders too many (Art. 6)."),
    "roster.students_missing": N_(
        "{window} ({window_no}) has lacked {number} student workers since {since},"
        " {workdays_open} working days: select anew (Art. 6, 30)."
    ),
    "roster.badge_taken": N_("this badge is worn by {other}; give each serving person its own"),
    "roster.assigned": N_("{name} ({staff_no}) serves {window_no} as {role} from {started_on} on."),
    "roster.assigned_already": N_(
        "{name} ({staff_no}) has served there as {role} since {started_on}."
    ),
    "roster.unknown_role": N_("There is no role “{value}”. Roles: {known}."),
    "roster.needs_window": N_(
        "A {role} serves at a window: say --window. See: hallctl window list."
    ),
    "roster.officer_has_no_window": N_("The officer serves the whole hall: leave --window out."),
    "roster.one_officer": N_(
        "On {on} the hall has its officer already ({other}). End that post first: hallctl roster end."
    ),
    "roster.later_post": N_(
        "{name} has a later post from {on} on (window {window_no})."
        " Take that back first, see: hallctl roster show."
    ),
    "roster.shifts_elsewhere": N_(
        "{name} still has {number} shifts at another window after that."
        " See: hallctl duty list --staff {staff_no}"
    ),
    "roster.unknown_reason": N_(
        "“{value}” is no reason for leaving. Reasons: {known}. A dismissal is: hallctl roster dismiss."
    ),
    "roster.needs_reason": N_("Say why with --reason: {known}."),
    "roster.nobody_named": N_("Nobody is named: give numbers, --class or --file."),
    "roster.nobody_of_class": N_(
        "No serving student worker is of a class “{value}”. See: hallctl roster list."
    ),
    "roster.other_name": N_("on record this number is {recorded}"),
    "roster.row_reason": N_("no reason for leaving: write one of {known}, or say --reason"),
    "roster.not_serving": N_(
        "{name} ({staff_no}) does not serve on {on}. See: hallctl roster show {staff_no}"
    ),
    "roster.served_later": N_(
        "{name} signed in or out at {at}, after the last day {on}. Choose a later --on."
    ),
    "roster.ended": N_(
        "{number} people leave ({names}); {freed} shifts are free, see: hallctl duty gaps."
    ),
    "roster.ended_already": N_("They have left already."),
    "roster.dismissed": N_(
        "{name} ({staff_no}) is dismissed, last day {last_on}; {freed} shifts are free."
    ),
    "roster.dismissed_already": N_("{name} ({staff_no}) was dismissed already."),
    "roster.dismissal_not_due": N_(
        "With {balance} points no dismissal is due (below {below})."
        " Where somebody is not up to the work say why with --reason (Art. 30)."
    ),
    "roster.not_ours_to_dismiss": N_(
        "A {role} is not dismissed by the hall: write to the department, then hallctl roster replace."
    ),
    "roster.replaced": N_(
        "{new_name} takes the post of {old_name} at {window} from {from_on} on; {freed} shifts are free."
    ),
    "roster.replaced_already": N_("{new_name} has the post of {old_name} already."),
    "roster.replacement_needs_reason": N_("A replacement needs its reason: --reason (Art. 30)."),
    "roster.replaced_by_oneself": N_("{name} cannot take the own post: name somebody else."),
    "roster.no_post_to_fill": N_(
        "{name} holds no window's post on {on} or before. See: hallctl roster show."
    ),
    "roster.letter_to_department": N_(
        "{window} changes its leader: confirm it to {department} by letter."
    ),
    "roster.no_term": N_("No term runs today: say --term, or --from and --to."),
    "roster.no_days": N_("From {from_on} to {to_on} there is no day to look at."),
    "roster.term_or_days": N_("Say --term, or --from with --to."),
}
