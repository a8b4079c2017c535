"""Appraisal: weeks, scores, conduct."""

from hallctl.messages import N_

MESSAGES = {
    "appraise.no_weights": N_(
        "No scores: the college has not adopted weights yet. For example: hallctl policy set appraise.weights"
        ' \'{{"attendance":30,"discipline":30,"service":30,"full_attendance":10}}\'.'
    ),
    "appraise.one_at_a_time": N_(
        "--out, --scores and --publish are three acts: give them one after the other."
    ),
    "appraise.draft": N_("This week lasts until {to_on}: a draft."),
    "appraise.written": N_("Written: {path}"),
    "appraise.to_be_scored": N_(
        "Scores are filled into a sheet of their own: hallctl template scores --week {week}, then hallctl"
        " appraise week {week} --scores FILE."
    ),
    "appraise.unscored": N_(
        "Some have no score yet: the weights wait for a person's. See: hallctl template scores."
    ),
    "appraise.still_unscored": N_(
        "Week {week} cannot be published: no score yet for {names}. Use: hallctl appraise score, or"
        " hallctl appraise week {week} --scores FILE."
    ),
    "appraise.not_over": N_(
        "Week {week} lasts until {to_on}; publish it afterwards: hallctl appraise week {week} --publish."
    ),
    "appraise.is_published": N_("Week {week} as published at {at}."),
    "appraise.week_is_published": N_(
        "Week {week} is published: its scores stay. To open it again: hallctl undo of the publishing entry,"
        " see hallctl audit log."
    ),
    "appraise.published": N_("Week {week} is published: {people} people."),
    "appraise.already_published": N_("Week {week} was published already, at {at}."),
    "appraise.scored": N_("{name}: {score} for {week}, given by {by_no}."),
    "appraise.already_scored": N_("{name} has this score for {week} already."),
    "appraise.scores_imported": N_(
        "{rows} rows: {added} new, {changed} changed, {unchanged} as before."
    ),
    "appraise.scores_himself": N_(
        "Nobody scores himself ({staff_no}). Say who gives the score: --by NO."
    ),
    "appraise.not_the_scorer": N_(
        "{by_no} does not score {staff_no}; {scorers} may. Say who gives the score: --by NO."
    ),
    "appraise.score_bounds": N_(
        "{score} is no score: 0 to {most}. See: hallctl policy show appraise.score_max."
    ),
    "appraise.not_appraised": N_(
        "{staff_no} is not appraised in week {week}. See: hallctl appraise week {week}."
    ),
    "appraise.nobody_to_score": N_(
        "Nobody there is to be scored in week {week}. See: hallctl appraise week {week}."
    ),
    "appraise.not_a_scoring_sheet": N_(
        "This is no scoring sheet. Write one with hallctl template scores --week {week}, fill it in, then:"
        " hallctl appraise week {week} --scores FILE."
    ),
    "appraise.row_changed": N_(
        "only score and remark may change; write the sheet anew with: hallctl template scores"
    ),
    "appraise.other_week": N_("the row is of week {found}, not {week}"),
    "appraise.unknown_kind": N_(
        "There is no incident “{kind}”; known are {known}. For good work: hallctl appraise praise."
    ),
    "appraise.not_yet": N_("{on} has not come yet; give the day it happened with --on."),
    "appraise.needs_note": N_("Say what was seen: --note."),
    "appraise.comes_late": N_(
        "Week {week} is published: what is recorded now about {name} does not change it."
    ),
    "appraise.praised": N_("{name}, {on}: praise recorded."),
    "appraise.incident_recorded": N_("{name}, {on}: {kind} recorded."),
    "appraise.already_seen": N_("{name}, {on}: recorded already."),
    "appraise.unknown_term": N_(
        "There is no term {term}; known are {known}. See: hallctl term list."
    ),
    "appraise.not_in_term": N_(
        "{staff_no} has no published week in {term}. See: hallctl appraise term {term}."
    ),
    "appraise.weeks_waiting": N_(
        "Weeks of {term} that are not published and do not count: {weeks}. Publish one with: hallctl"
        " appraise week WEEK --publish."
    ),
    "appraise.no_star": N_(
        "{name} cannot be a service star of {term}: {excluded}. See: hallctl appraise stars {term}."
    ),
    "appraise.stars_named": N_(
        "The service stars of {term} were named: {stars}. To name others, first: hallctl undo of that"
        " entry, see hallctl audit log."
    ),
    "appraise.stars_need_note": N_("Say why these: --note."),
    "appraise.term_not_over": N_(
        "Term {term} lasts until {to_on}; service stars are named afterwards. See: hallctl appraise stars"
        " {term}."
    ),
    "appraise.no_stars_yet": N_(
        "The service stars of {term} are not named yet: hallctl appraise stars {term} --decide NO --note …"
    ),
    "appraise.stars_or_notice": N_(
        "First name the stars with --decide, then print the notice with --out."
    ),
    "appraise.stars_decided": N_("Service stars of {term}: {names}."),
    "appraise.stars_already": N_("The service stars of {term} are these already: {names}."),
    "appraise.nobody_certified": N_(
        "Nobody is certified there for {term}. See why: hallctl appraise merit {term}."
    ),
    "appraise.sheet_written": N_("Written: {path}, {rows} people."),
}
