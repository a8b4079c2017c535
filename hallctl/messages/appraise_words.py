"""How people read codes and JSON keys of appraisal."""

from hallctl.messages import N_

APPRAISE_WORDS = {
    "badge": N_("no badge"),
    "below_line": N_("below the line"),
    "few_weeks": N_("too few weeks"),
    "listed": N_("listed"),
    "no_score": N_("no score"),
    "no_shifts": N_("no shift to judge by"),
    "not_among_first": N_("not among the first"),
    "order": N_("noise or snacks"),
    "outsider": N_("outsider in the working area"),
    "praise": N_("praise"),
    "presence": N_("presence too low"),
    "screen": N_("screen for other things"),
    "settled_by.cases_closed": N_("closed cases"),
    "settled_by.faults": N_("fewer faults"),
    "settled_by.praise": N_("praise"),
    "settled_by.presence_rate": N_("presence rate"),
    "settled_by.score": N_("score"),
    "shortlisted": N_("shortlisted"),
    "standing.excluded": N_("excluded"),
    "star": N_("service star"),
    "third_violation": N_("third violation"),
    "tied": N_("tied"),
    "undecided": N_("violation not decided"),
    "violation": N_("confirmed violation"),
}

APPRAISE_LABELS = {
    "certified": N_("Certified"),
    "digest": N_("Digest"),
    "excluded": N_("Why not"),
    "faults": N_("Faults"),
    "flags": N_("Into the review"),
    "incidents": N_("Incidents"),
    "leader_score": N_("Given"),
    "missing_logs": N_("Missing logs"),
    "place": N_("Place"),
    "praise": N_("Praise"),
    "remark": N_("Remark"),
    "scored_by": N_("Scored by"),
    "settled_by": N_("Settled by"),
    "stars": N_("Service stars"),
}
