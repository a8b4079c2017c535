"""Removing personal data."""

from hallctl.messages import N_

MESSAGES = {
    "erase.done": N_(
        "Removed for ever: {count} people, now {pseudonyms}; {rows} rows changed, {entries} entries sealed anew."
    ),
    "erase.trial": N_(
        "{count} people would be removed for ever, with no way back: {rows} rows, {entries} entries."
    ),
    "erase.nobody_gone": N_(
        "Nobody's data are to be removed. See: hallctl policy show records.keep_months."
    ),
    "erase.elsewhere": N_(
        "It cannot be undone. Backups, older hall files, printed slips and workbooks still hold the data: look"
        " through {folder} and delete what is no longer needed. Restoring such a backup brings the data back."
    ),
    "erase.signed": N_(
        "{number} entries were signed by a number that was removed; the chain covers it, so it stays there."
        " See: hallctl audit log."
    ),
    "erase.shared": N_(
        "{number} names, phones or cards are those of others as well: in rows about others they stay, since"
        " nobody can tell who is meant. Look through their notes: hallctl case list."
    ),
    "erase.skipped": N_(
        "Not removed, because something is still open: {numbers}. See: hallctl db erase NO --dry-run."
    ),
    "erase.reason": N_("Say why: --reason. It is kept for ever."),
    "erase.reason_names": N_(
        "The reason is kept for ever and may not name whom it is about. Word --reason without."
    ),
    "erase.nobody": N_("Say whose data: numbers, or --before DATE. See: hallctl db erase --help."),
    "erase.unknown": N_(
        "Nobody has the number {number}, on the roster or as an applicant. See: hallctl roster list."
    ),
    "erase.open": N_(
        "Something is still open about {number}, as listed. Finish it first, then run hallctl db erase again."
    ),
    "erase.open_post": N_("still serves there; first: hallctl roster end"),
    "erase.open_shift": N_("has a shift on that day; first: hallctl roster end"),
    "erase.open_case": N_("the case is open; first: hallctl case close"),
    "erase.open_rating": N_("the bad rating is not mended; first: hallctl case fix"),
    "erase.open_complaint": N_("the complaint has no reply; first: hallctl complaint reply"),
    "erase.open_violation": N_("nobody decided about it; first: hallctl credit confirm, or reject"),
    "erase.open_appeal": N_("the appeal has no verdict; first: hallctl credit appeal"),
    "erase.kept": N_(
        "Records are kept for {months} months after the last day ({last_on}), that is until {from_on}."
        " See: hallctl policy show records.keep_months."
    ),
}
