"""The chain of entries."""

from hallctl.messages import N_

MESSAGES = {
    "audit.empty": N_("Nothing was ever recorded here."),
}
