"""What a check of the hall file can find."""

from hallctl.messages import N_

MESSAGES = {
    "check.integrity": N_("SQLite finds the file damaged: {said}"),
    "check.foreign_key": N_("{where} names a row of {said} that does not exist."),
    "check.journal_mode": N_("The file is in journal mode {said}, not delete: run hallctl only."),
    "check.chain_broken": N_("{where} does not follow the entry before it: the chain was changed."),
    "check.detail_changed": N_("{where}: what the entry says it did was changed."),
    "check.rows_changed": N_("{where}: rows of {said} are not as they were written."),
    "check.voids_changed": N_("{where}: rows of {said} were voided or restored by hand."),
    "check.case_now": N_("{where}: the list of current states disagrees with the case's events."),
}
