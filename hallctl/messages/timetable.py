"""Class timetables and free hours."""

from hallctl.messages import N_

MESSAGES = {
    "timetable.imported": N_(
        "Timetables: {rows}; {added} added, {changed} changed, {unchanged} as before,"
        " {rejected} left out."
    ),
    "timetable.whose": N_(
        "A timetable is one person's or a class's: say --staff or --class, not both."
    ),
    "timetable.no_term": N_("No term is recorded for {term}. Record it first: hallctl term add."),
    "timetable.no_week": N_("Term {term} has weeks 1 to {weeks}, no week {week}."),
    "timetable.no_form": N_(
        "This is no timetable in a known form (found: {found}). Known are: a grid with weekdays as columns"
        " and class periods as rows, a list with 星期, 节次 and 周次, lines such as 星期二 3-4节 1-8周"
        " in a .txt, and .ics."
    ),
    "timetable.none": N_(
        "{name} ({staff_no}) has no timetable on {day}. Import one: hallctl roster timetable import."
    ),
    "timetable.unknown_owner": N_(
        "nobody of the staff and no class of theirs is meant; name the sheet or the file by the number,"
        " or say --staff NO or --class NAME"
    ),
    "timetable.ambiguous_name": N_("several people have this name; write the number"),
    "timetable.bad_weeks": N_(
        "these weeks cannot be meant; write them as 1-4,6-17周 or 5-17周(单)"
    ),
    "timetable.bad_weekday": N_("this is no weekday; write 星期一 to 星期日"),
    "timetable.bad_periods": N_("these are no class periods; write 3-4节"),
    "timetable.bad_period": N_("this is no class period; write a number from 1 to 20"),
    "timetable.backwards": N_("this ends before it begins"),
    "timetable.no_periods_named": N_(
        "neither the row nor the cell says which class periods; write 第3-4节"
    ),
    "timetable.bad_line": N_("this is no class; write it as 星期二 3-4节 1-8,10-16周(双)"),
    "timetable.bad_ics": N_("{path} is no calendar file: {said}"),
    "timetable.bad_event": N_("this event cannot be counted out ({said}); write it with its dates"),
    "timetable.whole_day": N_("The whole-day event “{text}” is no class and was left aside."),
    "timetable.every_week": N_(
        "[{sheet}] row {row}: “{text}” names no weeks and is taken for every week."
    ),
    "timetable.remark": N_(
        "[{sheet}] row {row}: “{text}” stands outside the grid and was not taken; add it by hand"
        " if it keeps one from duty."
    ),
    "timetable.no_times": N_(
        "Class periods {periods} have no times on these days. Record them: hallctl term periods import."
    ),
}
