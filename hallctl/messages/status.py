"""The officer's board."""

from hallctl.messages import N_

MESSAGES = {
    "status.year_unannounced": N_(
        "The working days of {year} are not announced; due dates that reach into it are provisional."
    ),
}
