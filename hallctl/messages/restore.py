"""A backup that takes the hall file's place."""

from hallctl.messages import N_

MESSAGES = {
    "restore.done": N_("{path} is now as in {backup}. The file before lies at {aside}."),
    "restore.fresh": N_("{path} is now as in {backup}; there was no hall file before."),
    "restore.already": N_("{path} holds what {backup} holds, and is whole. Nothing was changed."),
    "restore.lost": N_(
        "{lost} entries are newer than the backup, from {lost_from_at} to {lost_to_at}: enter them again."
        " Before it, they can be read with: hallctl audit log."
    ),
    "restore.lost_after": N_(
        "{lost} entries are newer than the backup, from {lost_from_at} to {lost_to_at}. See them with"
        " hallctl --db {aside} audit log, enter them again, then run: hallctl db check."
    ),
    "restore.nothing_lost": N_("No entry is lost. See: hallctl db check."),
    "restore.unreadable": N_(
        "The file before cannot be read, so nobody can say what is newer than the backup. Compare the newest"
        " papers, enter again what is missing, then run: hallctl db check."
    ),
    "restore.no_backup": N_(
        "There is no file {path}. Backups lie in the folder: hallctl db where."
    ),
    "restore.itself": N_("{path} is the hall file itself. Name a backup: hallctl db restore FILE."),
    "restore.damaged": N_(
        "{path} is not whole: {count} findings, the first at {first}. Nothing was changed; take another"
        " backup: hallctl db restore FILE."
    ),
    "restore.older": N_(
        "{path} is of schema {found}, this hallctl needs {known}. Bring the backup up to date first:"
        " hallctl --db {path} db migrate."
    ),
    "restore.busy": N_(
        "{path} is in use. Close the kiosk and other windows of hallctl, then run hallctl db restore again."
    ),
}
