"""Windows."""

from hallctl.messages import N_

MESSAGES = {
    "window.imported": N_(
        "Windows: {rows} rows; {added} added, {changed} changed, {unchanged} as before, {rejected} left out."
    ),
    "window.unknown": N_("There is no window “{said}”. See: hallctl window list."),
    "window.new_category": N_(
        "“{category}” is none of the nine categories ({known}); it was taken as a new one."
    ),
}
