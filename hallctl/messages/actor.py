"""Who may act."""

from hallctl.messages import N_

MESSAGES = {
    "actor.not_the_head": N_(
        "Only the hall's head ({head_no}) may approve this, not {actor_no}. See: hallctl policy show hall.head."
    ),
    "actor.unknown": N_("Nobody with the number {staff_no} can act. See: hallctl roster list."),
    "actor.not_the_officer": N_(
        "Only the officer ({officer_no}) may do this, not {actor_no}. Leave --actor out, or let the"
        " officer do it."
    ),
    "actor.not_the_manager": N_(
        "Only the officer or the leader of the window may do this, not {actor_no}. Let them do it: --actor."
    ),
}
