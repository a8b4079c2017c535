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
        "Points apply to student workers only (this is a {role}). For a leader: hallctl credit letter."
        " See: hallctl policy show credit.applies_to."
    ),
    "credit.stated": N_("{entry_no}: what {name} says about it is recorded."),
    "credit.appealed": N_(
        "{entry_no}: the appeal is recorded."
        " The verdict: hallctl credit appeal {entry_no} --verdict upheld --reason TEXT (or dismissed)."
    ),
    "credit.appeal_upheld": N_("{entry_no}: the appeal is upheld, the deduction is taken back."),
    "credit.appeal_dismissed": N_("{entry_no}: the appeal is dismissed, the deduction stands."),
    "credit.reversed": N_("{entry_no}: the deduction is taken back; later ones are counted anew."),
    "credit.handed_over": N_("{entry_no}: handed to {handed_to}."),
    "credit.kept": N_(
        "{name} ({staff_no}) stays at {balance} points: {kept_because}. Below {balance} it is to be decided again."
    ),
    "credit.kept_already": N_("{name} ({staff_no}): decided like this before."),
    "credit.letter_written": N_(
        "{letter_no}: a letter about {name} to {department}."
        " Print it: hallctl credit slip {letter_no} letter."
    ),
    "credit.letter_already": N_("{letter_no} says the same already."),
    "credit.from_cases": N_(
        "{number} proposed from cases that became late. Confirm or reject each: hallctl credit list."
    ),
    "credit.from_cases_alone": N_(
        "--from-cases proposes by the cases alone; leave --staff, --kind, --on, --note, --case and --ref out."
    ),
    "credit.needs_words": N_(
        "Say --staff, --kind, --on and --note, or --from-cases for the cases that became late."
    ),
    "credit.appealed_before": N_(
        "{entry_no} was contested before, with a verdict: {verdict}. See: hallctl credit list --all."
    ),
    "credit.appeal_is_open": N_(
        "An appeal against {entry_no} waits for its verdict: hallctl credit appeal {entry_no} --verdict VERDICT."
    ),
    "credit.appeal_order": N_(
        "{entry_no} cannot have been contested at {at}: it was confirmed at {since}, and tomorrow has"
        " not come. Give the right time: --at."
    ),
    "credit.appeal_too_late": N_(
        "{entry_no} could be contested until {until_on}. See: hallctl policy show credit.appeal_days."
        " The officer may still take it back: hallctl credit reverse {entry_no}."
    ),
    "credit.no_appeal": N_("Nobody contested {entry_no}. First: hallctl credit appeal {entry_no}."),
    "credit.unknown_verdict": N_("“{value}” is no verdict; say one of {known}."),
    "credit.nothing_deducted": N_(
        "{entry_no} is {state}: nothing stands deducted. See: hallctl credit list --all."
    ),
    "credit.handover_order": N_(
        "{entry_no} happened on {on}; it was not handed over on {day}. Give the right day: --on."
    ),
    "credit.needs_faculty": N_("No faculty is known for {entry_no}. Say it: --to FACULTY."),
    "credit.nothing_to_hand_over": N_(
        "{entry_no} is {state}: there is nothing to hand over. See: hallctl credit list --all."
    ),
    "credit.no_dismissal_due": N_(
        "{staff_no} has {balance} points: no dismissal is due. See: hallctl credit show {staff_no}."
    ),
    "credit.say_keep": N_(
        "Say --keep when the person stays. To dismiss: hallctl roster dismiss NO."
    ),
    "credit.letters_are_for_leaders": N_(
        "{staff_no} leads no window ({role}); for student workers: hallctl credit propose."
    ),
    "credit.future": N_("{day} has not come yet. Give the day it happened: --on."),
    "credit.needs_note": N_("Say what happened and how it is known: --note."),
}
