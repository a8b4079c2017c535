"""Working days."""

from hallctl.messages import N_

MESSAGES = {
    "calendar.only_makeup_class": N_(
        "--as-weekday and --as-week say which classes are made up; they belong to makeup_class, not {kind}."
    ),
    "calendar.synced": N_(
        "Calendar: {added} years added, {changed} changed, {unchanged} as before."
    ),
    "calendar.imported": N_(
        "Calendar: {added} years added, {changed} changed, {unchanged} as before."
    ),
    "calendar.unannounced": N_(
        "The working days of {year} are not known. When the notice is out: hallctl calendar import FILE."
    ),
    "calendar.not_announced": N_(
        "The notice for {year} names no day: it is not announced yet. Nothing was loaded."
    ),
    "calendar.overridden": N_("{kind} from {from_on} to {to_on} is recorded."),
    "calendar.override_already": N_("{kind} from {from_on} to {to_on} was recorded before."),
    "calendar.unknown_kind": N_("“{value}” is no kind of local day; say one of {known}."),
    "calendar.bad_override": N_(
        "{kind} from {from_on} to {to_on}: the days or the hours (--hours 09:00-16:00) are not right."
    ),
    "calendar.overlap": N_(
        "Two local rows of kind {kind} overlap ({first} and {second}). Undo one of them."
    ),
    "calendar.redated": N_("{number} due dates counted anew."),
    "calendar.none_redated": N_("Every date stands as it is."),
    "calendar.to_settle": N_(
        "{number} provisional due dates rest on years that are announced now. Settle them: hallctl calendar recompute."
    ),
    "calendar.date_to_settle": N_(
        "{where}: due on {was}, by the calendar of today {due_on}. Settle it: hallctl calendar recompute."
    ),
    "calendar.firm_date_differs": N_(
        "{where}: promised for {was}, by the calendar of today {due_on}; it stays unless you move it:"
        " hallctl calendar recompute --case NO --note REASON."
    ),
}
