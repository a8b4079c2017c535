"""People named in a command."""

from hallctl.messages import N_

MESSAGES = {
    "staff.unknown": N_("Nobody has the number or name “{said}”. See: hallctl roster list."),
    "staff.ambiguous": N_("Several people are called “{name}”: {numbers}. Use the number."),
}
