"""Counts of visits and enquiries."""

from hallctl.messages import N_

MESSAGES = {
    "tally.set": N_("{window}, {on}: {counts}."),
    "tally.already": N_("{window}, {on}: {counts}; recorded so before."),
    "tally.bad_count": N_("“{value}” is no count; write it like visit=12."),
    "tally.unknown_kind": N_(
        "{kinds} is not counted; known are {known}. To count more: hallctl policy set tally.kinds."
    ),
    "tally.future": N_("{on} has not come yet. Give the day it was counted: --on."),
}
