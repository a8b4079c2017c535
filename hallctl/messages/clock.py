"""The clock."""

from hallctl.messages import N_

MESSAGES = {
    "clock.behind": N_(
        "The clock says {now}, but the newest entry was made at {newest}. Check the computer's clock."
    ),
}
