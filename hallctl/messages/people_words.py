"""How people read the codes and keys of posts, meetings and work logs."""

from hallctl.messages import N_

PEOPLE_WORDS = {
    "graduated": N_("graduated"),
    "internship": N_("left for an internship"),
    "withdrew": N_("withdrew"),
    "leaving.transferred": N_("transferred"),
    "replaced": N_("replaced"),
    "meeting": N_("meeting"),
    "training": N_("training"),
    "discussion": N_("discussion"),
    "summary": N_("summary"),
    "excused": N_("excused"),
    "came.present": N_("came"),
    "came.absent": N_("did not come"),
}

PEOPLE_LABELS = {
    "ack_reason": N_("Why"),
    "acked_at": N_("Taken over"),
    "acked_by": N_("Taken over by"),
    "badge_no": N_("Badge no."),
    "chair": N_("Chair"),
    "done_cases": N_("Finished"),
    "enquiries": N_("Enquiries"),
    "excused": N_("Excused"),
    "incidents": N_("Incidents"),
    "incoming": N_("Incoming"),
    "invited": N_("Invited"),
    "items": N_("Items and keys"),
    "log_no": N_("Log"),
    "matters": N_("Important"),
    "meeting.absent": N_("Did not come"),
    "meeting_no": N_("Meeting"),
    "open_cases": N_("Open"),
    "outgoing": N_("Outgoing"),
    "place": N_("Place"),
    "present": N_("Present"),
    "served": N_("Served"),
    "taken_cases": N_("Taken cases"),
    "topic": N_("Topic"),
}
