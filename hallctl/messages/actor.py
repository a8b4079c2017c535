"""Who may act."""

from hallctl.messages import N_

MESSAGES = {
    "actor.unknown": N_("Nobody with the number {staff_no} can act. See: hallctl roster list."),
    "actor.not_the_officer": N_(
        "Only the officer ({officer_no}) may do this, not {actor_no}. Leave --actor out, or let the"
        " officer do it."
    ),
}
