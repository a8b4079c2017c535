"""Collection of results (Art. 24)."""

from hallctl.messages import N_

MESSAGES = {
    "delivery.recorded": N_("Case {case_no}: collected on {delivered_at}."),
    "delivery.already": N_("Case {case_no} was collected before: {delivered_at}."),
    "delivery.not_completed": N_(
        "Case {case_no} is {state}; there is nothing to collect before it is completed."
        " See: hallctl case show {case_no}."
    ),
    "delivery.done": N_(
        "Case {case_no} was collected on {at}, not like this. To take that back: hallctl undo {entry_no}."
    ),
    "delivery.too_early": N_(
        "Case {case_no}: {at} is before its completion ({closed}). Give the right time: --at."
    ),
    "delivery.proxy_needs_name": N_(
        "Case {case_no}: say who collected it for the applicant: --to NAME."
    ),
    "delivery.say_proxy": N_(
        "Case {case_no}: {to} is not the applicant. When they collected it for the applicant, add --proxy."
    ),
}
