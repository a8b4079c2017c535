"""Working days."""

from hallctl.messages import N_

MESSAGES = {
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
    "calendar.overlap": N_(
        "Two local rows of kind {kind} overlap ({first} and {second}). Undo one of them."
    ),
}
