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
}
