"""Care of the hall file."""

from hallctl.messages import N_

MESSAGES = {
    "db.backed_up": N_("Backed up to {path} (up to entry {entry_no}), read back and whole."),
    "db.migrated": N_("{path} is up to date: migrations {applied}. As it was before: {backup}."),
    "db.migrated_before": N_("{path} is up to date already."),
}
