"""Weekly appraisal."""

from hallctl.messages import N_

MESSAGES = {
    "appraise.no_weights": N_(
        "No scores: the college has not adopted weights yet. For example: hallctl policy set appraise.weights"
        ' \'{{"attendance":30,"discipline":30,"service":30,"full_attendance":10}}\'.'
    ),
    "appraise.draft": N_("This week lasts until {to_on}: a draft."),
    "appraise.written": N_("Written: {path}"),
}
