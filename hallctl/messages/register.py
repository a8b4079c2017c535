"""Registers."""

from hallctl.messages import N_

MESSAGES = {
    "register.written": N_("Written: {path}"),
    "register.unknown": N_("There is no register “{value}”; say one of {known}."),
    "register.period": N_("Say --month, or --from and --to, not both."),
    "register.backwards": N_(
        "{to_on} is before {from_on}. Give the first day first: --from, --to."
    ),
}
