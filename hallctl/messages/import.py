"""What every import says."""

from hallctl.messages import N_

MESSAGES = {
    "import.bad_rows": N_(
        "{count} bad rows; nothing was written. Correct them, or leave them out with --skip-bad."
    ),
    "import.already": N_("All {rows} rows were recorded before; nothing changed."),
    "import.changes": N_("Changed: {changes}"),
    "import.not_in_file": N_("On record but not in the file (they stay): {numbers}"),
    "import.columns_ignored": N_("Columns that were not understood: {columns}. Name them: --map HEADER=field."),
    "import.columns_not_kept": N_("Columns that are never kept: {columns}."),
    "import.left_out": N_("Left out: {row}"),
}
