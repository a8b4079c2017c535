"""Work logs."""

from hallctl.messages import N_

MESSAGES = {
    "log.added": N_("{log_no}: {window} {on} {start}-{end}, {outgoing} hands over to {incoming}."),
    "log.added_last": N_("{log_no}: {window} {on} {start}-{end}, by {outgoing}, the day's last."),
    "log.already": N_("This log is recorded as {log_no} already."),
    "log.recorded_otherwise": N_(
        "This hand-over has its log {log_no}, which says otherwise. To correct it: --corrects {log_no}"
    ),
    "log.unknown": N_("There is no log {log_no}. See: hallctl log list."),
    "log.no_turn": N_(
        "By the duty roster nobody began at {window_no} by {at} that day. See: hallctl duty list."
    ),
    "log.future": N_("{at} has not come yet: a log is written at the hand-over."),
    "log.to_oneself": N_("{staff_no} cannot hand over to the same person: say --from and --to."),
    "log.negative": N_("Counts are numbers from 0 on."),
    "log.bad_matter": N_(
        "“{value}” names no matter. Write: --hand-over 'NUMBER;PROGRESS;NEXT;LIMIT'."
    ),
    "log.counts_differ": N_(
        "The log says {taken} taken, {done} finished, {open} open; the hall file counts"
        " {counted_taken}, {counted_done}, {counted_open}."
    ),
    "log.open_not_handed_over": N_(
        "{window} has {number} open cases that were not all handed over: --all-open names them."
    ),
    "log.acknowledged": N_("{log_no} is taken over by {acked_by}."),
    "log.acknowledged_already": N_("{log_no} was taken over by {acked_by} already."),
    "log.acknowledged_by": N_("{log_no} was taken over by {by}. See: hallctl log show {log_no}"),
    "log.bad_ack_time": N_("{log_no} cannot be taken over at {at}: before it began, or to come."),
    "log.own": N_("Nobody takes over a log of one's own ({by})."),
    "log.not_yours": N_("{by} does not take this log over. Expected: {due}."),
    "log.officer_needs_reason": N_(
        "Expected is {due}. Where they cannot, the officer stands in and says why: --reason."
    ),
    "log.missing": N_("{on} {window} ({window_no}) {start}-{end}: no log by {names}."),
    "log.unacknowledged": N_(
        "{on} {window} ({window_no}) {start}-{end}: nobody took over {log_no} of {names}."
    ),
    "log.day_or_month": N_("Say --on or --month."),
}
