"""Why a rule did not apply, and what an entry of the ledger rests on. ``why.py`` takes them in."""

from hallctl.messages import N_

NOT_APPLIED = {
    "why.not_promised": N_(
        "Nothing is promised within the limits of Art. 27 for what the hall does not handle."
    ),
    "why.not_tier": N_("{tier}: at most {cap} working days; it is no such case."),
    "why.not_instant": N_("Done on the spot: due the same day; it was not."),
    "why.not_started": N_("The clock starts with complete papers; they are not complete."),
    "why.not_after_cutoff": N_(
        "Accepted after {cutoff} or on a rest day it would be dated later; it was not."
    ),
    "why.not_paused": N_("The clock was never stopped; it may be for: {reason}."),
    "why.not_extended": N_(
        "It was never extended; once is possible, by at most {max_days} working days."
    ),
    "why.not_extendable": N_(
        "Only what goes to superior authorities can be extended; it does not."
    ),
    "why.not_reclassified": N_("It was never moved to another kind."),
    "why.not_provisional": N_(
        "No year that is not announced lies before the due date: it is firm."
    ),
    "why.not_joint": N_("Fewer than {threshold} departments take part: it is not joint."),
    "why.not_noticed": N_("No papers were missing: no list was given."),
    "why.not_out_of_scope": N_("The hall handles it: no referral, no reply date."),
    "why.not_overdue": N_("Closed in time: nothing is proposed against the handler."),
    "why.no_special_hours": N_("No special hours that day."),
    "why.not_swapped": N_("Nobody gave it away or took it over."),
    "why.not_judged": N_(
        "Not judged as this person's yet, or not at all: late, early and absent do not apply."
    ),
    "why.not_late": N_("Not late: not more than {minutes} minutes after its start."),
    "why.not_early": N_("Not left early: signed out at its end or later."),
    "why.not_left_post": N_("No spot check found the post left."),
    "why.not_absent": N_("Not absent: a punch or a decision belongs to it."),
    "why.not_on_leave": N_("No approved leave covers it."),
    "why.not_corrected": N_("Nobody corrected it."),
    "why.not_excused": N_("Nobody excused it."),
    "why.not_month_closed": N_(
        "Its month is not closed: a missing sign-in can still be corrected."
    ),
    "why.not_points": N_("No points are taken while it is {state}."),
    "why.not_step": N_("Time no. {ordinal} costs {points} points; it is another time."),
    "why.not_kinds": N_("Other kinds that cost points: {kind}."),
    "why.not_from_case": N_("It rests on no case."),
    "why.not_from_complaint": N_("It rests on no complaint."),
    "why.not_handed_over": N_("It was not handed to a faculty as a breach of college rules."),
    "why.not_appealed": N_("Nobody appealed."),
    "why.not_dismissal": N_("{balance} points are not below {below}: no dismissal is due."),
    "why.not_annual": N_("It goes into the annual review from time no. {times} on: not yet."),
    "why.not_in_window": N_("{number} entries lie outside {from_on} to {to_on} and do not count."),
    "why.not_counted": N_("Not confirmed, so without points: {entries}."),
    "why.not_students": N_(
        "Points are taken from student workers only: a letter goes to the department instead."
    ),
    "why.not_rectified": N_("It satisfies: nobody has to call back or put anything right."),
    "why.not_violation_of_rating": N_(
        "A rating alone takes no points: a complaint has to be substantiated."
    ),
    "why.not_seen": N_("Nobody saw: {kind}."),
    "why.no_late": N_("No shift was begun late."),
    "why.no_early": N_("No shift was left early."),
    "why.no_absent": N_("No shift was missed."),
    "why.no_missing_logs": N_("No log is missing."),
    "why.no_cases_late": N_("No case was closed late."),
    "why.no_violations": N_("No violation was confirmed."),
    "why.not_given": N_("Nobody gave a score."),
    "why.not_excluded": N_("Not excluded by: {excluded}."),
    "why.not_needed": N_("Not needed to settle the place: {settled_by}."),
    "why.not_named": N_("Not named as a service star."),
    "why.credit_case": N_("It rests on case {case_no}."),
    "why.credit_complaint": N_("It rests on complaint {complaint_no}."),
    "why.credit_evidence": N_("Evidence: {evidence}."),
    "why.credit_statement": N_("The person says: {statement}."),
    "why.credit_handed": N_("Handed to: {handed_to}."),
    "why.credit_appeal": N_("Appeal: {appeal}."),
    "why.credit_appeal_by": N_("Can be appealed until {appeal_by}."),
    "why.credit_within": N_("Counted from {from_on} to {to_on}."),
    "why.kept_on": N_("Dismissal is due, and the officer decided otherwise: {kept_because}."),
}
