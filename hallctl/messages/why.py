"""Grounds: why a rule ruled as it did."""

from hallctl.messages import N_
from hallctl.messages.not_applied import NOT_APPLIED

MESSAGES = {
    **NOT_APPLIED,
    "why.unknown_kind": N_(
        "“{ref}” cannot be explained; ask for one of {known}, or a person's number."
    ),
    "why.unknown_shift": N_("There is no shift {shift_no}. See: hallctl duty list."),
    "why.no_ground": N_("This case has no recorded ground. See: hallctl db check."),
    "why.told_where": N_(
        "“{matter}” is out of scope: told at {at} to go to {department} ({note}). It owes nothing more."
    ),
    "why.to_be_told": N_(
        "“{matter}” is out of scope: the applicant is to be told where to go, or it is referred."
    ),
    "why.staffing": N_("{leaders} leaders and {students} student workers serve there."),
    "why.joint": N_("{departments} departments take part."),
    "why.steps": N_("{steps} steps take {days} working days one after the other."),
    "why.unexplained": N_("{missing} fields are not filled in."),
    "why.look_due": N_("Last looked at: {last_on}."),
    "why.limit_instead": N_("Asked for are {asked} working days, the hall's limit is {cap}."),
    "why.opens": N_("{day} ({kind}): the hall is open."),
    "why.stays_shut": N_("{day} ({kind}): the hall stays shut."),
    "why.half_hours": N_("{minutes} minutes served make {half_hours} half hours."),
    "why.workstudy_hours": N_("{minutes} minutes served stand against the limit of hours."),
    "why.report_due": N_("The report is due on {day}, or the next working day."),
    "why.liability": N_(
        "{workdays_late} working days late, of which departments held {department_days}."
    ),
    "why.appeal_until": N_("Confirmed on {from_on}, so contested until {due_on}."),
    "why.complaint_accept": N_("Received on {received_on}, so accepted by {due_on}."),
    "why.complaint_reply": N_("Counted from {from_on}, so answered by {due_on}."),
    "why.complaint_elsewhere": N_(
        "{complaint_no} is about the officer: 学生工作部 deals with it, no limit of the hall applies."
    ),
    "why.complaint_accepted": N_("Accepted at {at}, {lateness}, by {by_no}."),
    "why.complaint_unaccepted": N_(
        "Not accepted yet: the reply is counted as if it were on the last day."
    ),
    "why.complaint_capped": N_(
        "The acceptance came late and gains nothing: the days count from its last day."
    ),
    "why.complaint_found": N_(
        "Found at {at}: {finding}; looked into by {by_no}, who is none of those complained of ({staff})."
    ),
    "why.complaint_unfound": N_(
        "No finding yet; none of those complained of looks into it ({staff}), and no student worker."
    ),
    "why.complaint_violation": N_(
        "It was found right, so a violation was proposed: {violations}; points are lost only when the officer"
        " confirms it."
    ),
    "why.complaint_no_violation_yes": N_(
        "Found right, but no violation was proposed: points do not apply to the person or the kind, nobody"
        " alone was meant, or it was decided so."
    ),
    "why.complaint_no_violation_partly": N_(
        "Found partly right: a violation is proposed only when that is asked for, and it was not."
    ),
    "why.complaint_no_violation_no": N_("Found not right: no violation follows."),
    "why.complaint_replied": N_("Answered at {at}, {lateness}."),
    "why.complaint_waits": N_("Not answered yet; the next step is late only after {due_latest}."),
    "why.complaint_late": N_("Not answered, and the next step was due by {due_latest}: late."),
    "why.complaint_anonymous": N_("It came anonymously: nobody is on record."),
    "why.complaint_sealed": N_(
        "Who complained is sealed and plays no part here; only hallctl complaint reveal shows it."
    ),
    "why.missing": N_("{missing} required papers are missing."),
    "why.instant": N_("What is done on the spot is promised for the same day."),
    "why.promise": N_("Promised within {promise_days} working days, as this kind ({tier}) allows."),
    "why.dated_same_day": N_(
        "Accepted at {accepted_at}, within hours on a working day: it counts as of that day."
    ),
    "why.dated_later": N_(
        "Accepted at {accepted_at}, after hours or on a rest day: it counts as of {dated_on}."
    ),
    "why.due_same_day": N_("Done on the spot: due on {due_on}, the day it counts as accepted."),
    "why.due_firm": N_(
        "{promise_days} working days from {dated_on}, counted from the day after, end on {due_on}."
    ),
    "why.due_provisional": N_(
        "{promise_days} working days from {dated_on} end on {due_on} as far as is known;"
        " the national notice may move it."
    ),
    "why.early": N_("Closed on {closed_on}, before {due_on}, after {workdays_used} working days."),
    "why.on_time": N_(
        "Closed on {closed_on}, not after {due_on}, after {workdays_used} working days."
    ),
    "why.late": N_("Closed on {closed_on}, after {due_on}, after {workdays_used} working days."),
    "why.waits_for_papers": N_("Case {case_no} waits for papers: its clock has not started."),
    "why.week_score": N_(
        "In the weights that the college adopted: attendance {attendance_percent} %, discipline"
        " {discipline_percent} %, service {service_percent} %, full attendance {full_attendance_percent} %,"
        " given {leader_percent} %."
    ),
    "why.bad_week": N_("“{said}” is no week such as 2026-W47; ask: hallctl why week:2026-W47:NO."),
    "why.week_attendance": N_(
        "{attended} of {due} shifts attended, {leave} on leave; late {late}, early {early}, missing punches {missing}."
    ),
    "why.week_service": N_("{cases_closed} cases closed, {cases_late} of them late."),
    "why.week_conduct": N_("{on}, {kind}: {note}."),
    "why.week_logs": N_("{missing_logs} hand-overs without a log."),
    "why.week_violations": N_("{violations} confirmed violations in the week."),
    "why.week_given": N_("{by_no} gave {score}. {remark}"),
    "why.week_draft": N_("Not published: as the facts are now."),
    "why.week_published": N_("Published on {at}: later facts do not change it."),
    "why.star_place": N_(
        "{name} has place {place} with {score} points; settled from the one before by: {settled_by}."
    ),
    "why.star_excluded": N_("{name} is excluded: {excluded}."),
    "why.star_named": N_("Named on {decided_on} by {by_no}: {note}."),
    "why.star_first": N_("{name} has the first place with {score} points."),
    "why.star_before": N_(
        "{name} comes before: {score} points, presence {presence_rate} %, {faults} faults, {praise} praise,"
        " {cases_closed} cases closed."
    ),
    "why.term_score": N_("The mean of {weeks} published weeks: {scores}."),
    "why.ranking": N_("{people} people have a place."),
    "why.star_candidate": N_(
        "Scored in {weeks} of {of} published weeks, {violations} confirmed violations."
    ),
    "why.merit": N_("Place {place}, of which the first {first} count; presence {presence_rate} %."),
    "why.annual": N_("{violations} confirmed violations; {standing}."),
    "why.dismissal_due": N_("{balance} points: a dismissal is due."),
    "why.dismissal_unfit": N_("Not up to the work: {reason}."),
    "why.satisfied": N_("Rated {level}: that satisfies."),
    "why.dissatisfied": N_("Rated {level}: that does not satisfy."),
    "why.rectification": N_(
        "Rated {level} on {rated_on}, which does not satisfy: counted from the day after, to be put right by {due_on}."
    ),
    "why.violation": N_("Points are taken for {kind}."),
    "why.points": N_("Time no. {ordinal} in the academic year."),
    "why.good": N_("{balance} points are not below the line."),
    "why.dismissal_proposed": N_(
        "{balance} points are below the line: dismissal is to be decided."
    ),
    "why.balance": N_("{name} has {balance} points since {since}: {standing}."),
    "why.credit_proposed": N_("{entry_no}, {on}, {kind}: {note}. Not decided yet, no points."),
    "why.credit_confirmed": N_(
        "{entry_no}, {on}, {kind}: {note}. Time no. {ordinal}: {points} points, {balance} left."
    ),
    "why.credit_rejected": N_("{entry_no}, {on}, {kind}: {note}. Rejected, no points."),
    "why.credit_reversed": N_("{entry_no}, {on}, {kind}: {note}. Reversed, no points."),
    "why.shift_unproven": N_(
        "{staff_no}, {on} {shift}: out at {signed_out_at}, the sign-in is missing and nobody "
        "vouched for it before the month was closed."
    ),
    "why.rostered": N_("Rostered: {staff_no} at {window_no}, {on} {shift}."),
    "why.special_hours": N_("Special hours that day: {hours} ({authority})."),
    "why.swapped": N_(
        "{giver_no} gave {shift} to {taker_no}, approved by {approved_by}: {reason}."
    ),
    "why.substitute": N_(
        "{taker_no} substitutes for {giver_no}, {shift}, approved by {approved_by}: {reason}."
    ),
    "why.part_judged": N_("{staff_no} is judged for that part: {status}."),
    "why.binds": N_("Punches from {from_at} until before {until} belong to it."),
    "why.punch": N_("Punch at {at}, {direction}, {source} (entry {recorded_entry_no})."),
    "why.punch_from_file": N_(
        "Punch at {at}, {direction}, {file} line {line} (entry {recorded_entry_no})."
    ),
    "why.merged": N_("{number} punches are {taps} taps: closer than {seconds} seconds is one."),
    "why.corrected": N_(
        "Corrected by {by_no}: in {in_at}, out {out_at}; {reason}; witness {witness_no}."
    ),
    "why.corrected_beyond": N_(
        "Corrected beyond the limits by {by_no}: in {in_at}, out {out_at}; {reason}; witness "
        "{witness_no}."
    ),
    "why.on_leave": N_(
        "Leave {leave_no} ({leave_kind}) from {from_at} to {to_at}, approved by "
        "{approved_by}: {reason}."
    ),
    "why.spot_check": N_(
        "Check {check_no} at {at} until {to_at}: not at the post, witness {witness_no}; {state}."
    ),
    "why.excused": N_("Excused by {by_no}: {reason}."),
    "why.minutes": N_("Minutes served: {minutes_served}; away: {minutes_away}; also: {marks}."),
    "why.month_closed": N_("{month} is closed; this is what was reported."),
    "why.shift_due": N_("{staff_no}, {on} {shift}: not settled before {settled_at}."),
    "why.shift_given_away": N_(
        "{staff_no}, {on} {shift}: given away with approval; the taker is judged."
    ),
    "why.shift_leave": N_("{staff_no}, {on} {shift}: on approved leave."),
    "why.shift_absent": N_(
        "{staff_no}, {on} {shift}: no punch belongs to it, settled at {settled_at}."
    ),
    "why.shift_missing_in": N_("{staff_no}, {on} {shift}: out at {signed_out_at}, no sign-in."),
    "why.shift_missing_out": N_("{staff_no}, {on} {shift}: in at {signed_in_at}, no sign-out."),
    "why.shift_late": N_(
        "{staff_no}, {on} {shift}: in at {signed_in_at}, {minutes_late} minutes late; out at {signed_out_at}."
    ),
    "why.shift_early": N_(
        "{staff_no}, {on} {shift}: out at {signed_out_at}, {minutes_early} minutes early; in at {signed_in_at}."
    ),
    "why.shift_present": N_(
        "{staff_no}, {on} {shift}: in at {signed_in_at}, out at {signed_out_at}."
    ),
    "why.notice": N_("The one notice names everything that is missing."),
    "why.second_notice": N_("A second list: a breach of the one notice."),
    "why.lapses": N_("A notice nobody answers lapses after {until_on}."),
    "why.referral": N_(
        "A leader is told by {report_on}, it is referred by {refer_on}, the result is promised by {reply_on}."
    ),
    "why.step_paused": N_("{at}: the clock stood still ({reason}). {note}"),
    "why.step_resumed": N_("{at}: the clock ran again; due on {due_on}. {note}"),
    "why.step_extended": N_(
        "{at}: extended by {days} working days, asked at {asked_at}, approved by {party}: {note}. Due on {due_on}."
    ),
    "why.step_reclassified": N_(
        "{at}: moved to {tier}, {days} working days, approved by {party}: {note}. Due on {due_on}."
    ),
    "why.step_redated": N_(
        "{at}: counted anew by the calendar of that day: due on {due_on}, before {until_on}. {note}"
    ),
    "why.clock": N_(
        "{calendar_days} calendar days, {workdays} counted working days, {paused_workdays} paused."
    ),
}
