"""The few sentences that Typer itself says through gettext; here so that extraction finds them."""

from hallctl.messages import N_

SAID_BY_TYPER = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("Missing command."),
    N_("required"),
    N_("default: {default}"),
    N_("env var: {var}"),
)
