"""Meetings and trainings."""

from hallctl.messages import N_

MESSAGES = {
    "meeting.added": N_(
        "{meeting_no}: {topic}, {on}; {present} present, {excused} excused, {absent} absent."
    ),
    "meeting.already": N_("This meeting is recorded as {meeting_no} already."),
    "meeting.recorded_otherwise": N_(
        "This meeting is recorded as {meeting_no} with other facts. To correct it: --corrects {meeting_no}"
    ),
    "meeting.unknown": N_("There is no meeting {meeting_no}. See: hallctl meeting list."),
    "meeting.unknown_kind": N_("“{value}” is no kind of meeting. Kinds: {known}."),
    "meeting.needs_topic": N_("Say what it was about: --topic."),
    "meeting.needs_chair": N_("Nobody could be taken as the chair: say --chair NO."),
    "meeting.future": N_("{on} has not come yet: record a meeting after it was held."),
    "meeting.one_list": N_(
        "Say who came in one way: --attended, --all or --except; --excused goes beside one of them."
    ),
    "meeting.said_twice": N_("{staff_no} is named as excused and otherwise too."),
    "meeting.written": N_("Register written to {path} (SHA-256 {sha256})."),
}
