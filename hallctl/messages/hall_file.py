"""Trouble with the one file that everything rests on."""

from hallctl.messages import N_

MESSAGES = {
    "hall_file.missing": N_(
        "There is no hall file at {path}. Make one: hallctl init --effective-from DATE;"
        " or name another: --db PATH."
    ),
    "hall_file.not_a_hall_file": N_(
        "{path} is not a hall file. See where hallctl looks: hallctl db where."
    ),
    "hall_file.not_set_up": N_(
        "{path} holds no hall yet. Remove it and run: hallctl init --effective-from DATE."
    ),
    "hall_file.older": N_(
        "{path} is of schema {found}, this hallctl needs {known}. Bring it up to date: hallctl db migrate."
    ),
    "hall_file.newer": N_(
        "{path} is of schema {found}, newer than {known} that this hallctl knows. Update hallctl."
    ),
    "hall_file.busy": N_(
        "Another program has been writing to {path} for more than ten seconds. Try again."
    ),
    "hall_file.damaged": N_(
        "{path} is damaged ({said}). Keep it aside and go back to the newest backup;"
        " hallctl db check says what is wrong."
    ),
    "hall_file.read_only": N_("{path} cannot be written. Check its owner and its folder's rights."),
    "hall_file.cannot_open": N_(
        "{path} cannot be opened ({said}). Check the rights of its folder."
    ),
    "hall_file.disk_full": N_("The disk of {path} is full. Nothing was written; make room."),
    "hall_file.trouble": N_("{path}: {said}. Nothing was written; see: hallctl db check."),
    "hall_file.constraint": N_(
        "The hall file refused this: {said}. Nothing was written; see: hallctl db check."
    ),
    "hall_file.exists": N_("{path} exists already. Choose another name."),
}
