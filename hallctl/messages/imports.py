"""What every import says."""

from hallctl.messages import N_

MESSAGES = {
    "imports.bad_rows": N_(
        "{count} bad rows; nothing was written. Correct them, or leave them out with --skip-bad."
    ),
    "imports.already": N_("All {rows} rows were recorded before; nothing changed."),
    "imports.changes": N_("Changed: {changes}"),
    "imports.not_in_file": N_("{count} on record are not in the file and stay: {numbers}"),
    "imports.columns_ignored": N_(
        "Columns that were not understood: {columns}. Name them: --map HEADER=field."
    ),
    "imports.columns_not_kept": N_("Columns that are never kept: {columns}."),
    "imports.unknown_window": N_("there is no such window; see: hallctl window list"),
    "imports.unknown_person": N_("nobody has this number or name; see: hallctl roster list"),
    "imports.left_out": N_("Left out: {row}"),
}
