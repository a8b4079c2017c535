"""Settings."""

from hallctl.messages import N_

MESSAGES = {
    "policy.unknown": N_("There is no article or setting “{said}”. See: hallctl policy list."),
    "policy.unknown_name": N_("There is no setting {name}. See: hallctl policy list."),
    "policy.bad_value": N_("“{value}” is no value for {name}; expected: {expected}."),
    "policy.unknown_word": N_(
        "{name} knows no {words}, so that would count for nothing; known are {known}."
    ),
    "policy.above_cap": N_("{name} cannot be {value}: the regulation allows at most {cap}."),
    "policy.decided": N_("{name} is {value} from {from_on} on."),
    "policy.already": N_("{name} is {value} already."),
    "policy.in_the_past": N_(
        "{name} changes from {from_on}, which is past: facts since then are read anew."
    ),
}
