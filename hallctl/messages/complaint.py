"""Complaints."""

from hallctl.messages import N_

MESSAGES = {
    "complaint.opened": N_(
        "{complaint_no}: received; to be accepted by {accept_by}, answered by {reply_by}."
        " Next: hallctl complaint accept {complaint_no}."
    ),
    "complaint.code": N_(
        "Query code: {query_code}. It is shown this once; write it down for the complainant."
    ),
    "complaint.forwarded": N_("{complaint_no}: the number of a complaint about the officer."),
    "complaint.goes_elsewhere": N_(
        "A complaint about the officer is 学生工作部's: hand over what was said and by whom."
        " Neither is kept here, only the number {complaint_no}."
    ),
    "complaint.already": N_("{complaint_no} was recorded like this before: {state}."),
    "complaint.accepted": N_(
        "{complaint_no}: accepted; the reply is due on {reply_by}."
        " Next: hallctl complaint finding {complaint_no}."
    ),
    "complaint.found": N_(
        "{complaint_no}: {finding}. Next: hallctl complaint reply {complaint_no}."
    ),
    "complaint.proposed": N_(
        "{complaint_no}: {finding}; violation {violations} is proposed."
        " Next: hallctl credit confirm ENTRY, hallctl complaint reply {complaint_no}."
    ),
    "complaint.replied": N_(
        "{complaint_no}: answered, {lateness}. The slip: hallctl complaint slip {complaint_no}."
    ),
    "complaint.revealed": N_(
        "The look at who complained in {complaint_no} is recorded with its reason."
    ),
    "complaint.unknown": N_("There is no complaint {complaint_no}. See: hallctl complaint list."),
    "complaint.no_number": N_(
        "That is no number of a complaint; numbers look like T2026-0003. See: hallctl complaint list."
    ),
    "complaint.unknown_code": N_(
        "No complaint has this query code. Codes have eight letters and digits; type it as it was given:"
        " hallctl complaint query CODE."
    ),
    "complaint.unknown_word": N_("“{value}” is not known here; say one of {known}."),
    "complaint.about_one": N_(
        "Say of whom or what it complains, one of --about STAFF, --window W, --case NO, --officer."
    ),
    "complaint.needs_matter": N_("Say what the complaint says: --matter."),
    "complaint.anonymous_or_named": N_(
        "Say who complains (--name, it will be sealed) or --anonymous, one of the two."
    ),
    "complaint.anonymous_has_no_contact": N_(
        "Somebody anonymous leaves no contact: the query code serves instead. Leave --contact out, or say --name."
    ),
    "complaint.names_complainant": N_(
        "The text names who complained, or the contact; that is sealed. Say it without: nothing was written."
    ),
    "complaint.needs_note": N_("Say what was found or answered, or why: --note, --reason."),
    "complaint.future": N_(
        "A complaint is about what has happened, and was received before now (given: received {at},"
        " happened {on}). See: --at, --on."
    ),
    "complaint.order": N_(
        "{complaint_no}: this cannot have happened at {at}; the step before was at {newest}, and"
        " tomorrow has not come. Give the right time: --at."
    ),
    "complaint.elsewhere": N_(
        "{complaint_no} is about the officer: 学生工作部 deals with it, only its number is here."
        " See: hallctl complaint list."
    ),
    "complaint.own": N_(
        "{staff_no} may be meant by {complaint_no} and so does not look into it. Say who did: --by."
    ),
    "complaint.students_do_not": N_(
        "{staff_no} is a student worker; a window leader or the officer investigates {complaint_no}."
        " Say who did: --by."
    ),
    "complaint.not_accepted": N_(
        "{complaint_no} was not accepted yet. First: hallctl complaint accept {complaint_no}."
    ),
    "complaint.not_found": N_(
        "{complaint_no} has no finding yet. First: hallctl complaint finding {complaint_no}."
    ),
    "complaint.found_before": N_(
        "{complaint_no} has a finding: {finding}. To take it back: hallctl undo ENTRY."
    ),
    "complaint.replied_before": N_(
        "{complaint_no} was answered otherwise before. To take that back: hallctl undo ENTRY."
    ),
    "complaint.nothing_to_propose": N_(
        "{complaint_no} is found unsubstantiated, so there is no violation to propose."
        " Leave --propose out."
    ),
    "complaint.whose": N_(
        "{complaint_no} may mean several people: {staff}. To propose a violation say whose: --staff NO,"
        " or hallctl credit propose."
    ),
    "complaint.not_proposed": N_(
        "{complaint_no}: no points are taken from {staff_no} for {kind}."
        " For a leader: hallctl credit letter. See: hallctl policy show credit.applies_to, credit.kinds."
    ),
    "complaint.nobody_named": N_(
        "{complaint_no} is anonymous: nobody is named. See: hallctl complaint show {complaint_no}."
    ),
    "complaint.whole_register": N_(
        "The register has every complaint of its days: leave --overdue out."
    ),
    "complaint.no_slip_yet": N_(
        "{complaint_no} was not answered yet, so there is no reply to print."
        " First: hallctl complaint reply {complaint_no}."
    ),
}
