"""The regulation's own life."""

from hallctl.messages import N_

MESSAGES = {
    "regulation.not_yet_in_force": N_(
        "{day} is before the regulation came into force ({effective_from}); nothing earlier is recorded."
    ),
}
