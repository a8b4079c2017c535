"""The staff roster."""

from hallctl.messages import N_

MESSAGES = {
    "roster.imported": N_(
        "Roster: {rows} rows; {added} added, {changed} changed, {unchanged} as before, {rejected} left out."
    ),
    "roster.renamed": N_("{staff_no} was {old} and is now {new}: is it still the same person?"),
    "roster.role_missing": N_("a new person needs a role: 专职干事, 窗口负责人 or 窗口工作人员"),
    "roster.window_missing": N_("leaders and student workers serve at a window"),
    "roster.ends_before_start": N_("this is before the day the person started"),
    "roster.second_officer": N_(
        "there is one officer already ({other}); a hall has exactly one (Art. 5)"
    ),
    "roster.officers": N_("The hall has {number} officers; it must have exactly one (Art. 5)."),
    "roster.leaders_missing": N_("{window} ({window_no}) has no leader (Art. 6)."),
    "roster.leaders_too_many": N_("{window} ({window_no}) has {number} leaders too many (Art. 6)."),
    "roster.students_missing": N_(
        "{window} ({window_no}) lacks {number} student workers (Art. 6)."
    ),
}
