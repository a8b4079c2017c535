"""Voiding a transaction."""

from hallctl.messages import N_

MESSAGES = {
    "undo.done": N_("Entry {entry_no} ({command}, {at}) is voided."),
    "undo.unknown": N_("There is no entry {entry_no}. See: hallctl audit log."),
    "undo.nothing": N_("There is nothing to undo. See: hallctl audit log."),
    "undo.is_an_undo": N_(
        "Entry {entry_no} is itself an undo (of {voids}). Record the facts again instead."
    ),
    "undo.already": N_("Entry {entry_no} was undone before, by entry {by}."),
    "undo.is_init": N_("Entry {entry_no} made the hall file; it cannot be undone."),
    "undo.is_final": N_(
        "Entry {entry_no} ({command}) cannot be undone. See what it did: hallctl audit log."
    ),
    "undo.rested_on": N_(
        "Later acts rest on entry {entry_no}: {later}. Undo those first, the newest first:"
        " hallctl undo {newest}."
    ),
}
