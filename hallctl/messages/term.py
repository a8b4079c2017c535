"""Terms."""

from hallctl.messages import N_

MESSAGES = {
    "term.periods_imported": N_(
        "Class periods: {rows}; {added} added, {changed} changed, {unchanged} as before,"
        " {rejected} left out."
    ),
    "term.added": N_("Term {term}: {weeks} weeks from {week1_on} to {last_on}."),
    "term.already": N_("Term {term} is recorded like this already."),
    "term.bad_name": N_("“{value}” is not a term; write it like 2026-2027-1."),
    "term.not_a_monday": N_("{value} is not a Monday; week 1 begins on one."),
    "term.bad_weeks": N_("{value} weeks is no term; say 1 to 60."),
    "term.other_facts": N_(
        "Term {term} is recorded from {week1_on} to {last_on}, which is in the way."
        " See: hallctl term list; undo: hallctl audit log."
    ),
    "term.unknown": N_("There is no term “{term}”. See: hallctl term list."),
}
