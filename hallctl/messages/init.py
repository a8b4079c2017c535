"""Making the hall file."""

from hallctl.messages import N_

MESSAGES = {
    "init.done": N_(
        "Hall file made: {path}; in force from {effective_from}, {years} calendar years loaded."
        " Next: hallctl term add, hallctl window import FILE."
    ),
    "init.already": N_("{path} is this hall's file already; nothing changed."),
    "init.bad_noon": N_("“{value}” is not a choice for noon; say one of {known}."),
    "init.other_facts": N_(
        "{path} is already a hall file with other facts ({recorded}). Use --db for a second hall."
    ),
}
