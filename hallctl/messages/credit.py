"""Credit points."""

from hallctl.messages import N_

MESSAGES = {
    "credit.proposed": N_(
        "{entry_no}: proposed for {name} ({staff_no}). Confirm: hallctl credit confirm {entry_no}."
    ),
    "credit.confirmed": N_(
        "{entry_no}: confirmed; time no. {ordinal}, {points} points, {balance} left for {name}."
    ),
    "credit.rejected": N_("{entry_no}: rejected; no points are lost."),
    "credit.already": N_("{entry_no} was recorded like this before: {state}."),
    "credit.dismissal_due": N_(
        "{name} ({staff_no}) has {balance} points: dismissal is to be decided. See: hallctl why {staff_no}."
    ),
    "credit.likely_repeat": N_("{entry_no} looks like {other}: same person, kind and day."),
    "credit.written": N_("Written: {path}"),
    "credit.unknown": N_("There is no entry {entry_no}. See: hallctl credit list."),
    "credit.decided_otherwise": N_(
        "{entry_no} was decided before: {state}. To take that back: hallctl undo ENTRY."
    ),
    "credit.kind_is_off": N_(
        "Points are not taken for {kind}; the kinds are {known}. See: hallctl policy show credit.kinds."
    ),
    "credit.students_only": N_(
        "Points apply to student workers only (this is a {role}). See: hallctl policy show credit.applies_to."
    ),
    "credit.future": N_("{day} has not come yet. Give the day it happened: --on."),
    "credit.needs_note": N_("Say what happened and how it is known: --note."),
}
