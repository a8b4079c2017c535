"""How people read the codes and JSON keys of swaps, corrections, spot checks and closed months."""

from hallctl.messages import N_

WORDS = {
    "excused": N_("excused"),
    "source.typed": N_("typed"),
    "source.kiosk": N_("kiosk"),
    "source.device": N_("device"),
    "source.table": N_("table"),
    "source.paper": N_("paper sheet"),
    "source.dingtalk": N_("DingTalk"),
    "source.wecom": N_("WeCom"),
    "requested": N_("requested"),
    "agreed": N_("agreed"),
    "approved": N_("approved"),
    "declined": N_("declined"),
    "noted": N_("noted"),
    "contested": N_("contested"),
    "upheld": N_("upheld"),
    "dropped": N_("dropped"),
    "state.closed": N_("month closed"),
    "state.reopened": N_("month opened again"),
}

LABELS = {
    "accepted_open": N_("Counted as absent"),
    "check_no": N_("Check"),
    "digest": N_("Digest"),
    "from_at": N_("Begins"),
    "giver_no": N_("Giver"),
    "leave_kind": N_("Leave kind"),
    "leave_no": N_("Leave no."),
    "minutes_away": N_("Min. away"),
    "month": N_("Month"),
    "reported_at": N_("Reported at"),
    "reported_by": N_("Reported by"),
    "request_no": N_("Request"),
    "substitutes": N_("Substitutes"),
    "taker_no": N_("Taker"),
    "to_at": N_("Ends"),
    "until": N_("Until when"),
    "witness_no": N_("Witness"),
}
