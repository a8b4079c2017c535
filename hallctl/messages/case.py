"""Cases."""

from hallctl.messages import N_

MESSAGES = {
    "case.accepted_until": N_(
        "Case {case_no} ({item}): accepted, due on {due_on} ({promise_days} working days)."
    ),
    "case.accepted_between": N_(
        "Case {case_no} ({item}): accepted, due on {due_on}, between {due_earliest} and {due_latest}"
        " until the national notice for that year is out."
    ),
    "case.noticed": N_(
        "Case {case_no} ({item}): not accepted yet; missing, all in one notice: {missing}."
    ),
    "case.done": N_("Case {case_no} ({item}): done on the spot."),
    "case.already": N_("Case {case_no} ({item}) was recorded before: {state}."),
    "case.closed_early": N_(
        "Case {case_no}: {result}, early, after {workdays_used} of {promise_days} working days."
    ),
    "case.closed_on_time": N_(
        "Case {case_no}: {result}, on time, after {workdays_used} working days."
    ),
    "case.closed_late": N_(
        "Case {case_no}: {result}, {workdays_late} working days late, after {workdays_used} of {promise_days}."
    ),
    "case.closed_before": N_("Case {case_no} was closed before: {result}."),
    "case.decided": N_("Case {case_no}: {department} {verdict}; every department has decided."),
    "case.decided_waiting": N_(
        "Case {case_no}: {department} {verdict}; still waiting for {waiting}."
    ),
    "case.decided_before": N_("Case {case_no}: {department} had decided so before."),
    "case.imported": N_(
        "Cases: {rows} rows; {added} opened, {changed} moved on, {unchanged} as before, {rejected} left out."
    ),
    "case.bad_number": N_("“{value}” is no case number; write it like 2026-000017 or 17."),
    "case.unknown": N_("There is no case {case_no}. See: hallctl case list."),
    "case.unknown_tier": N_("“{value}” is no kind of case; say one of {known}."),
    "case.unknown_result": N_("“{value}” is no result; say one of {known}."),
    "case.unknown_state": N_("“{value}” is no state; say one of {known}."),
    "case.unknown_paper": N_(
        "{item} asks for no {papers}; its papers are: {known}. See: hallctl item show."
    ),
    "case.paper_not_on_notice": N_(
        "Case {case_no}: the notice names no {papers}; it waits for: {waiting}."
    ),
    "case.say_which_papers": N_(
        "Case {case_no} waits for: {waiting}. Say which came: --material NAME, or --all."
    ),
    "case.waits_for_no_papers": N_("Case {case_no} waits for no papers: it is {state}."),
    "case.future": N_("{at} has not come yet. Give the time it happened: --at."),
    "case.before_newest": N_(
        "Case {case_no}: {at} is before its newest step ({newest}). Give the right time: --at."
    ),
    "case.closed_too_early": N_(
        "Case {case_no}: {at} is before its acceptance ({accepted}), or has not come yet. Give the right time: --at."
    ),
    "case.closed": N_(
        "Case {case_no} is closed already: {result}. See: hallctl case show {case_no}."
    ),
    "case.not_open": N_(
        "Case {case_no} is {state}, not accepted. See: hallctl case show {case_no}."
    ),
    "case.still_supplementing": N_(
        "Case {case_no} still waits for papers. When they are there: hallctl case supply {case_no} --all."
    ),
    "case.refusal_needs_reason": N_(
        "Case {case_no}: nobody is refused without a reason; say it: --note."
    ),
    "case.promise_over_cap": N_(
        "{promise_days} working days cannot be promised: for this kind ({tier}) at most {cap}."
        " Say --promise-days {cap}."
    ),
    "case.instant_needs_no_days": N_(
        "What is done on the spot is promised for the same day; leave --promise-days out."
    ),
    "case.no_handler": N_("Nobody serves at {window} on {day}. Name who handles it: --handler NO."),
    "case.elsewhere": N_("{item} belongs to {own}, not {window}."),
    "case.likely_repeat": N_(
        "Case {case_no} looks like {other}: same applicant, item and day. To take it back: hallctl undo."
    ),
    "case.ref_taken": N_("The reference {ref} belongs to case {case_no}, which is another one."),
    "case.joint_undecided": N_(
        "Not every department has decided: {departments}. See: hallctl case decide."
    ),
    "case.joint_refused": N_("{departments} refused; the case can only be refused, with a reason."),
    "case.not_joint": N_(
        "Case {case_no} is not a joint case; close it: hallctl case close {case_no}."
    ),
    "case.no_such_step": N_(
        "Case {case_no} has no step of {department}; its departments are: {departments}."
    ),
    "case.decided_otherwise": N_(
        "{department} decided otherwise in case {case_no}. To take that back: hallctl undo ENTRY."
    ),
    "case.step_waits": N_("{department} waits until {before} has granted its part."),
}
