"""Ratings and rectifications (Art. 33)."""

from hallctl.messages import N_

MESSAGES = {
    "rating.recorded": N_("Case {case_no}: rated {level}."),
    "rating.fix_by": N_(
        "Case {case_no}: rated {level}. Call back by {contact_due_on}, put right by {fix_due_on}:"
        " hallctl case fix {case_no}."
    ),
    "rating.fix_between": N_(
        "Case {case_no}: rated {level}. Call back by {contact_due_on}, put right by {fix_due_on}, between"
        " {fix_due_earliest} and {fix_due_latest} until the national notice for that year is out:"
        " hallctl case fix {case_no}."
    ),
    "rating.already": N_("Case {case_no} was rated like this before: {level}."),
    "rating.contacted": N_(
        "Case {case_no}: the applicant was called back; put right by {fix_due_on}."
    ),
    "rating.fixed": N_("Case {case_no}: put right, {lateness}."),
    "rating.fix_already": N_("Case {case_no}: this was recorded before."),
    "rating.own_window": N_(
        "{staff_nos} handled this case or serve at its window, and cannot take its rating down."
        " Let the officer do it: --actor NO, --recorder NO."
    ),
    "rating.unknown_level": N_("“{value}” is no rating; say one of {known}."),
    "rating.unknown_channel": N_("“{value}” is no channel; say one of {known}."),
    "rating.not_the_applicant": N_(
        "{said} is not the applicant of case {case_no}. Say --by with the applicant's number, or anonymous."
    ),
    "rating.case_open": N_(
        "Case {case_no} is {state}; it is rated when it is closed. See: hallctl case show {case_no}."
    ),
    "rating.too_early": N_(
        "Case {case_no}: {at} is before it was closed ({closed}). Give the right time: --at."
    ),
    "rating.rated_before": N_(
        "Case {case_no} was rated before, and not like this: {level}. If that was recorded wrongly:"
        " hallctl undo {entry_no}."
    ),
    "rating.ref_taken": N_("The reference {ref} belongs to another rating, of case {case_no}."),
    "rating.none": N_("Case {case_no} is not rated yet: hallctl case rate {case_no} LEVEL."),
    "rating.nothing_to_fix": N_("Case {case_no} was rated {level}: there is nothing to put right."),
    "rating.say_which_step": N_("Case {case_no}: say what was done: --contacted, --done, or both."),
    "rating.needs_note": N_("Case {case_no}: say what was said or done: --note."),
    "rating.call_back_first": N_(
        "Case {case_no}: the applicant is called back first; add --contacted when that happened too."
    ),
    "rating.imported": N_("{rows} answers: {added} new, {unchanged} on record before."),
    "rating.unknown_answer": N_("is no level of satisfaction; known are {known}, stars, and 5 … 1"),
    "rating.several_questions": N_(
        "Several questions may be the {field}: {found}. Say which: --map HEADER={field}."
    ),
    "rating.future": N_("this time has not come yet"),
    "rating.answer_differs": N_(
        "an answer of this number and time is on record and says something else; another survey:"
        " --survey NAME"
    ),
    "rating.read_as_scores": N_(
        "Answers in bare numbers were read as scores: 5 is very satisfied. If the numbers are the places"
        " of options, undo this (hallctl undo) and export the options' texts."
    ),
    "rating.passed_over": N_("{count} rows name no window or give no rating: they count nowhere."),
    "rating.bad_answers": N_(
        "{count} of the new answers are bad ratings. Look at them: hallctl rating list --bad."
    ),
    "rating.written": N_("Written: {path}"),
    "rating.whole_table": N_("The workbook has every window: leave --window and --bad out."),
}
