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
    "case.transferred": N_("Case {case_no}: handed on from {from_no} to {handler_no}."),
    "case.transferred_already": N_("Case {case_no}: {handler_no} has it already."),
    "case.first_contact_stays": N_(
        "Case {case_no}: {first_contact_no} was asked first and follows it up to its end."
        " See: hallctl case list --first-contact {first_contact_no}."
    ),
    "case.transfer_needs_reason": N_("Case {case_no}: say why it is handed on: --reason."),
    "case.not_serving": N_(
        "{staff_no} does not serve on {day}; hand the case to somebody who does. See: hallctl roster list."
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
        "Case {case_no} is closed already: {state}. See: hallctl case show {case_no};"
        " to take that back: hallctl case reopen {case_no} --note REASON."
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
    # papers
    "case.received": N_(
        "Case {case_no} ({item}): received; look through the papers today: hallctl case accept {case_no}."
    ),
    "case.notice_breach": N_(
        "Case {case_no}: a second list is recorded as a breach of the one notice; missing now: {missing}."
    ),
    "case.notice_already": N_("Case {case_no}: these papers are on its list already."),
    "case.second_notice": N_(
        "Everything missing is told in one notice. A second list is a breach; to record it: --breach REASON."
    ),
    "case.say_what_is_missing": N_("Case {case_no}: say what is missing: --missing NAME=REASON."),
    "case.papers_outstanding": N_(
        "Case {case_no} still waits for: {waiting}. When they are there: hallctl case supply {case_no} --all."
    ),
    "case.reminded": N_("Reminded: {number} cases."),
    "case.reminded_already": N_("Reminded that day before: {cases}; nothing changed."),
    "case.reminded_before": N_("Reminded on {on} before, and not again: {cases}."),
    "case.none_lapsed": N_("No notice has lapsed."),
    "case.remind_first": N_(
        "Not reminded yet, so still open: {cases}. First: hallctl case remind."
    ),
    "case.lapsed_withdrawn": N_("Closed as withdrawn, their notice lapsed: {number} cases."),
    "case.none_withdrawn": N_("No case was closed."),
    # clock
    "case.paused": N_("Case {case_no}: the clock stands still ({reason})."),
    "case.paused_before": N_("Case {case_no} was paused before."),
    "case.resumed": N_("Case {case_no}: the clock runs again; due on {due_on}."),
    "case.resumed_before": N_("Case {case_no}: its clock runs already."),
    "case.is_paused": N_(
        "Case {case_no}: its clock stands still. First: hallctl case resume {case_no}."
    ),
    "case.pause_reason": N_(
        "“{reason}” is no registered reason to stop the clock; known: {known}."
        " To register one: hallctl policy set pause.reasons."
    ),
    "case.pause_until": N_(
        "A pause that begins at {at} cannot end on {until}. Give a later --until."
    ),
    "case.too_late_to_pause": N_(
        "It was due on {due_on}: what is overdue cannot be paused any more. Close it: hallctl case close."
    ),
    "case.instant_has_no_clock": N_(
        "What is done on the spot has no clock. Open it with another --tier if it takes longer."
    ),
    "case.extended": N_(
        "Case {case_no}: extended by {extended_days} working days; due on {due_on}."
    ),
    "case.extended_already": N_("Case {case_no} was extended so before; due on {due_on}."),
    "case.extension_tier": N_(
        "Only what a superior body decides can be extended; this is {tier}. See: hallctl policy show extension.allow."
    ),
    "case.extended_before": N_(
        "It was extended by {days} working days before; there is no second time. Close it: hallctl case close."
    ),
    "case.extension_too_late": N_(
        "Asked for on {asked_on}, after it was due ({due_on}): it stays late."
        " If it was asked in time, say when: --asked ISO."
    ),
    "case.extension_days": N_("{days} working days are too many; at most {most}: --days {most}."),
    "case.asked_after": N_(
        "Asked at {asked_at} is after {at}, or told is in the future. Give the right time."
    ),
    "case.reclassified": N_(
        "Case {case_no}: now {tier}, promised within {promise_days} working days from its acceptance; due on {due_on}."
    ),
    "case.reclassified_before": N_("Case {case_no} is {tier} already."),
    "case.reclassify_off": N_(
        "The college has switched this off. See: hallctl policy show limits.reclassify."
    ),
    "case.too_late_to_reclassify": N_(
        "It was due on {due_on}: an overdue case cannot be moved any more. Close it: hallctl case close."
    ),
    "case.reclassified_into_the_past": N_(
        "Case {case_no} would have been due on {due_on}, which is over. Say more --promise-days."
    ),
    # withdrawn, reopened, corrected
    "case.withdrawn": N_("Case {case_no} ({item}): withdrawn."),
    "case.withdrawn_before": N_("Case {case_no} was withdrawn before."),
    "case.withdrawal_needs_note": N_("Case {case_no}: say what the applicant said: --note TEXT."),
    "case.withdraw_what": N_("Name one case, or say --lapsed for all that lapsed."),
    "case.reopened": N_("Case {case_no} ({item}): open again, {state}."),
    "case.reopened_before": N_("Case {case_no} is open again already: {state}."),
    "case.reopening_needs_note": N_("Case {case_no}: say why it is opened again: --note TEXT."),
    "case.is_open": N_("Case {case_no} is open: {state}. See: hallctl case show {case_no}."),
    "case.never_open": N_(
        "It was told where to go at once: nothing to open again. Record it anew: hallctl case refer."
    ),
    "case.not_now": N_(
        "Case {case_no} is {state}: {step} is no step from there. See: hallctl case show {case_no}."
    ),
    "case.corrected": N_("Case {case_no}: corrected; applicant {applicant_no} {applicant}."),
    "case.corrected_before": N_("Case {case_no} says so already."),
    "case.correct_what": N_(
        "Case {case_no}: say what is right: --applicant-no, --applicant or --phone."
        " Wrong dates: hallctl undo, then record it anew."
    ),
    "case.correction_needs_note": N_("Case {case_no}: say why it is corrected: --note TEXT."),
    "case.firm_date_needs_note": N_(
        "Case {case_no}: its date is firm and was given to the applicant; to move it all the same: --note REASON."
    ),
    # joint
    "case.decider_unnamed": N_(
        "Case {case_no}: who decided in {department}? Name them next time: --by NAME."
    ),
    # out of scope
    "case.told": N_("Case {case_no} ({item}): told where to go: {department}."),
    "case.tell_what": N_("Say how or where it is done: --procedure TEXT, --place TEXT."),
    "case.what_matter": N_("Say what it is about and who came: --matter TEXT --applicant-no NO."),
    "case.which_window": N_("Say at which window it was asked: --window NO."),
    "case.refer_what": N_(
        "Case {case_no}: say which step was taken: --reported-to LEADER or --department NAME."
    ),
    "case.recorded": N_(
        "Case {case_no} ({item}): recorded, a reply promised by {due_on}; report it to a college leader by {next_on}:"
        " hallctl case refer {case_no} --reported-to NAME."
    ),
    "case.reported": N_(
        "Case {case_no}: reported to {reported_to}; refer it by {next_on}:"
        " hallctl case refer {case_no} --department NAME."
    ),
    "case.referred": N_(
        "Case {case_no}: referred to {department}; the result is promised by {due_on}:"
        " hallctl case feedback {case_no}."
    ),
    "case.report_first": N_(
        "Case {case_no}: a college leader is told before it is referred:"
        " hallctl case refer {case_no} --reported-to NAME."
    ),
    "case.reply_before_record": N_(
        "A reply by {reply_by} is promised before {day}. Give a later --reply-by."
    ),
    "case.step_taken": N_(
        "Case {case_no}: {step} is on record, with {party}. See: hallctl case show {case_no}."
    ),
    "case.fed_back_early": N_("Case {case_no}: the result was fed back before {due_on}."),
    "case.fed_back_on_time": N_("Case {case_no}: the result was fed back on the promised day."),
    "case.fed_back_late": N_(
        "Case {case_no}: the result was fed back {workdays_late} working days after {due_on}."
    ),
    "case.fed_back_before": N_("Case {case_no} was answered before."),
    "case.its_row_is_bad": N_("The case of this step is bad itself; correct that row first."),
    "case.step_needs_note": N_("This step needs its reason in the column 说明."),
    "case.joint_tier": N_(
        "{item} is decided jointly and counts as {own_tier}, the highest of its steps; {tier} is too low."
        " Leave --tier out."
    ),
    "case.other_name": N_(
        "{applicant_no} was {known} in an earlier case. If this one is wrong: hallctl case correct."
    ),
    "case.date_stays": N_(
        "Case {case_no}: its date was firm or promised, and stays. See: hallctl case show {case_no}."
    ),
    "case.extended_afterwards": N_(
        "Case {case_no}: recorded after it was due, as asked for at {asked_at}; the record shows both."
    ),
    "case.closed_afterwards": N_(
        "Case {case_no} was overdue; it is recorded now as closed at {at}. The record shows both."
    ),
    "case.reply_is_promised": N_(
        "Case {case_no}: a reply is promised by {due_on}; leave --reply-by out."
    ),
    "case.reply_on_rest_day": N_(
        "The reply is promised by {due_on}, which is no working day ({day_kind}): mind that somebody is there."
    ),
    "case.reply_not_announced": N_(
        "The reply is promised by {due_on}; the days off of {year} are not announced yet."
    ),
    "case.in_scope": N_("Case {case_no} is the hall's own. See: hallctl case show {case_no}."),
    "case.out_of_scope": N_(
        "Case {case_no} does not belong to the hall: hallctl case tell {case_no}, or hallctl case refer {case_no}."
    ),
    "case.all_and_missing": N_(
        "{papers}: missing, or everything there? Leave --missing or --all-materials out."
    ),
    "case.tier_above_item": N_(
        "{item} is {own_tier} in the catalogue and was opened as {tier}. If that is wrong: hallctl case reclassify."
    ),
    "case.who": N_("Who came for {item}? Say the number: --applicant-no NO."),
}
